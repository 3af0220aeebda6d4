package io.virality.domain.finding;

import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import io.virality.domain.stats.Estimate;
import io.virality.domain.stats.RankContrast;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the claims have in common that say that one figure goes with an outcome more than another does. */
final class Predictors {

    private static final int REPLICATES = 1_000;
    private static final long SEED = 7;

    private Predictors() {}

    /** The difference of the rank correlations; empty where a figure is the same for all units. */
    static Optional<Estimate> difference(RankContrast contrast) {
        return Double.isNaN(contrast.difference())
                ? Optional.empty()
                : Optional.of(contrast.estimate(REPLICATES, SEED));
    }

    /** Numbers that only say which units belong together, made to count from 0. */
    static int[] clusters(long... numbers) {
        long[] distinct = Arrays.stream(numbers).sorted().distinct().toArray();
        return Arrays.stream(numbers)
                .mapToInt(number -> Arrays.binarySearch(distinct, number))
                .toArray();
    }

    /** Each value as the share of its tier that lies below it, ties counting half: what is left once tiers are equal. */
    static double[] withinTiers(double[] values, double[] followers) {
        Tier[] tiers = Arrays.stream(followers)
                .mapToObj(count -> Tiers.STANDARD.of((long) count))
                .toArray(Tier[]::new);
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> tiers[i].fewest())
                        .thenComparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] shares = new double[values.length];
        for (int tier = 0; tier < order.length; ) {
            int next = tier;
            while (next < order.length && tiers[order[next]].equals(tiers[order[tier]])) {
                next++;
            }
            for (int tied = tier; tied < next; ) {
                int other = tied;
                while (other < next && values[order[other]] == values[order[tied]]) {
                    other++;
                }
                for (int i = tied; i < other; i++) {
                    shares[order[i]] = ((tied + other) / 2.0 - tier) / (next - tier);
                }
                tied = other;
            }
            tier = next;
        }
        return shares;
    }
}
