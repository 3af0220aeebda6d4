package io.virality.domain.finding;

import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import io.virality.domain.stats.Estimate;
import io.virality.domain.stats.RankContrast;
import io.virality.domain.stats.Ranks;
import java.util.Arrays;
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
        double[] shares = new double[values.length];
        for (Tier tier : Tiers.STANDARD.all()) {
            int[] members = IntStream.range(0, values.length)
                    .filter(i -> tiers[i].equals(tier))
                    .toArray();
            double[] within = Ranks.of(
                            Arrays.stream(members).mapToDouble(i -> values[i]).toArray())
                    .sharesBelow();
            for (int i = 0; i < members.length; i++) {
                shares[members[i]] = within[i];
            }
        }
        return shares;
    }
}
