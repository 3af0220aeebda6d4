package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RankContrastTest {

    private static final int REPLICATES = 4_000;

    @ParameterizedTest
    @CsvFileSource(resources = "rank_contrasts.csv", useHeadersInDisplayName = true)
    void difference_and_interval_are_those_of_scipy(
            String first, String second, String outcome, double difference, double low, double high, double error) {
        RankContrast contrast = contrast(numbers(first), numbers(second), numbers(outcome));
        Interval interval = contrast.estimate(REPLICATES, 7).interval(.95);

        assertEquals(difference, contrast.difference(), 1e-12);
        assertEquals(low, interval.low(), error);
        assertEquals(high, interval.high(), error);
    }

    @Test
    void of_many_units_both_intervals_agree() {
        SplittableRandom random = new SplittableRandom(3);
        int n = RankContrast.LARGE;
        double[] first = random.doubles(n).toArray();
        double[] second = random.doubles(n).map(value -> Math.round(5 * value)).toArray();
        double[] outcome = new double[n];
        Arrays.setAll(outcome, i -> first[i] + second[i] / 10 + random.nextDouble());
        RankContrast contrast = contrast(first, second, outcome);
        Interval normal = contrast.estimate(REPLICATES, 7).interval(.95);
        Interval resampled = contrast.resampled(REPLICATES, 7).interval(.95);

        assertEquals(contrast.difference(), (normal.low() + normal.high()) / 2, 1e-12);
        assertEquals(resampled.low(), normal.low(), .005);
        assertEquals(resampled.high(), normal.high(), .005);
    }

    @Test
    void units_that_are_alike_count_together() {
        SplittableRandom random = new SplittableRandom(5);
        int creators = RankContrast.LARGE;
        int videos = 4;
        double[][] columns = new double[3][creators * videos];
        int[] clusters = new int[creators * videos];
        for (int i = 0; i < clusters.length; i++) {
            clusters[i] = i / videos;
            for (double[] column : columns) {
                // Three parts in four are the creator's.
                column[i] = i % videos == 0 ? random.nextGaussian() : .75 * column[i - 1] + .25 * random.nextGaussian();
            }
        }
        RankContrast contrast = new RankContrast(columns[0], columns[1], columns[2], clusters);
        Interval normal = contrast.estimate(REPLICATES, 7).interval(.95);
        Interval resampled = contrast.resampled(REPLICATES, 7).interval(.95);

        assertEquals(resampled.low(), normal.low(), .005);
        assertEquals(resampled.high(), normal.high(), .005);
        Interval independent = RankContrast.ofIndependent(columns[0], columns[1], columns[2])
                .estimate(REPLICATES, 7)
                .interval(.95);
        assertTrue(1.4 * (independent.high() - independent.low()) < normal.high() - normal.low());
    }

    @Test
    void the_p_value_is_that_of_the_interval() {
        Estimate estimate = new NormalEstimate(.3, .1);

        assertEquals(.05, estimate.pValue(estimate.interval(.95).low()), 1e-12);
        assertEquals(1, estimate.pValue(.3), 1e-12);
    }

    @Test
    void the_same_seed_gives_the_same_interval() {
        double[] up = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        double[] mixed = {3, 1, 2, 5, 4, 9, 6, 10, 7, 8};
        double[] outcome = {2, 1, 4, 3, 6, 5, 8, 7, 10, 9};

        assertEquals(
                contrast(up, mixed, outcome).estimate(200, 1).interval(.95),
                contrast(up, mixed, outcome).estimate(200, 1).interval(.95));
    }

    @Test
    void equal_values_have_no_interval() {
        RankContrast contrast = contrast(new double[] {1, 1, 1}, new double[] {1, 2, 3}, new double[] {1, 2, 3});

        assertThrows(IllegalArgumentException.class, () -> contrast.estimate(100, 1));
    }

    private static RankContrast contrast(double[] first, double[] second, double[] outcome) {
        return RankContrast.ofIndependent(first, second, outcome);
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
