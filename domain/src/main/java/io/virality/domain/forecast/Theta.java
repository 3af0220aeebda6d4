package io.virality.domain.forecast;

import java.util.List;

/**
 * The Theta method of Assimakopoulos and Nikolopoulos (2000) in the form of Hyndman and Billah (2003): simple exponential
 * smoothing, and half the slope of the straight line through all values.
 */
final class Theta implements ForecastMethod {

    private static final double LEAST_SMOOTHING = 1e-4;
    private static final double MOST_SMOOTHING = .9999;
    private static final int COARSE = 6;
    private static final int REFINEMENTS = 22;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    @Override
    public String id() {
        return "theta";
    }

    @Override
    public Extrapolation over(List<DailySeries> panel) {
        return series -> fit(Grid.of(series), series.spacing());
    }

    static Trend fit(double[] values, double stepDays) {
        double smoothing = smoothing(values);
        double half = slope(values) / 2;
        double ahead = (1 - Math.pow(1 - smoothing, values.length)) / smoothing;
        Smoothed smoothed = Smoothed.of(values, smoothing);
        return new Trend(smoothed.level() + half * (ahead - 1), half, 1, stepDays);
    }

    /** By the least squared error one step ahead, with the best first level for each. */
    static double smoothing(double[] values) {
        double width = (MOST_SMOOTHING - LEAST_SMOOTHING) / COARSE;
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= COARSE; i++) {
            double error = Smoothed.of(values, LEAST_SMOOTHING + i * width).error();
            if (error < least) {
                least = error;
                best = i;
            }
        }
        double low = LEAST_SMOOTHING + Math.max(0, best - 1) * width;
        double high = LEAST_SMOOTHING + Math.min(COARSE, best + 1) * width;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double leftError = Smoothed.of(values, left).error();
        double rightError = Smoothed.of(values, right).error();
        for (int i = 0; i < REFINEMENTS; i++) {
            if (leftError <= rightError) {
                high = right;
                right = left;
                rightError = leftError;
                left = high - GOLDEN * (high - low);
                leftError = Smoothed.of(values, left).error();
            } else {
                low = left;
                left = right;
                leftError = rightError;
                right = low + GOLDEN * (high - low);
                rightError = Smoothed.of(values, right).error();
            }
        }
        return leftError <= rightError ? left : right;
    }

    private static double slope(double[] values) {
        double middle = (values.length - 1) / 2.0;
        double above = 0;
        double below = 0;
        for (int i = 0; i < values.length; i++) {
            above += (i - middle) * values[i];
            below += (i - middle) * (i - middle);
        }
        return below > 0 ? above / below : 0;
    }

    /**
     * Simple exponential smoothing.
     *
     * @param level behind the last value
     * @param error the sum of squares
     */
    private record Smoothed(double level, double error) {

        /** Errors are linear in the first level: it is solved for, not searched. */
        static Smoothed of(double[] values, double smoothing) {
            double keeping = 1 - smoothing;
            double first = values[0];
            double level = first;
            double weight = 1;
            double squares = 0;
            double products = 0;
            double weights = 0;
            for (double value : values) {
                double error = value - level;
                squares += error * error;
                products += error * weight;
                weights += weight * weight;
                level += smoothing * error;
                weight *= keeping;
            }
            double shift = products / weights;
            return new Smoothed(level + shift * weight, Math.max(0, squares - shift * products));
        }
    }
}
