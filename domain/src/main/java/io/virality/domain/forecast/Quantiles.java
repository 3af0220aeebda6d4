package io.virality.domain.forecast;

import java.util.Arrays;

/** Quantiles of values that may be put in order. */
final class Quantiles {

    private Quantiles() {}

    /** The median; {@code NaN} of no values. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted, .5);
    }

    /** Linear between the two nearest values; {@code NaN} of no values. */
    static double ofSorted(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
