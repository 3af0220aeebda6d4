package io.virality.domain.forecast;

import java.util.List;

/**
 * Exponential smoothing with a damped additive trend and additive errors, ETS(A,Ad,N) in the words of Hyndman et al., Forecasting
 * with Exponential Smoothing (2008), whose bounds it takes; fitted by least squares, which here is maximum likelihood.
 */
final class DampedTrend implements ForecastMethod {

    private static final double LEAST_SMOOTHING = 1e-4;
    private static final double MOST_SMOOTHING = .9999;
    private static final double LEAST_DAMPING = .8;
    private static final double MOST_DAMPING = .98;
    private static final double[][] STARTS = {
        {.2, .1, .9}, {.2, .1, .98}, {.6, .1, .9}, {.6, .3, .98}, {.95, .05, .9}, {.95, .05, .98}, {.95, .5, .95}
    };
    private static final double FIRST_STRIDE = .2;
    private static final double LAST_STRIDE = .004;

    @Override
    public String id() {
        return "damped-trend";
    }

    @Override
    public Extrapolation over(List<DailySeries> panel) {
        return series -> fit(Grid.of(series), series.spacing());
    }

    static Trend fit(double[] values, double stepDays) {
        Recursion best = search(new Recursion(values));
        return new Trend(best.level, best.slope, best.damping, stepDays);
    }

    /** The least sum of squares of errors one step ahead. */
    static double leastError(double[] values) {
        return search(new Recursion(values)).error;
    }

    /** By strides along each of the three parameters, shorter and shorter (Hooke and Jeeves). */
    private static Recursion search(Recursion recursion) {
        double[] best = STARTS[0].clone();
        double least = Double.POSITIVE_INFINITY;
        for (double[] start : STARTS) {
            if (recursion.run(start) < least) {
                least = recursion.error;
                best = start.clone();
            }
        }
        for (double stride = FIRST_STRIDE; stride > LAST_STRIDE; ) {
            boolean better = false;
            for (int i = 0; i < best.length; i++) {
                double before = best[i];
                for (int sign = 1; sign >= -1; sign -= 2) {
                    best[i] = inside(i, before + sign * stride * width(i));
                    if (best[i] != before && recursion.run(best) < least) {
                        least = recursion.error;
                        better = true;
                        break;
                    }
                    best[i] = before;
                }
            }
            stride = better ? stride : stride / 2;
        }
        recursion.run(best);
        return recursion;
    }

    private static double width(int parameter) {
        return parameter == 2 ? MOST_DAMPING - LEAST_DAMPING : 1;
    }

    private static double inside(int parameter, double value) {
        return parameter == 2
                ? Math.max(LEAST_DAMPING, Math.min(MOST_DAMPING, value))
                : Math.max(LEAST_SMOOTHING, Math.min(MOST_SMOOTHING, value));
    }

    /** Errors are linear in the first level and slope: these are solved for, not searched. */
    private static final class Recursion {

        private final double[] values;
        private double error;
        private double level;
        private double slope;
        private double damping;

        Recursion(double[] values) {
            this.values = values;
        }

        /** With the smoothing of the level, that of the slope as a part of it, and the damping. */
        double run(double[] parameters) {
            double a = parameters[0];
            double b = parameters[0] * parameters[1];
            double d = parameters[2];
            double l = values[0];
            double s = 0;
            double lByLevel = 1;
            double sByLevel = 0;
            double lBySlope = 0;
            double sBySlope = 1;
            double ee = 0;
            double el = 0;
            double es = 0;
            double ll = 0;
            double ls = 0;
            double ss = 0;
            for (double value : values) {
                double ahead = l + d * s;
                double e = value - ahead;
                double aheadByLevel = lByLevel + d * sByLevel;
                double aheadBySlope = lBySlope + d * sBySlope;
                ee += e * e;
                el += e * aheadByLevel;
                es += e * aheadBySlope;
                ll += aheadByLevel * aheadByLevel;
                ls += aheadByLevel * aheadBySlope;
                ss += aheadBySlope * aheadBySlope;
                l = ahead + a * e;
                s = d * s + b * e;
                lByLevel = aheadByLevel - a * aheadByLevel;
                sByLevel = d * sByLevel - b * aheadByLevel;
                lBySlope = aheadBySlope - a * aheadBySlope;
                sBySlope = d * sBySlope - b * aheadBySlope;
            }
            double determinant = ll * ss - ls * ls;
            boolean solvable = determinant > 1e-12 * ll * ss;
            double byLevel = solvable ? (el * ss - es * ls) / determinant : el / ll;
            double bySlope = solvable ? (es * ll - el * ls) / determinant : 0;
            error = Math.max(0, ee - byLevel * el - bySlope * es);
            level = l + byLevel * lByLevel + bySlope * lBySlope;
            slope = s + byLevel * sByLevel + bySlope * sBySlope;
            damping = d;
            return error;
        }
    }
}
