package io.virality.domain.marketplace;

import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Platform;
import java.util.Optional;

/**
 * Whose a promo code is: orders that name it go to its owner.
 *
 * @param platform where buyers type it in
 * @param code as they type it
 * @param creator who gives it away
 * @param channel where it is given away
 * @param campaign the channel's id of the campaign in which it is
 */
public record PromoCode(
        Platform platform, String code, Optional<Identity> creator, Optional<String> channel, Optional<String> campaign)
        implements Fact {

    /** @throws IllegalArgumentException if the code or an id is none, or nothing tells whose it is */
    public PromoCode {
        if (code.isBlank()) {
            throw new IllegalArgumentException("not a promo code: " + code);
        }
        Limits.requireId("a channel", channel);
        Limits.requireId("a campaign", campaign);
        if (creator.isEmpty() && channel.isEmpty() && campaign.isEmpty()) {
            throw new IllegalArgumentException("nothing tells whose the promo code is: " + code);
        }
    }
}
