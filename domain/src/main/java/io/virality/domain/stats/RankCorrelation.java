package io.virality.domain.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Spearman's rank correlation of n pairs.
 *
 * @param coefficient between −1 and 1; ties share their mean rank
 * @param n the number of pairs, at least 4
 */
public record RankCorrelation(double coefficient, long n) {

    /** Fewer pairs than this allow no interval. */
    public static final int FEWEST_PAIRS = 4;

    private static final double ROUNDING = 1e-12;

    /** @throws IllegalArgumentException if the coefficient is impossible or there are too few pairs */
    public RankCorrelation {
        if (!(Math.abs(coefficient) <= 1 + ROUNDING)) {
            throw new IllegalArgumentException("not a correlation: " + coefficient);
        }
        if (n < FEWEST_PAIRS) {
            throw new IllegalArgumentException("a correlation needs " + FEWEST_PAIRS + " pairs, not " + n);
        }
        if (Math.abs(coefficient) > 1 - ROUNDING) {
            coefficient = Math.signum(coefficient);
        }
    }

    /**
     * Whether all pairs stand in one order. Then neither {@link #interval} nor {@link #pValue} says how sure that is: the
     * one shrinks to a point and the other to 0, however few pairs there are.
     */
    public boolean perfect() {
        return Math.abs(coefficient) == 1;
    }

    /**
     * The interval by Fisher's transformation with the standard error √((1 + r²/2)/(n − 3)) of Bonett and Wright,
     * "Sample size requirements for estimating Pearson, Kendall and Spearman correlations", Psychometrika 65 (2000).
     */
    public Interval interval(double confidence) {
        double z = atanh(coefficient);
        double error = Math.sqrt((1 + coefficient * coefficient / 2) / (n - 3));
        double width = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2) * error;
        return new Interval(Math.tanh(z - width), Math.tanh(z + width), confidence);
    }

    /**
     * The two-sided p-value of no correlation by r√((n − 2)/(1 − r²)), which is nearly t with n − 2 degrees of freedom
     * (Kendall and Stuart, The Advanced Theory of Statistics, volume 2, section 31.19).
     */
    public double pValue() {
        double t = Math.abs(coefficient) * Math.sqrt((n - 2) / ((1 - coefficient) * (1 + coefficient)));
        return Math.min(1, 2 * TDistribution.of(n - 2).survivalProbability(t));
    }

    private static double atanh(double r) {
        return (Math.log1p(r) - Math.log1p(-r)) / 2;
    }
}
