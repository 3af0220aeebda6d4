package io.virality.domain.portfolio;

import io.virality.domain.marketplace.Money;
import io.virality.domain.pricing.Price;
import io.virality.domain.recommendation.Feedback.Stage;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A creator that may be hired for one video.
 *
 * @param handle its name
 * @param tier its size class
 * @param region country of its account, if known
 * @param category what it posts about, if known
 * @param stage how far the brand has come with it, if it has said so
 * @param videos on how many of its videos its value rests
 * @param price what it costs
 * @param value what it is worth
 */
public record Prospect(
        String handle,
        String tier,
        Optional<String> region,
        Optional<String> category,
        Optional<Stage> stage,
        long videos,
        Price price,
        Value value) {

    /** What it is worth to expect beyond its price. */
    public Money expectedNet() {
        return net(value.expected());
    }

    /** A worth less the likely price. */
    Money net(double worth) {
        return money(worth, price.likely()).minus(price.likely());
    }

    private static Money money(double amount, Money like) {
        return new Money(BigDecimal.valueOf(Math.min(amount, Price.LARGEST)), like.currency());
    }
}
