package io.virality.domain.marketplace;

import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * That a creator works, or worked, for a brand. One that begins at another time is another.
 *
 * @param creator who
 * @param brand for whom
 * @param video the platform's id of the one video that this is said of
 * @param evidence why one may think so
 * @param period from the first to the last sign of it
 * @param videos how many videos the creator made for the brand
 * @param hashtags those that show it, without {@code #}
 * @param fee what the brand paid
 */
public record Sponsorship(
        Identity creator,
        Brand brand,
        Optional<String> video,
        Evidence evidence,
        Optional<Period> period,
        OptionalLong videos,
        List<String> hashtags,
        Optional<Money> fee)
        implements Fact {

    /** Why a creator is taken to work for a brand, the strongest first. */
    public enum Evidence {
        /** A contract or a payment. */
        CONTRACT,
        /** A hashtag that names the creator a partner of the brand. */
        NAMED_PARTNER,
        /** The brand's hashtag in a video that discloses an advertisement. */
        DISCLOSED,
        /** The brand's hashtag alone: perhaps a fan. */
        TAGGED;

        /** How sure one may be. */
        public enum Standing {
            /** Both sides know. */
            AGREED,
            /** Everybody knows. */
            DISCLOSED,
            /** Nobody says so. */
            SUSPECTED;

            /** The name in documents: {@code suspected}. */
            public String id() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        /** How sure one may be of a sponsorship for which this speaks. */
        public Standing standing() {
            return switch (this) {
                case CONTRACT -> Standing.AGREED;
                case NAMED_PARTNER, DISCLOSED -> Standing.DISCLOSED;
                case TAGGED -> Standing.SUSPECTED;
            };
        }

        /** The name in documents: {@code named-partner}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * The evidence of that {@link #id()}.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Evidence of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** @throws IllegalArgumentException if the video's id is none, or a figure negative */
    public Sponsorship {
        hashtags = List.copyOf(hashtags);
        Limits.requireId("a video", video);
        Counts.requireCount("sponsored_videos", videos);
        Limits.requireNotNegative("fee", fee);
    }
}
