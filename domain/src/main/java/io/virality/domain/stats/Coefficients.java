package io.virality.domain.stats;

/** What every correlation coefficient must be. */
final class Coefficients {

    private static final double ROUNDING = 1e-12;

    private Coefficients() {}

    /**
     * The coefficient, without what rounding added to a perfect one.
     *
     * @throws IllegalArgumentException if it is impossible or there are too few pairs
     */
    static double checked(double coefficient, long n) {
        if (!(Math.abs(coefficient) <= 1 + ROUNDING)) {
            throw new IllegalArgumentException("not a correlation: " + coefficient);
        }
        if (n < Correlation.FEWEST_PAIRS) {
            throw new IllegalArgumentException("a correlation needs " + Correlation.FEWEST_PAIRS + " pairs, not " + n);
        }
        return Math.abs(coefficient) > 1 - ROUNDING ? Math.signum(coefficient) : coefficient;
    }
}
