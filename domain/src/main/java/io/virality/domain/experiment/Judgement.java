package io.virality.domain.experiment;

import io.virality.domain.stats.Interval;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What a test says about an effect.
 *
 * @param estimate how large it is
 * @param standardError of the estimate
 * @param interval in which the truth is claimed to lie; one end is infinite where the test looks in one direction only
 * @param p how likely an estimate so far out would be if there were no effect
 */
public record Judgement(double estimate, double standardError, Interval interval, double p) {

    /** The same in other terms, of which one is as much as {@code 1 / factor} of these, with a factor above 0. */
    public Judgement times(double factor) {
        return new Judgement(
                estimate * factor,
                standardError * factor,
                new Interval(interval.low() * factor, interval.high() * factor, interval.confidence()),
                p);
    }

    /**
     * The interval that goes with a p-value corrected for the number of tests, as GrowthBook has it: as wide as the
     * corrected p-value says, and never narrower than one without correction. It holds 0 where the p-value is above alpha,
     * but promises no joint coverage.
     *
     * @param estimate of the effect
     * @param pAdjusted the corrected p-value; from 1 on nothing is left
     * @param confidence of the interval
     */
    public static Interval correctedInterval(double estimate, double pAdjusted, double confidence) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double error = Math.abs(estimate) / normal.inverseSurvivalProbability(Math.min(1, pAdjusted) / 2);
        double width = pAdjusted < 1
                ? normal.inverseSurvivalProbability((1 - confidence) / 2) * error
                : Double.POSITIVE_INFINITY;
        return new Interval(estimate - width, estimate + width, confidence);
    }
}
