package io.virality.domain.experiment;

/** All that an analysis needs to know of one metric in one arm: numbers that can be added up. */
public sealed interface SufficientStatistics
        permits MeanStatistics, ProportionStatistics, RatioStatistics, AdjustedStatistics, AdjustedRatioStatistics {

    /** How many units there are. */
    long units();

    /** The metric's value, before any adjustment: a mean, a share or a ratio; 0 where there are no units. */
    double value();

    /** The variance of one unit, before any adjustment: the value's is this by the number of units. */
    double variance();

    /**
     * Of the units of both, which have none in common.
     *
     * @throws IllegalArgumentException if they are of another kind
     */
    default SufficientStatistics with(SufficientStatistics other) {
        if (this instanceof MeanStatistics one && other instanceof MeanStatistics two) {
            return one.plus(two);
        }
        if (this instanceof ProportionStatistics one && other instanceof ProportionStatistics two) {
            return one.plus(two);
        }
        if (this instanceof RatioStatistics one && other instanceof RatioStatistics two) {
            return one.plus(two);
        }
        if (this instanceof AdjustedStatistics one && other instanceof AdjustedStatistics two) {
            return one.plus(two);
        }
        if (this instanceof AdjustedRatioStatistics one && other instanceof AdjustedRatioStatistics two) {
            return one.plus(two);
        }
        throw new IllegalArgumentException("statistics of two kinds cannot be added: " + this + " and " + other);
    }
}
