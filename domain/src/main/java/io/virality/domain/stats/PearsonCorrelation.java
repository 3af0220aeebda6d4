package io.virality.domain.stats;

/**
 * Pearson's correlation of n pairs. Its interval and p-value take the values as normal; counts are far from that.
 *
 * @param coefficient between −1 and 1
 * @param n the number of pairs, at least {@link Correlation#FEWEST_PAIRS}
 */
public record PearsonCorrelation(double coefficient, long n) implements Correlation {

    /** @throws IllegalArgumentException if the coefficient is impossible or there are too few pairs */
    public PearsonCorrelation {
        coefficient = Coefficients.checked(coefficient, n);
    }

    /** 1/√(n − 3) of Fisher, "On the 'probable error' of a coefficient of correlation", Metron 1 (1921). */
    @Override
    public double transformedError() {
        return 1 / Math.sqrt(n - 3);
    }
}
