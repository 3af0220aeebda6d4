package io.virality.domain.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How p-values of a family of tests are corrected for their number. All but the last two bound the chance of any false
 * alarm; those bound the share of false ones among the alarms. Definitions as in R's {@code p.adjust} and statsmodels'
 * {@code multipletests}.
 */
public enum FamilyCorrection {

    /** Each times their number; for tests of any dependence. */
    BONFERRONI {
        @Override
        void adjust(double[] ascending) {
            int m = ascending.length;
            for (int i = 0; i < m; i++) {
                ascending[i] *= m;
            }
        }
    },

    /** Šidák, Journal of the American Statistical Association 62 (1967); for independent tests. */
    SIDAK {
        @Override
        void adjust(double[] ascending) {
            int m = ascending.length;
            for (int i = 0; i < m; i++) {
                ascending[i] = anyOf(m, ascending[i]);
            }
        }
    },

    /** {@link Holm}; for tests of any dependence, and never worse than {@link #BONFERRONI}. */
    HOLM {
        @Override
        void adjust(double[] ascending) {
            System.arraycopy(Holm.adjusted(ascending), 0, ascending, 0, ascending.length);
        }
    },

    /** Holm's steps with Šidák's level; for independent tests. */
    HOLM_SIDAK {
        @Override
        void adjust(double[] ascending) {
            int m = ascending.length;
            double least = 0;
            for (int i = 0; i < m; i++) {
                least = Math.max(least, anyOf(m - i, ascending[i]));
                ascending[i] = least;
            }
        }
    },

    /** Hochberg, Biometrika 75 (1988); for independent tests. */
    HOCHBERG {
        @Override
        void adjust(double[] ascending) {
            int m = ascending.length;
            stepUp(ascending, i -> m - i);
        }
    },

    /** Hommel, Biometrika 75 (1988), by Wright, Biometrics 48 (1992); for independent tests. */
    HOMMEL {
        @Override
        void adjust(double[] ascending) {
            int m = ascending.length;
            double[] p = ascending.clone();
            double smallest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < m; i++) {
                smallest = Math.min(smallest, m * p[i] / (i + 1));
            }
            double[] adjusted = new double[m];
            Arrays.fill(adjusted, smallest);
            for (int size = m - 1; size > 1; size--) {
                int rest = m - size;
                double q = Double.POSITIVE_INFINITY;
                for (int k = 2; k <= size; k++) {
                    q = Math.min(q, size * p[rest + k - 1] / k);
                }
                for (int i = 0; i <= rest; i++) {
                    adjusted[i] = Math.max(adjusted[i], Math.min(size * p[i], q));
                }
                for (int i = rest + 1; i < m; i++) {
                    adjusted[i] = Math.max(adjusted[i], q);
                }
            }
            for (int i = 0; i < m; i++) {
                ascending[i] = Math.max(adjusted[i], p[i]);
            }
        }
    },

    /** Benjamini and Hochberg, Journal of the Royal Statistical Society B 57 (1995); for independent tests. */
    BENJAMINI_HOCHBERG {
        @Override
        void adjust(double[] ascending) {
            int m = ascending.length;
            stepUp(ascending, i -> (double) m / (i + 1));
        }
    },

    /** Benjamini and Yekutieli, Annals of Statistics 29 (2001); for tests of any dependence. */
    BENJAMINI_YEKUTIELI {
        @Override
        void adjust(double[] ascending) {
            int m = ascending.length;
            double harmonic =
                    IntStream.rangeClosed(1, m).mapToDouble(i -> 1.0 / i).sum();
            stepUp(ascending, i -> harmonic * m / (i + 1));
        }
    };

    /** The p-values, corrected for their number, in the same order. */
    public double[] adjusted(double... pValues) {
        Integer[] order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .toArray(Integer[]::new);
        double[] ascending = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            ascending[i] = pValues[order[i]];
        }
        adjust(ascending);
        double[] adjusted = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            adjusted[order[i]] = Math.min(1, ascending[i]);
        }
        return adjusted;
    }

    /** Corrects them in place; 1 may be exceeded. */
    abstract void adjust(double[] ascending);

    /** How likely the smallest of so many p-values is at most this. */
    private static double anyOf(int tests, double p) {
        return -Math.expm1(tests * Math.log1p(-p));
    }

    /** From the largest down, none is larger than the one before. */
    private static void stepUp(double[] ascending, IntToDoubleFunction factor) {
        double most = Double.POSITIVE_INFINITY;
        for (int i = ascending.length - 1; i >= 0; i--) {
            most = Math.min(most, ascending[i] * factor.applyAsDouble(i));
            ascending[i] = most;
        }
    }
}
