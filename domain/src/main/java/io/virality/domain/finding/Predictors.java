package io.virality.domain.finding;

import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import io.virality.domain.stats.Bootstrap;
import io.virality.domain.stats.Estimate;
import io.virality.domain.stats.Ranks;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Two figures of which one is said to go with an outcome more than the other does: the difference of their rank
 * correlations with it.
 */
final class Predictors {

    private static final int REPLICATES = 1_000;
    private static final long SEED = 7;

    private final Ranks one;
    private final Ranks other;
    private final Ranks outcome;
    private final int[] clusters;

    /**
     * A place a unit.
     *
     * @param one said to go with the outcome more
     * @param other said to go with it less
     * @param outcome what they are to predict
     * @param clusters units of one cluster are alike, and are resampled together
     */
    Predictors(double[] one, double[] other, double[] outcome, int... clusters) {
        this.one = Ranks.of(one);
        this.other = Ranks.of(other);
        this.outcome = Ranks.of(outcome);
        this.clusters = clusters;
    }

    /** The direction in which the one goes with the outcome: 1 or −1. */
    double directionOfOne() {
        return direction(Ranks.correlation(one, outcome));
    }

    /** The direction in which the other goes with the outcome: 1 or −1. */
    double directionOfOther() {
        return direction(Ranks.correlation(other, outcome));
    }

    private static double direction(double correlation) {
        return correlation < 0 ? -1 : 1;
    }

    /** How much better the one predicts, each taken in its direction, by resampling whole clusters. */
    Estimate difference(double directionOfOne, double directionOfOther) {
        return Bootstrap.ofClusters(
                clusters,
                times -> directionOfOne * Ranks.correlation(one, outcome, times)
                        - directionOfOther * Ranks.correlation(other, outcome, times),
                REPLICATES,
                SEED);
    }

    /** Whether each figure differs between units at all. */
    boolean vary() {
        return !Double.isNaN(Ranks.correlation(one, outcome)) && !Double.isNaN(Ranks.correlation(other, outcome));
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
