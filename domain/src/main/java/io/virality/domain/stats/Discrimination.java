package io.virality.domain.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How well scores tell positives from negatives, of which there are some of either: Fawcett, "An introduction to ROC
 * analysis", Pattern Recognition Letters 27 (2006). Scores are sorted once, so resamples are cheap.
 */
public final class Discrimination {

    private final double[] scores;
    private final boolean[] positives;
    private final int[] descending;

    /** A score a unit, and whether it is positive. */
    public Discrimination(double[] scores, boolean[] positives) {
        this.scores = scores.clone();
        this.positives = positives.clone();
        this.descending = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** {@link #auc(int...)} with each unit once. */
    public double auc() {
        return auc(once());
    }

    /** {@link #averagePrecision(int...)} with each unit once. */
    public double averagePrecision() {
        return averagePrecision(once());
    }

    private int[] once() {
        int[] once = new int[scores.length];
        Arrays.fill(once, 1);
        return once;
    }

    /**
     * The area under the curve of true against false positives: how often a positive scores above a negative, ties counting
     * half.
     *
     * @param times each unit is taken so many times
     * @return {@code NaN} without positives or negatives
     */
    public double auc(int... times) {
        double area = 0;
        double above = 0;
        double negatives = 0;
        for (int i = 0; i < descending.length; ) {
            double tiedPositives = 0;
            double tiedNegatives = 0;
            double score = scores[descending[i]];
            for (; i < descending.length && scores[descending[i]] == score; i++) {
                int unit = descending[i];
                tiedPositives += positives[unit] ? times[unit] : 0;
                tiedNegatives += positives[unit] ? 0 : times[unit];
            }
            area += tiedNegatives * (above + tiedPositives / 2);
            above += tiedPositives;
            negatives += tiedNegatives;
        }
        return area / above / negatives;
    }

    /**
     * Average precision, the area under the curve of precision by recall without interpolation: the mean share of positives
     * among all that score at least as high, over the positives.
     *
     * @param times each unit is taken so many times
     * @return {@code NaN} without positives
     */
    public double averagePrecision(int... times) {
        double sum = 0;
        double above = 0;
        double all = 0;
        for (int i = 0; i < descending.length; ) {
            double tiedPositives = 0;
            double score = scores[descending[i]];
            for (; i < descending.length && scores[descending[i]] == score; i++) {
                int unit = descending[i];
                tiedPositives += positives[unit] ? times[unit] : 0;
                all += times[unit];
            }
            above += tiedPositives;
            sum += tiedPositives == 0 ? 0 : tiedPositives * above / all;
        }
        return sum / above;
    }
}
