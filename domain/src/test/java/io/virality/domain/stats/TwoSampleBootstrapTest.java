package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TwoSampleBootstrapTest {

    private static final double[] FIRST = drawn(7, 200, 0);
    private static final double[] SECOND = drawn(8, 200, .5);

    @Test
    void of_normal_values_all_intervals_are_about_the_normal_one() {
        TwoSampleBootstrap bootstrap = TwoSampleBootstrap.of(FIRST, SECOND, (a, b) -> b - a, 5_000, 1);
        double width = 1.96
                * Math.sqrt((Sample.of(FIRST).variance() + Sample.of(SECOND).variance()) / 200);

        for (Interval interval :
                new Interval[] {bootstrap.percentile(.95), bootstrap.basic(.95), bootstrap.corrected(.95)}) {
            assertEquals(bootstrap.value() - width, interval.low(), .03);
            assertEquals(bootstrap.value() + width, interval.high(), .03);
        }
    }

    @Test
    void the_same_seed_gives_the_same_interval() {
        assertEquals(
                TwoSampleBootstrap.of(FIRST, SECOND, (a, b) -> b - a, 500, 3).corrected(.9),
                TwoSampleBootstrap.of(FIRST, SECOND, (a, b) -> b - a, 500, 3).corrected(.9));
    }

    @Test
    void the_corrected_interval_follows_the_longer_tail() {
        double[] skewed = new double[60];
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < skewed.length; i++) {
            skewed[i] = Math.exp(1.5 * random.nextGaussian());
        }
        TwoSampleBootstrap bootstrap = TwoSampleBootstrap.of(new double[] {0, 0}, skewed, (a, b) -> b - a, 5_000, 1);

        assertTrue(bootstrap.corrected(.95).high() > bootstrap.percentile(.95).high());
        assertTrue(bootstrap.corrected(.95).low() > bootstrap.percentile(.95).low());
    }

    private static double[] drawn(long seed, int n, double mean) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = mean + random.nextGaussian();
        }
        return values;
    }
}
