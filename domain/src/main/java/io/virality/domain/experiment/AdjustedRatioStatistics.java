package io.virality.domain.experiment;

/**
 * Of a ratio of two sums that is adjusted by the same ratio from before: CUPED by the delta method.
 *
 * @param moments of four variables: above and below the line, then the same from before
 */
public record AdjustedRatioStatistics(Moments moments) implements SufficientStatistics {

    private static final int VARIABLES = 4;
    private static final double NO_ADJUSTMENT = 1e-8;

    /** @throws IllegalArgumentException if there are not four variables */
    public AdjustedRatioStatistics {
        Variables.are(VARIABLES, moments);
    }

    /** Of the units of both, which have none in common. */
    public AdjustedRatioStatistics plus(AdjustedRatioStatistics other) {
        return new AdjustedRatioStatistics(moments.plus(other.moments));
    }

    @Override
    public long units() {
        return moments.n();
    }

    @Override
    public double value() {
        return unadjusted().value();
    }

    @Override
    public double variance() {
        return unadjusted().variance();
    }

    /** The ratio without that from before. */
    RatioStatistics unadjusted() {
        return new RatioStatistics(moments.firstTwo());
    }

    /** The ratio less θ times that from before. */
    double adjustedValue(double theta) {
        return value() - theta * moments.mean(2) / moments.mean(3);
    }

    /** How the adjusted value follows the four means. */
    double[] gradient(double theta) {
        double above = moments.mean(0);
        double below = moments.mean(1);
        double aboveBefore = moments.mean(2);
        double belowBefore = moments.mean(3);
        return new double[] {
            1 / below, -above / (below * below), -theta / belowBefore, theta * aboveBefore / (belowBefore * belowBefore)
        };
    }

    /** The variance of one unit, less θ times that from before. */
    public double adjustedVariance(double theta) {
        return theta == 0 ? variance() : variance(gradient(theta));
    }

    /** The variance of one unit of what follows the four means with these gradients. */
    double variance(double[] gradient) {
        return quadratic(gradient, 0, gradient, 0, VARIABLES);
    }

    /**
     * The θ that leaves the least variance, over both arms.
     *
     * @return 0 where there is nothing to adjust by
     */
    public static double theta(AdjustedRatioStatistics control, AdjustedRatioStatistics treatment) {
        double variance = 0;
        double covariance = 0;
        for (AdjustedRatioStatistics arm : new AdjustedRatioStatistics[] {control, treatment}) {
            if (arm.moments.mean(1) == 0 || arm.moments.mean(3) == 0) {
                return 0;
            }
            double[] gradient = arm.gradient(1);
            variance += arm.quadratic(gradient, 2, gradient, 2, VARIABLES);
            covariance += arm.quadratic(gradient, 2, gradient, 0, 2);
        }
        double theta = variance > 0 ? -covariance / variance : 0;
        return Math.abs(theta) < NO_ADJUSTMENT ? 0 : theta;
    }

    /** Rows from {@code fromRow} on by columns from {@code fromColumn} up to {@code toColumn}. */
    private double quadratic(double[] rows, int fromRow, double[] columns, int fromColumn, int toColumn) {
        double sum = 0;
        for (int i = fromRow; i < VARIABLES; i++) {
            for (int j = fromColumn; j < toColumn; j++) {
                sum += rows[i] * columns[j] * moments.covariance(i, j);
            }
        }
        return sum;
    }
}
