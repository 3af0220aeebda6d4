package io.virality.domain.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A ratio whose logarithm is nearly normal.
 *
 * @param value the ratio, above 0
 * @param error the standard error of its logarithm, above 0
 */
record LogRatio(double value, double error) implements Estimate {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    @Override
    public Interval interval(double confidence) {
        double width = NORMAL.inverseSurvivalProbability((1 - confidence) / 2) * error;
        return new Interval(value * Math.exp(-width), value * Math.exp(width), confidence);
    }

    @Override
    public double pValue(double reference) {
        return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(Math.log(value / reference)) / error));
    }
}
