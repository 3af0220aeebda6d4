package io.virality.domain.attribution;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Whole parts of a whole number: each is rounded down, and what is left goes to those that lost most. */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * Splits a total by weights. Equal remainders are served in their order.
     *
     * @param total at least 0
     * @param weights none negative, one of them positive
     */
    static long[] split(long total, double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        long[] parts = new long[weights.length];
        double[] lost = new double[weights.length];
        long left = total;
        for (int i = 0; i < parts.length; i++) {
            double exact = total * (weights[i] / sum);
            parts[i] = (long) exact;
            lost[i] = exact - parts[i];
            left -= parts[i];
        }
        serve(parts, lost, left, 1);
        return parts;
    }

    /** Rounds to multiples of a unit that add up to the total, itself rounded half up. None is negative. */
    public static long[] round(long[] exact, long unit) {
        long[] parts = new long[exact.length];
        double[] lost = new double[exact.length];
        long total = 0;
        long left = 0;
        for (int i = 0; i < exact.length; i++) {
            total += exact[i];
            parts[i] = exact[i] / unit * unit;
            lost[i] = exact[i] - parts[i];
            left -= parts[i] / unit;
        }
        serve(parts, lost, left + (total + unit / 2) / unit, unit);
        return parts;
    }

    private static void serve(long[] parts, double[] lost, long left, long unit) {
        if (left == 0) {
            return;
        }
        if (parts.length == 1) {
            parts[0] += left * unit;
            return;
        }
        if (left == 1) {
            int most = 0;
            for (int i = 1; i < lost.length; i++) {
                most = lost[i] > lost[most] ? i : most;
            }
            parts[most] += unit;
            return;
        }
        int[] order = IntStream.range(0, lost.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -lost[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        if (left < 0) {
            // Quotients that floating point rounded up to the next whole number.
            int largest = Arrays.stream(order).reduce(0, (one, other) -> parts[other] > parts[one] ? other : one);
            parts[largest] += left * unit;
            return;
        }
        for (int i = 0; i < left; i++) {
            parts[order[i % order.length]] += unit;
        }
    }
}
