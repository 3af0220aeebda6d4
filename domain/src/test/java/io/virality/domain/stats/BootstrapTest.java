package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    @Test
    void the_spread_of_a_mean_is_that_of_its_clusters() {
        SplittableRandom random = new SplittableRandom(1);
        int clusters = 200;
        double[] values = new double[5 * clusters];
        int[] cluster = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            cluster[i] = i / 5;
            values[i] = i % 5 == 0 ? random.nextGaussian() : values[i - 1];
        }
        Bootstrap mean = Bootstrap.ofClusters(cluster, times -> mean(values, times), 4_000, 7);

        Sample distinct = Sample.of(
                IntStream.range(0, clusters).mapToDouble(i -> values[5 * i]).toArray());
        double width = 1.96 * Math.sqrt(distinct.variance() / clusters);
        assertEquals(distinct.mean(), mean.value(), 1e-12);
        assertEquals(mean.value() - width, mean.interval(.95).low(), .1 * width);
        assertEquals(mean.value() + width, mean.interval(.95).high(), .1 * width);
    }

    @Test
    void a_statistic_that_most_resamples_lack_is_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Bootstrap.ofClusters(new int[] {0, 1}, times -> Double.NaN, 100, 7));
    }

    private static double mean(double[] values, int[] times) {
        double sum = 0;
        double n = 0;
        for (int i = 0; i < values.length; i++) {
            sum += times[i] * values[i];
            n += times[i];
        }
        return sum / n;
    }
}
