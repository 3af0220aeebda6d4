package io.virality.domain.stats;

/**
 * Spearman's rank correlation of n pairs.
 *
 * @param coefficient between −1 and 1; ties share their mean rank
 * @param n the number of pairs, at least {@link Correlation#FEWEST_PAIRS}
 */
public record RankCorrelation(double coefficient, long n) implements Correlation {

    /** @throws IllegalArgumentException if the coefficient is impossible or there are too few pairs */
    public RankCorrelation {
        coefficient = Coefficients.checked(coefficient, n);
    }

    /**
     * √((1 + r²/2)/(n − 3)) of Bonett and Wright, "Sample size requirements for estimating Pearson, Kendall and Spearman
     * correlations", Psychometrika 65 (2000).
     */
    @Override
    public double transformedError() {
        return Math.sqrt((1 + coefficient * coefficient / 2) / (n - 3));
    }
}
