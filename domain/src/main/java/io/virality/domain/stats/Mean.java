package io.virality.domain.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of a sample.
 *
 * @param value the mean
 * @param deviation the sample's standard deviation, with n − 1 in the denominator
 * @param n how many values there are, at least 2
 */
public record Mean(double value, double deviation, long n) {

    /** @throws IllegalArgumentException if there are too few values or the deviation is impossible */
    public Mean {
        if (n < 2) {
            throw new IllegalArgumentException("a mean's interval needs 2 values, not " + n);
        }
        if (!(deviation >= 0)) {
            throw new IllegalArgumentException("not a standard deviation: " + deviation);
        }
    }

    /**
     * Student's interval ("The probable error of a mean", Biometrika 6, 1908). It claims too much for few values that
     * are far from normal.
     */
    public Interval interval(double confidence) {
        double width =
                TDistribution.of(n - 1).inverseSurvivalProbability((1 - confidence) / 2) * deviation / Math.sqrt(n);
        return new Interval(value - width, value + width, confidence);
    }
}
