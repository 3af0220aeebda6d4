package io.virality.domain.stats;

import java.util.Arrays;

/** Values by their order alone, so that neither their scale nor a few huge ones matter. */
public final class Ranks {

    private Ranks() {}

    /** The values' ranks with mean 0 and variance 1; equal values share their mean rank, and are all 0 if all are equal. */
    public static double[] standardised(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            ranks[i] = first(sorted, values[i], false) + first(sorted, values[i], true) - values.length;
            squares += ranks[i] * ranks[i];
        }
        double deviation = Math.sqrt(squares / values.length);
        for (int i = 0; deviation > 0 && i < ranks.length; i++) {
            ranks[i] /= deviation;
        }
        return ranks;
    }

    /** The first place of a value that is not less, or of one that is greater. */
    private static int first(double[] sorted, double value, boolean greater) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || greater && sorted[middle] == value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
