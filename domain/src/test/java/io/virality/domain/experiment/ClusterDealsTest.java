package io.virality.domain.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.stats.Normal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Values from {@code src/test/python/experiment_values.py}. */
class ClusterDealsTest {

    static final double[] ABOVE = {12, 30, 9, 41, 25, 19, 66, 38, 31};
    static final double[] BELOW = {10, 22, 9, 30, 21, 20, 33, 24, 30};

    @Test
    void all_ways_to_deal_few_clusters_are_counted() {
        assertEquals(0.6746031746031746, new ClusterDeals(ABOVE, BELOW, 4).pValue(), 1e-12);
        assertEquals(.1, new ClusterDeals(new double[] {1, 2, 3, 7, 8, 9}, ones(6), 3).pValue(), 1e-12, "2 of 20 ways");
        assertEquals(1, new ClusterDeals(new double[] {5, 5, 5, 5}, ones(4), 2).pValue(), 1e-12);
    }

    @Test
    void of_many_ways_some_are_drawn_and_the_same_each_time_seed_3() {
        Random random = new Random(3);
        double[] few = random.doubles(18).toArray();
        double[] many = Arrays.copyOf(few, 30);
        Arrays.fill(many, 18, 30, .5);
        double p = new ClusterDeals(many, ones(30), 9).pValue();
        assertEquals(p, new ClusterDeals(many, ones(30), 9).pValue());
        assertTrue(p > 0 && p < 1);
        // The normal distribution is near with so many: the variance of a sum drawn without replacement.
        double mean = Arrays.stream(many).average().orElseThrow();
        double variance = Arrays.stream(many).map(v -> (v - mean) * (v - mean)).sum() / 29;
        double treated = Arrays.stream(many, 21, 30).sum();
        double z = (treated - 9 * mean) / Math.sqrt(9 * variance * (1 - 9 / 30.));
        assertEquals(2 * Normal.above(Math.abs(z)), p, .03);
    }

    private static double[] ones(int clusters) {
        double[] ones = new double[clusters];
        Arrays.fill(ones, 1);
        return ones;
    }
}
