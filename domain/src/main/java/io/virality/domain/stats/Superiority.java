package io.virality.domain.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How often a unit of one sample lies above one of another, ties counting half: .5 if neither tends to.
 *
 * @param value the probability
 * @param error its standard error, above 0
 * @param freedom the degrees of freedom of the error
 */
record Superiority(double value, double error, double freedom) implements Estimate {

    @Override
    public Interval interval(double confidence) {
        double width = -TDistribution.of(freedom).inverseCumulativeProbability((1 - confidence) / 2) * error;
        return new Interval(value - width, value + width, confidence);
    }

    @Override
    public double pValue(double reference) {
        return Math.min(1, 2 * TDistribution.of(freedom).survivalProbability(Math.abs(value - reference) / error));
    }
}
