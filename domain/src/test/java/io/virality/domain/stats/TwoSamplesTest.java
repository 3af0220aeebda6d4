package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TwoSamplesTest {

    private static final int REPLICATES = 20_000;

    @ParameterizedTest
    @CsvFileSource(resources = "two_samples.csv", numLinesToSkip = 2, maxCharsPerColumn = 100_000)
    void closed_forms_are_those_of_scipy(
            String first,
            String second,
            double ratio,
            double low,
            double high,
            double pOfOneAndAHalf,
            double superiority,
            double pOfBrunnerMunzel) {
        TwoSamples samples = new TwoSamples(sample(first), sample(second));

        Estimate means = samples.meanRatio().orElseThrow();
        assertEquals(ratio, means.value(), 1e-9);
        assertEquals(low, means.interval(.95).low(), 1e-9);
        assertEquals(high, means.interval(.95).high(), 1e-9);
        assertEquals(pOfOneAndAHalf, means.pValue(1.5), 1e-9);
        Estimate above = samples.superiority().orElseThrow();
        assertEquals(superiority, above.value(), 1e-9);
        assertEquals(pOfBrunnerMunzel, above.pValue(.5), 1e-9);
    }

    @Test
    void the_interval_of_a_ratio_of_medians_is_that_of_plain_resampling() {
        SplittableRandom random = new SplittableRandom(1);
        for (int size : new int[] {15, 40}) {
            double[] first = random.doubles(size, 1, 3).toArray();
            double[] second = random.doubles(size + 1, 1, 2).toArray();
            Estimate estimate = new TwoSamples(Sample.of(first), Sample.of(second))
                    .medianRatio(REPLICATES, 7)
                    .orElseThrow();
            double[] plain = new double[REPLICATES];
            for (int i = 0; i < plain.length; i++) {
                plain[i] = resampled(first, random) / resampled(second, random);
            }
            Arrays.sort(plain);
            Interval interval = estimate.interval(.95);
            assertEquals(Sample.of(first).median() / Sample.of(second).median(), estimate.value());
            assertBetween(plain, .025, interval.low());
            assertBetween(plain, .975, interval.high());
        }
    }

    @Test
    void the_p_value_says_what_the_interval_says() {
        Sample first = Sample.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        Estimate estimate = new TwoSamples(first, Sample.of(4, 4.5, 5, 5.5, 6))
                .medianRatio(4_000, 7)
                .orElseThrow();
        Interval interval = estimate.interval(.95);
        assertTrue(estimate.pValue(interval.low() - 1e-9) <= .05);
        assertTrue(estimate.pValue(interval.high() + 1e-9) <= .05);
        assertTrue(estimate.pValue(estimate.value()) > .05);
        assertEquals(2.0 / 4_001, estimate.pValue(100));
    }

    @Test
    void a_ratio_to_what_may_be_nothing_is_refused() {
        Sample growing = Sample.of(1, 2, 3);
        assertEquals(Optional.empty(), new TwoSamples(growing, Sample.of(-1, 1, 2)).medianRatio(1_000, 7));
        assertEquals(Optional.empty(), new TwoSamples(growing, Sample.of(-1, -1, 1)).meanRatio());
        assertEquals(Optional.empty(), new TwoSamples(Sample.of(1, 1), Sample.of(2, 2)).meanRatio());
    }

    @Test
    void where_all_of_one_lie_above_all_of_the_other_the_error_is_unknown() {
        assertEquals(Optional.empty(), new TwoSamples(Sample.of(3, 4, 5), Sample.of(1, 2)).superiority());
    }

    private static double resampled(double[] values, SplittableRandom random) {
        return Sample.of(random.ints(values.length, 0, values.length)
                        .mapToDouble(i -> values[i])
                        .toArray())
                .median();
    }

    /** Four standard errors of both simulations. */
    private static void assertBetween(double[] ascending, double probability, double simulated) {
        double error = 4 * Math.sqrt(2 * probability * (1 - probability) / REPLICATES);
        double least = ascending[(int) Math.floor((probability - error) * ascending.length)];
        double most = ascending[(int) Math.ceil((probability + error) * ascending.length)];
        assertTrue(least <= simulated && simulated <= most, simulated + " is not in " + least + " to " + most);
    }

    private static Sample sample(String values) {
        return Sample.of(
                Stream.of(values.split(" ")).mapToDouble(Double::parseDouble).toArray());
    }
}
