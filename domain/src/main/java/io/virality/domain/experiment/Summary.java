package io.virality.domain.experiment;

import java.time.Instant;

/**
 * Units that somebody else has counted: one metric in one arm in one stretch of time. No unit is in two of them. Told again
 * for the same metric, arm and time, it is corrected.
 *
 * @param metric the metric's key
 * @param variation the variation's key
 * @param at when the stretch begins
 * @param n how many units
 * @param mean of the metric; of a proportion, the share
 * @param variance with n − 1; of a proportion it is not looked at
 */
public record Summary(String metric, String variation, Instant at, long n, double mean, double variance) {

    /** @throws IllegalArgumentException if there are no such units */
    public Summary {
        if (n < 1) {
            throw new IllegalArgumentException("a summary is of at least one unit, not of " + n);
        }
        if (!Double.isFinite(mean) || !(variance >= 0) || Double.isInfinite(variance)) {
            throw new IllegalArgumentException("no summary has the mean " + mean + " and the variance " + variance);
        }
    }
}
