package io.virality.domain.engagement;

import java.util.OptionalDouble;

/**
 * How strongly an audience reacts, as a fraction, with the definition by which it was computed. It may exceed 1: small
 * accounts can have more reactions than followers.
 *
 * @param definition the formula
 * @param value the rate: .025 means 2.5 %
 * @param likes the part of the rate that likes alone give, where it is known
 */
public record EngagementRate(RateDefinition definition, double value, OptionalDouble likes) {

    /** @throws IllegalArgumentException if a value is negative or not finite */
    public EngagementRate {
        requireRate("engagement rate", value);
        likes.ifPresent(rate -> requireRate("like engagement rate", rate));
    }

    static void requireRate(String name, double value) {
        if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(name + " is not a rate: " + value);
        }
    }
}
