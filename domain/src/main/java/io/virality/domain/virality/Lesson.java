package io.virality.domain.virality;

import io.virality.domain.stats.Sample;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What there is to learn from: videos, and which of them went viral.
 *
 * @param threshold from so many times its creator's usual views on a video counts as viral
 * @param rows what was known of the older videos, a row each, {@code NaN} for what was not
 * @param viral which of these went viral
 * @param laterRows the same of the newest videos: by them probabilities are set right, not learnt
 * @param laterViral which of these went viral
 */
public record Lesson(double threshold, double[][] rows, boolean[] viral, double[][] laterRows, boolean[] laterViral) {

    /** The share of videos that count as viral. */
    public static final double VIRAL = .1;

    /** The newest part of the videos, kept to set probabilities right. */
    private static final double LATER = .2;

    /** The threshold is learnt from the same videos. */
    public static Lesson of(List<Launch> launches) {
        List<Launch> inTime = launches.stream()
                .sorted(Comparator.comparingLong(Launch::posted).thenComparingLong(Launch::creator))
                .toList();
        double threshold =
                Sample.of(inTime.stream().mapToDouble(Launch::ratio).toArray()).quantile(1 - VIRAL);
        int later = (int) Math.round(inTime.size() * (1 - LATER));
        return of(threshold, inTime.subList(0, later), inTime.subList(later, inTime.size()));
    }

    private static Lesson of(double threshold, List<Launch> older, List<Launch> newest) {
        return new Lesson(threshold, rows(older), viral(older, threshold), rows(newest), viral(newest, threshold));
    }

    static double[][] rows(List<Launch> launches) {
        return launches.stream().map(Launch::traits).toArray(double[][]::new);
    }

    static boolean[] viral(List<Launch> launches, double threshold) {
        boolean[] viral = new boolean[launches.size()];
        for (int i = 0; i < viral.length; i++) {
            viral[i] = launches.get(i).ratio() >= threshold;
        }
        return viral;
    }

    /** The same as if only one trait were known. */
    Lesson only(Trait trait) {
        return new Lesson(threshold, only(trait, rows), viral, only(trait, laterRows), laterViral);
    }

    static double[][] only(Trait trait, double[][] rows) {
        return Arrays.stream(rows)
                .map(row -> {
                    double[] one = new double[row.length];
                    Arrays.fill(one, Double.NaN);
                    one[trait.ordinal()] = row[trait.ordinal()];
                    return one;
                })
                .toArray(double[][]::new);
    }

    /** The share of viral ones among the newest videos. */
    double rate() {
        int count = 0;
        for (boolean each : laterViral) {
            count += each ? 1 : 0;
        }
        return (double) count / laterViral.length;
    }
}
