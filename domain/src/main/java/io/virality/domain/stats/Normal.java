package io.virality.domain.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution, by its tails. */
public final class Normal {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    /** The chance of a value above this one. */
    public static double above(double value) {
        return STANDARD.survivalProbability(value);
    }

    /** The chance of a value below this one. */
    public static double below(double value) {
        return STANDARD.cumulativeProbability(value);
    }

    /** The value that is exceeded with this probability. */
    public static double exceeded(double probability) {
        return STANDARD.inverseSurvivalProbability(probability);
    }
}
