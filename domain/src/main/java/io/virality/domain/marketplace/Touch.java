package io.virality.domain.marketplace;

import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Platform;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * That a buyer met something: a creator's content, or an advertisement. It is told from others by all that it says.
 *
 * @param platform where buyers are called so
 * @param buyer what the platform calls the buyer: a pseudonym
 * @param at when
 * @param kind whether the buyer clicked
 * @param creator whose content it was
 * @param video the platform's id of the video
 * @param channel where an advertisement was shown
 * @param campaign the channel's id of the campaign
 */
public record Touch(
        Platform platform,
        String buyer,
        Instant at,
        Kind kind,
        Optional<Identity> creator,
        Optional<String> video,
        Optional<String> channel,
        Optional<String> campaign)
        implements Fact {

    /** How close the buyer came. */
    public enum Kind {
        /** It was clicked. */
        CLICK,
        /** It was only seen. */
        VIEW;

        /** The name in documents: {@code click}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws IllegalArgumentException if an id is none, or nothing tells what was met */
    public Touch {
        Limits.requireId("a buyer", buyer);
        Limits.requireId("a video", video);
        Limits.requireId("a channel", channel);
        Limits.requireId("a campaign", campaign);
        if (creator.isEmpty() && video.isEmpty() && channel.isEmpty() && campaign.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing tells what the buyer met: no creator, video, channel or campaign");
        }
    }
}
