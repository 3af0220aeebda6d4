package io.virality.domain.experiment;

import java.util.Arrays;

/**
 * How many units there are, the means of some variables of them, and the sums of products of their deviations from the
 * means. Moments of different units can be added (Chan, Golub and LeVeque, "Algorithms for computing the sample variance",
 * The American Statistician 37 (1983)), in any order, and lose no digits where values are large and alike.
 *
 * <p>A variable that is 0 or 1 is <em>binary</em>: its variance is m(1 − m), as that of a share is usually told, and
 * covariances of two such have n in the denominator too. All others have n − 1.
 */
public final class Moments {

    private final long n;
    private final boolean[] binary;
    private final double[] means;
    private final double[][] products;

    private Moments(long n, boolean[] binary, double[] means, double[][] products) {
        this.n = n;
        this.binary = binary;
        this.means = means;
        this.products = products;
    }

    /**
     * Moments from sums, as a database gives them. Sums of squares of large values that are alike hold few digits of their
     * variance: rows that are counted one by one hold all.
     *
     * @param n how many units there are
     * @param binary which of the variables are 0 or 1
     * @param sums of each variable
     * @param sumsOfProducts of each two of them, symmetric; of a binary variable with itself it is not looked at
     * @throws IllegalArgumentException if n is negative, or the lengths differ
     */
    public static Moments ofSums(long n, boolean[] binary, double[] sums, double[][] sumsOfProducts) {
        int size = sums.length;
        if (n < 0 || binary.length != size || sumsOfProducts.length != size) {
            throw new IllegalArgumentException("no sums of " + n + " units: " + Arrays.toString(sums));
        }
        double[] means = new double[size];
        double[][] products = new double[size][size];
        for (int i = 0; n > 0 && i < size; i++) {
            means[i] = sums[i] / n;
            for (int j = 0; j <= i; j++) {
                double sum = i == j && binary[i] ? sums[i] : sumsOfProducts[i][j];
                products[i][j] = sum - sums[i] * sums[j] / n;
                products[j][i] = products[i][j];
            }
        }
        return new Moments(n, binary.clone(), means, products);
    }

    /**
     * Moments from means and deviations, as a database gives them that looks twice: no digits are lost.
     *
     * @param n how many units there are
     * @param binary which of the variables are 0 or 1
     * @param means of each variable
     * @param products the sum of products of the deviations of each two variables from their means, symmetric
     * @throws IllegalArgumentException if n is negative, or the lengths differ
     */
    public static Moments ofDeviations(long n, boolean[] binary, double[] means, double[][] products) {
        if (n < 0 || binary.length != means.length || products.length != means.length) {
            throw new IllegalArgumentException("no deviations of " + n + " units: " + Arrays.toString(means));
        }
        double[][] copy = new double[products.length][];
        for (int i = 0; i < products.length; i++) {
            copy[i] = products[i].clone();
        }
        return new Moments(n, binary.clone(), means.clone(), copy);
    }

    /**
     * Moments of one variable, as a report tells them.
     *
     * @param n how many units there are
     * @param mean of them
     * @param variance with n − 1
     */
    public static Moments ofSummary(long n, double mean, double variance) {
        return new Moments(n, new boolean[1], new double[] {mean}, new double[][] {{variance * (n - 1)}});
    }

    /** The moments of both, which have no unit in common. */
    public Moments plus(Moments other) {
        if (!Arrays.equals(binary, other.binary)) {
            throw new IllegalArgumentException("moments of other variables");
        }
        if (n == 0) {
            return other;
        }
        if (other.n == 0) {
            return this;
        }
        int size = means.length;
        double all = (double) n + other.n;
        double[] sumMeans = new double[size];
        double[][] sumProducts = new double[size][size];
        for (int i = 0; i < size; i++) {
            double apart = other.means[i] - means[i];
            sumMeans[i] = means[i] + apart * (other.n / all);
            for (int j = 0; j <= i; j++) {
                sumProducts[i][j] = products[i][j]
                        + other.products[i][j]
                        + apart * (other.means[j] - means[j]) * (n * (other.n / all));
                sumProducts[j][i] = sumProducts[i][j];
            }
        }
        return new Moments(n + other.n, binary, sumMeans, sumProducts);
    }

    /** How many units there are. */
    public long n() {
        return n;
    }

    /** How many variables there are. */
    public int size() {
        return means.length;
    }

    /** Whether a variable is 0 or 1. */
    public boolean binary(int variable) {
        return binary[variable];
    }

    /** The mean of a variable; 0 of no units. */
    public double mean(int variable) {
        return means[variable];
    }

    /** The variance of a variable; 0 where there are too few units to tell. */
    public double variance(int variable) {
        return covariance(variable, variable);
    }

    /** The covariance of two variables; 0 where there are too few units to tell. */
    public double covariance(int one, int other) {
        double divisor = binary[one] && binary[other] ? n : n - 1.0;
        return divisor > 0 ? products[one][other] / divisor : 0;
    }

    /** The sum of products of the deviations of two variables from their means. */
    double products(int one, int other) {
        return products[one][other];
    }

    /** The same moments of a single variable. */
    Moments only(int variable) {
        return new Moments(n, new boolean[] {binary[variable]}, new double[] {means[variable]}, new double[][] {
            {products[variable][variable]}
        });
    }

    /** The same moments of the first two variables. */
    Moments firstTwo() {
        return new Moments(n, Arrays.copyOf(binary, 2), Arrays.copyOf(means, 2), new double[][] {
            Arrays.copyOf(products[0], 2), Arrays.copyOf(products[1], 2)
        });
    }

    /**
     * Counts units one by one (Welford, "Note on a method for calculating corrected sums of squares and products",
     * Technometrics 4 (1962)). Not for several threads: each has its own, and their moments are added.
     */
    public static final class Counter {

        private final boolean[] binary;
        private final double[] means;
        private final double[] apart;
        private final double[][] products;
        private long n;

        /** Counts units with so many variables; says of each whether it is 0 or 1. */
        public Counter(boolean... binary) {
            this.binary = binary.clone();
            this.means = new double[binary.length];
            this.apart = new double[binary.length];
            this.products = new double[binary.length][binary.length];
        }

        /** Counts a unit with one variable. */
        public void add(double value) {
            n++;
            double before = value - means[0];
            means[0] += before / n;
            products[0][0] += before * (value - means[0]);
        }

        /** Counts a unit with two variables. */
        public void add(double first, double second) {
            n++;
            double firstBefore = first - means[0];
            double secondBefore = second - means[1];
            means[0] += firstBefore / n;
            means[1] += secondBefore / n;
            double secondAfter = second - means[1];
            products[0][0] += firstBefore * (first - means[0]);
            products[0][1] += firstBefore * secondAfter;
            products[1][1] += secondBefore * secondAfter;
        }

        /** Counts a unit with any number of variables. */
        public void add(double... values) {
            n++;
            for (int i = 0; i < means.length; i++) {
                apart[i] = values[i] - means[i];
                means[i] += apart[i] / n;
            }
            for (int i = 0; i < means.length; i++) {
                for (int j = i; j < means.length; j++) {
                    products[i][j] += apart[i] * (values[j] - means[j]);
                }
            }
        }

        /** The moments of what has been counted so far. */
        public Moments moments() {
            double[][] symmetric = new double[means.length][means.length];
            for (int i = 0; i < means.length; i++) {
                for (int j = 0; j < means.length; j++) {
                    symmetric[i][j] = products[Math.min(i, j)][Math.max(i, j)];
                }
            }
            return new Moments(n, binary, means.clone(), symmetric);
        }
    }
}
