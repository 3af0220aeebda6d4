package io.virality.domain.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A response explained by several predictors: ordinary least squares with an intercept. Errors may differ in size and be
 * alike within clusters: the coefficients' covariance is the sandwich of Liang and Zeger, "Longitudinal data analysis
 * using generalized linear models", Biometrika 73 (1986), times G/(G − 1) · (n − 1)/(n − k) for G clusters and k
 * coefficients, and t has G − 1 degrees of freedom (Cameron and Miller, "A practitioner's guide to cluster-robust
 * inference", Journal of Human Resources 50 (2015)).
 */
public final class LinearModel {

    /** A predictor of which less than this part is its own is a combination of the others. */
    private static final double TOLERANCE = 1e-9;

    private final double[] coefficients;
    private final double[] errors;
    private final double explained;
    private final int clusters;

    private LinearModel(double[] coefficients, double[] errors, double explained, int clusters) {
        this.coefficients = coefficients;
        this.errors = errors;
        this.explained = explained;
        this.clusters = clusters;
    }

    /**
     * The model that fits best.
     *
     * @param response one value a unit
     * @param predictors each one value a unit, as {@link #independent} leaves them
     * @param cluster which of the units belong together
     * @throws IllegalArgumentException if there is one cluster only, no more units than coefficients, or a predictor that
     *     is constant or a combination of others
     */
    public static LinearModel fit(double[] response, List<double[]> predictors, Clusters cluster) {
        int n = response.length;
        int k = predictors.size() + 1;
        if (n <= k) {
            throw new IllegalArgumentException(n + " units for " + k + " coefficients");
        }
        // Centred columns keep the sums small; the intercept takes up the means.
        double[] y = centred(response);
        List<double[]> x = predictors.parallelStream().map(LinearModel::centred).toList();
        double[][] products = products(x);
        if (independent(products).size() < predictors.size()) {
            throw new IllegalArgumentException("a predictor is constant or a combination of others");
        }
        double[][] inverse = inverse(products);
        double[] slopes = times(
                inverse, x.stream().mapToDouble(column -> product(column, y)).toArray());
        double[] residuals = y.clone();
        for (int j = 0; j < slopes.length; j++) {
            for (int i = 0; i < n; i++) {
                residuals[i] -= slopes[j] * x.get(j)[i];
            }
        }
        int groups = cluster.count();
        if (groups < 2) {
            throw new IllegalArgumentException("all units are of one cluster");
        }
        List<double[]> scores = x.parallelStream()
                .map(column -> {
                    double[] sums = new double[groups];
                    for (int i = 0; i < n; i++) {
                        sums[cluster.of()[i]] += residuals[i] * column[i];
                    }
                    return sums;
                })
                .toList();
        double factor = groups / (groups - 1.0) * (n - 1) / (n - k);
        double[] errors = Arrays.stream(inverse)
                .parallel()
                .mapToDouble(row -> {
                    double variance = 0;
                    for (int group = 0; group < groups; group++) {
                        double influence = 0;
                        for (int i = 0; i < row.length; i++) {
                            influence += row[i] * scores.get(i)[group];
                        }
                        variance += factor * influence * influence;
                    }
                    return Math.sqrt(variance);
                })
                .toArray();
        return new LinearModel(slopes, errors, 1 - product(residuals, residuals) / product(y, y), groups);
    }

    /** Which of the predictors are neither constant nor a combination of those before them, by their numbers. */
    public static List<Integer> independent(List<double[]> predictors) {
        return independent(
                products(predictors.stream().map(LinearModel::centred).toList()));
    }

    /** By elimination, of the products of centred columns: what is left on the diagonal is a column's own. */
    private static List<Integer> independent(double[][] products) {
        double[][] left = Arrays.stream(products).map(double[]::clone).toArray(double[][]::new);
        List<Integer> kept = new ArrayList<>();
        for (int j = 0; j < left.length; j++) {
            if (products[j][j] > 0 && left[j][j] > TOLERANCE * products[j][j]) {
                kept.add(j);
                for (int i = j + 1; i < left.length; i++) {
                    double factor = left[i][j] / left[j][j];
                    for (int l = j; l < left.length; l++) {
                        left[i][l] -= factor * left[j][l];
                    }
                }
            }
        }
        return kept;
    }

    /** By how much the response is higher where this predictor is higher by one, and the others are equal. */
    public double coefficient(int predictor) {
        return coefficients[predictor];
    }

    /** The interval of a coefficient. */
    public Interval interval(int predictor, double confidence) {
        double width =
                TDistribution.of(clusters - 1).inverseSurvivalProbability((1 - confidence) / 2) * errors[predictor];
        return new Interval(coefficients[predictor] - width, coefficients[predictor] + width, confidence);
    }

    /** The two-sided p-value of a coefficient of zero. */
    public double pValue(int predictor) {
        double t = Math.abs(coefficients[predictor]) / errors[predictor];
        return Math.min(1, 2 * TDistribution.of(clusters - 1).survivalProbability(t));
    }

    /** The part of the response's variance that all predictors explain together. */
    public double explained() {
        return explained;
    }

    private static double[] centred(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double[] centred = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            centred[i] = values[i] - mean;
        }
        return centred;
    }

    static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double[][] products(List<double[]> columns) {
        double[][] products = new double[columns.size()][columns.size()];
        IntStream.range(0, products.length).parallel().forEach(i -> {
            for (int j = 0; j <= i; j++) {
                products[i][j] = product(columns.get(i), columns.get(j));
                products[j][i] = products[i][j];
            }
        });
        return products;
    }

    static double[] times(double[][] matrix, double[] vector) {
        double[] result = new double[vector.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = product(matrix[i], vector);
        }
        return result;
    }

    /** Of a symmetric positive matrix, by elimination: with such a matrix the diagonal is a safe pivot. */
    static double[][] inverse(double[][] matrix) {
        int size = matrix.length;
        double[][] left = new double[size][];
        double[][] right = new double[size][size];
        for (int i = 0; i < size; i++) {
            left[i] = matrix[i].clone();
            right[i][i] = 1;
        }
        for (int pivot = 0; pivot < size; pivot++) {
            double scale = left[pivot][pivot];
            for (int j = 0; j < size; j++) {
                left[pivot][j] /= scale;
                right[pivot][j] /= scale;
            }
            for (int i = 0; i < size; i++) {
                double factor = left[i][pivot];
                if (i != pivot && factor != 0) {
                    for (int j = 0; j < size; j++) {
                        left[i][j] -= factor * left[pivot][j];
                        right[i][j] -= factor * right[pivot][j];
                    }
                }
            }
        }
        return right;
    }
}
