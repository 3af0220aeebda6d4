package io.virality.domain.stats;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A share of successes and the usual intervals of it (Brown, Cai and DasGupta, "Interval estimation for a binomial
 * proportion", Statistical Science 16 (2001)).
 *
 * @param successes how many
 * @param n of how many
 */
public record Proportion(double successes, double n) {

    /** @throws IllegalArgumentException if there are none, or more successes than there can be */
    public Proportion {
        if (!(n > 0 && successes >= 0 && successes <= n)) {
            throw new IllegalArgumentException(successes + " of " + n);
        }
    }

    /** The share. */
    public double share() {
        return successes / n;
    }

    /** By the standard error. It claims too much for few successes or failures. */
    public Interval wald(double confidence) {
        return around(share(), normal(confidence) * Math.sqrt(share() * (1 - share()) / n), confidence);
    }

    /** By the score test: Wilson, Journal of the American Statistical Association 22 (1927). */
    public Interval wilson(double confidence) {
        double z = normal(confidence);
        double width = z * Math.sqrt(share() * (1 - share()) / n + z * z / (4 * n * n)) / (1 + z * z / n);
        return around((successes + z * z / 2) / (n + z * z), width, confidence);
    }

    /** Wald's with z²/2 more successes and failures: Agresti and Coull, The American Statistician 52 (1998). */
    public Interval agrestiCoull(double confidence) {
        double z = normal(confidence);
        return new Proportion(successes + z * z / 2, n + z * z).wald(confidence);
    }

    /** By the binomial tails, never too narrow: Clopper and Pearson, Biometrika 26 (1934). */
    public Interval clopperPearson(double confidence) {
        double tail = (1 - confidence) / 2;
        double low = successes == 0
                ? 0
                : BetaDistribution.of(successes, n - successes + 1).inverseCumulativeProbability(tail);
        double high = successes == n
                ? 1
                : BetaDistribution.of(successes + 1, n - successes).inverseSurvivalProbability(tail);
        return new Interval(low, high, confidence);
    }

    /** What is believed where Beta(½, ½) was believed before: Jeffreys' prior. */
    public Interval jeffreys(double confidence) {
        BetaDistribution posterior = BetaDistribution.of(successes + .5, n - successes + .5);
        double tail = (1 - confidence) / 2;
        return new Interval(
                posterior.inverseCumulativeProbability(tail), posterior.inverseSurvivalProbability(tail), confidence);
    }

    private static double normal(double confidence) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
    }

    private static Interval around(double centre, double width, double confidence) {
        return new Interval(Math.max(0, centre - width), Math.min(1, centre + width), confidence);
    }
}
