package io.virality.domain.engagement;

import java.util.OptionalDouble;

/**
 * The rates that a provider gives along with the counts, as fractions; empty where it gives none.
 *
 * @param average the average engagement rate
 * @param likes the part of likes
 * @param comments the part of comments
 */
public record ProviderRates(OptionalDouble average, OptionalDouble likes, OptionalDouble comments) {

    /** The provider gives no rates. */
    public static final ProviderRates NONE =
            new ProviderRates(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    /** @throws IllegalArgumentException if a rate is negative or not finite */
    public ProviderRates {
        average.ifPresent(rate -> EngagementRate.requireRate("engagement rate", rate));
        likes.ifPresent(rate -> EngagementRate.requireRate("like engagement rate", rate));
        comments.ifPresent(rate -> EngagementRate.requireRate("comment engagement rate", rate));
    }
}
