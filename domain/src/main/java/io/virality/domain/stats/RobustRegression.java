package io.virality.domain.stats;

/**
 * Ordinary least squares with errors that may differ in size (White, Econometrica 48 (1980); MacKinnon and White, Journal of
 * Econometrics 29 (1985)): what a coefficient is, and how sure that is.
 *
 * <p>Columns of very different size cost digits: they are best centred first.
 */
public final class RobustRegression {

    /** How a squared residual is corrected for having been fitted. */
    public enum Correction {

        /** Not at all. */
        HC0 {
            @Override
            double factor(double leverage, int n, int k) {
                return 1;
            }
        },

        /** By n/(n − k). */
        HC1 {
            @Override
            double factor(double leverage, int n, int k) {
                return (double) n / (n - k);
            }
        },

        /** By its own leverage: unbiased where the errors are alike. */
        HC2 {
            @Override
            double factor(double leverage, int n, int k) {
                return 1 / (1 - leverage);
            }
        },

        /** By that twice, which is near the jackknife and rather too careful. */
        HC3 {
            @Override
            double factor(double leverage, int n, int k) {
                return 1 / ((1 - leverage) * (1 - leverage));
            }
        };

        abstract double factor(double leverage, int n, int k);
    }

    private final double[][] rows;
    private final double[][] inverse;
    private final double[] coefficients;
    private final double[] residuals;

    private RobustRegression(double[][] rows, double[][] inverse, double[] coefficients, double[] residuals) {
        this.rows = rows;
        this.inverse = inverse;
        this.coefficients = coefficients;
        this.residuals = residuals;
    }

    /**
     * The best fit.
     *
     * @param response one value a unit
     * @param rows the columns' values of each unit, with a 1 where there is an intercept
     * @throws IllegalArgumentException if there are no more units than columns
     */
    public static RobustRegression fit(double[] response, double[][] rows) {
        int n = response.length;
        int k = n == 0 ? 0 : rows[0].length;
        if (n <= k) {
            throw new IllegalArgumentException(n + " units for " + k + " coefficients");
        }
        double[][] products = new double[k][k];
        double[] moments = new double[k];
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < k; a++) {
                moments[a] += rows[i][a] * response[i];
                for (int b = 0; b < k; b++) {
                    products[a][b] += rows[i][a] * rows[i][b];
                }
            }
        }
        double[][] inverse = LinearModel.inverse(products);
        double[] coefficients = LinearModel.times(inverse, moments);
        double[] residuals = new double[n];
        for (int i = 0; i < n; i++) {
            residuals[i] = response[i] - LinearModel.product(rows[i], coefficients);
        }
        return new RobustRegression(rows, inverse, coefficients, residuals);
    }

    /** A column's coefficient. */
    public double coefficient(int column) {
        return coefficients[column];
    }

    /** The standard error of a column's coefficient. */
    public double error(int column, Correction correction) {
        double variance = 0;
        for (int i = 0; i < rows.length; i++) {
            double leverage = LinearModel.product(rows[i], LinearModel.times(inverse, rows[i]));
            double influence = LinearModel.product(inverse[column], rows[i]) * residuals[i];
            variance += influence * influence * correction.factor(leverage, rows.length, coefficients.length);
        }
        return Math.sqrt(variance);
    }
}
