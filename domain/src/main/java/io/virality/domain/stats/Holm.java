package io.virality.domain.stats;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Keeps the chance of any false alarm in a family of tests at that of one test: Holm, "A simple sequentially rejective
 * multiple test procedure", Scandinavian Journal of Statistics 6 (1979).
 */
public final class Holm {

    private Holm() {}

    /** The p-values, corrected for their number, in the same order. */
    public static double[] adjusted(double... pValues) {
        List<Integer> ascending = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .toList();
        double[] adjusted = new double[pValues.length];
        double least = 0;
        for (int rank = 0; rank < pValues.length; rank++) {
            int i = ascending.get(rank);
            least = Math.max(least, Math.min(1, (pValues.length - rank) * pValues[i]));
            adjusted[i] = least;
        }
        return adjusted;
    }
}
