package io.virality.domain.stats;

/**
 * The probability of something, by what is known beforehand: logistic regression with an intercept, by Newton's method. The
 * slopes are held back by a ridge penalty of half their squares, so that there is one best fit of all data, separable or
 * not.
 */
public final class LogisticModel {

    private static final int MOST_STEPS = 100;
    private static final double CLOSE_ENOUGH = 1e-10;

    private final double[] coefficients;

    /** @param coefficients the intercept, then a slope a predictor */
    public LogisticModel(double... coefficients) {
        this.coefficients = coefficients.clone();
    }

    /**
     * The model that fits best.
     *
     * @param predictors a row a unit, each of the same length
     * @param happened whether it happened to each
     * @throws IllegalArgumentException if it happened to all or to none
     */
    public static LogisticModel fit(double[][] predictors, boolean[] happened) {
        int units = 0;
        for (boolean one : happened) {
            units += one ? 1 : 0;
        }
        if (units == 0 || units == happened.length) {
            throw new IllegalArgumentException("it happened to " + units + " of " + happened.length);
        }
        double[] coefficients = new double[predictors[0].length + 1];
        coefficients[0] = Math.log(units / (double) (happened.length - units));
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] change = change(coefficients, predictors, happened);
            double largest = 0;
            for (int j = 0; j < change.length; j++) {
                // A long step may lead away from where the curve was measured.
                double bounded = Math.max(-1, Math.min(1, change[j]));
                coefficients[j] += bounded;
                largest = Math.max(largest, Math.abs(bounded));
            }
            if (largest < CLOSE_ENOUGH) {
                break;
            }
        }
        return new LogisticModel(coefficients);
    }

    private static double[] change(double[] coefficients, double[][] predictors, boolean[] happened) {
        int size = coefficients.length;
        double[] gradient = new double[size];
        double[][] curvature = new double[size][size];
        for (int j = 1; j < size; j++) {
            gradient[j] = -coefficients[j];
            curvature[j][j] = 1;
        }
        for (int i = 0; i < predictors.length; i++) {
            double probability = probability(coefficients, predictors[i]);
            double error = (happened[i] ? 1 : 0) - probability;
            double weight = Math.max(probability * (1 - probability), Double.MIN_NORMAL);
            for (int j = 0; j < size; j++) {
                double one = j == 0 ? 1 : predictors[i][j - 1];
                gradient[j] += error * one;
                for (int k = 0; k < size; k++) {
                    curvature[j][k] += weight * one * (k == 0 ? 1 : predictors[i][k - 1]);
                }
            }
        }
        return LinearModel.times(LinearModel.inverse(curvature), gradient);
    }

    /** How probable it is. */
    public double probability(double... predictors) {
        return probability(coefficients, predictors);
    }

    private static double probability(double[] coefficients, double[] predictors) {
        double sum = coefficients[0];
        for (int j = 0; j < predictors.length; j++) {
            sum += coefficients[j + 1] * predictors[j];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** The intercept, then a slope a predictor. */
    public double[] coefficients() {
        return coefficients.clone();
    }
}
