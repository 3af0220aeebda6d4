package io.virality.domain.marketplace;

import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was sold of one product in one order.
 *
 * @param platform where it was sold
 * @param order the platform's id of the order, as text
 * @param product the platform's id of the product; an order of which no product is told is one sale
 * @param soldAt when it was ordered
 * @param units how many pieces
 * @param gross what was ordered for
 * @param refunds what of it was paid back; empty as long as nobody knows
 * @param commission what the creator earns
 * @param creator who earned it
 * @param video the platform's id of the video that earned it
 * @param content what led to it
 * @param promoCode the code that the buyer typed in
 * @param buyer what the platform calls who ordered: a pseudonym
 */
public record Sale(
        Platform platform,
        String order,
        Optional<String> product,
        Instant soldAt,
        OptionalLong units,
        Money gross,
        Optional<Money> refunds,
        Optional<Money> commission,
        Optional<Identity> creator,
        Optional<String> video,
        Optional<ContentType> content,
        Optional<String> promoCode,
        Optional<String> buyer)
        implements Fact {

    /** @throws IllegalArgumentException if an id is none, a figure negative, or more is paid back than was paid */
    public Sale {
        Limits.requireId("an order", order);
        Limits.requireId("a product", product);
        Limits.requireId("a video", video);
        Limits.requireId("a buyer", buyer);
        Counts.requireCount("units", units);
        Limits.requireNotNegative("gross", Optional.of(gross));
        Limits.requireNotNegative("refunds", refunds);
        Limits.requireNotNegative("commission", commission);
        Limits.requireOneCurrency(List.of(Optional.of(gross), refunds, commission));
        if (refunds.isPresent() && gross.minus(refunds.get()).isNegative()) {
            throw new IllegalArgumentException(
                    "refunds are more than gross: " + refunds.get().amount() + " of " + gross.amount());
        }
    }

    /** What is left after refunds; empty as long as these are not known. */
    public Optional<Money> net() {
        return refunds.map(gross::minus);
    }
}
