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
}
