package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.ForManySeeds;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {

    @Test
    void an_empty_sample_is_refused() {
        assertThrows(IllegalArgumentException.class, Sample::of);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_value_that_is_not_finite_is_refused(double value) {
        assertThrows(IllegalArgumentException.class, () -> Sample.of(1, value, 2));
    }

    @Test
    void the_values_given_stay_the_callers() {
        double[] values = {3, 1, 2};
        Sample sample = Sample.of(values);
        values[0] = 100;

        assertEquals(3, sample.quantile(1));
        assertEquals(1, values[1], "not sorted in place");
        assertEquals(3, sample.size());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "quantiles.csv", useHeadersInDisplayName = true, maxCharsPerColumn = 10_000)
    void a_quantile_is_that_of_numpy_and_r(String values, double probability, double numpy, double r) {
        double quantile = Sample.of(numbers(values)).quantile(probability);

        assertEquals(numpy, quantile, 1e-12);
        assertEquals(r, quantile, 1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-.001, 1.001, Double.NaN})
    void what_is_no_probability_is_refused(double probability) {
        assertThrows(IllegalArgumentException.class, () -> Sample.of(1, 2).quantile(probability));
    }

    @Test
    void a_union_has_the_values_of_all() {
        Sample union = Sample.union(List.of(Sample.of(3, 1), Sample.of(2), Sample.of(2, 9)));
        assertArrayEquals(new double[] {1, 2, 2, 3, 9}, union.ascending());
        assertThrows(IllegalArgumentException.class, () -> Sample.union(List.of()));
    }

    @Test
    void the_median_is_the_middle_or_the_mean_of_the_two_middle_values() {
        assertEquals(2, Sample.of(9, 1, 2).median());
        assertEquals(3.5, Sample.of(9, 1, 2, 5).median());
    }

    @ForManySeeds
    void quantiles_rise_from_the_least_value_to_the_greatest(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = rates(random, random.nextInt(1, 200));
        Sample sample = Sample.of(values);

        double below = Arrays.stream(values).min().orElseThrow();
        assertEquals(below, sample.quantile(0));
        for (int percent = 1; percent <= 100; percent++) {
            double quantile = sample.quantile(percent / 100.0);
            assertTrue(quantile >= below, percent + " %: " + quantile + " is below " + below);
            below = quantile;
        }
        assertEquals(Arrays.stream(values).max().orElseThrow(), below);
    }

    @Nested
    class MedianInterval {

        private static final int REPLICATES = 2_000;

        @ParameterizedTest
        @CsvFileSource(resources = "median_intervals.csv", useHeadersInDisplayName = true, maxCharsPerColumn = 10_000)
        void its_ends_are_those_of_the_exact_distribution(
                String values,
                double confidence,
                int replicates,
                double lowLeast,
                double lowMost,
                double highLeast,
                double highMost) {
            Interval interval = Sample.of(numbers(values)).medianInterval(confidence, replicates, 7);

            assertBetween(lowLeast, lowMost, interval.low());
            assertBetween(highLeast, highMost, interval.high());
            assertEquals(confidence, interval.confidence());
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
        void its_ends_are_those_of_all_resamples_there_are(int size) {
            double[] values = rates(new SplittableRandom(size), size);
            double[] medians = mediansOfAllResamples(values);

            for (double confidence : new double[] {.5, .8, .9, .95, .99}) {
                Interval interval = Sample.of(values).medianInterval(confidence, REPLICATES, 7);

                assertSimulated(medians, (1 - confidence) / 2, fourStandardErrors(confidence, 1), interval.low());
                assertSimulated(medians, (1 + confidence) / 2, fourStandardErrors(confidence, 1), interval.high());
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {2, 3, 24, 25, 200, 2_001})
        void its_ends_are_those_of_plain_resampling(int size) {
            SplittableRandom random = new SplittableRandom(size);
            double[] values = rates(random, size);
            double[] medians = new double[REPLICATES];
            for (int i = 0; i < REPLICATES; i++) {
                medians[i] = Sample.of(random.ints(size, 0, size)
                                .mapToDouble(index -> values[index])
                                .toArray())
                        .median();
            }

            Interval interval = Sample.of(values).medianInterval(.95, REPLICATES, 7);

            Arrays.sort(medians);
            assertSimulated(medians, .025, fourStandardErrors(.95, 2), interval.low());
            assertSimulated(medians, .975, fourStandardErrors(.95, 2), interval.high());
        }

        /**
         * From the i-th to the j-th smallest of n values of any continuous distribution, the chance that the true median
         * lies between is that of i to j−1 heads in n tosses.
         */
        @ParameterizedTest
        @CsvSource({"5, .93", "7, .87", "9, .93", "11, .93", "13, .90", "15, .93", "25, .93", "101, .94", "501, .94"})
        void it_covers_the_true_median_of_an_odd_number_as_often_as_it_says(int size, double least) {
            Interval ranks = Sample.of(
                            IntStream.rangeClosed(1, size).asDoubleStream().toArray())
                    .medianInterval(.95, REPLICATES, 7);
            BinomialDistribution heads = BinomialDistribution.of(size, .5);

            assertBetween(least, .98, heads.probability((int) ranks.low() - 1, (int) ranks.high() - 1));
        }

        @ParameterizedTest
        @ValueSource(ints = {6, 14, 24, 50})
        void it_covers_the_true_median_of_an_even_number_as_often_as_it_says(int size) {
            SplittableRandom random = new SplittableRandom(size);
            int trials = 1_000;
            int covered = 0;
            for (int trial = 0; trial < trials; trial++) {
                Interval interval = Sample.of(rates(random, size)).medianInterval(.95, 400, trial);
                if (interval.low() <= TRUE_MEDIAN && TRUE_MEDIAN <= interval.high()) {
                    covered++;
                }
            }
            assertBetween(.91, .98, (double) covered / trials);
        }

        @ForManySeeds
        void the_same_seed_gives_the_same_interval(long seed) {
            Sample sample = Sample.of(rates(new SplittableRandom(seed), 30));

            assertEquals(sample.medianInterval(.95, 200, seed), sample.medianInterval(.95, 200, seed));
        }

        @Test
        void another_seed_gives_another_interval() {
            Sample sample = Sample.of(rates(new SplittableRandom(3), 30));

            assertNotEquals(sample.medianInterval(.95, 200, 1), sample.medianInterval(.95, 200, 2));
        }

        @ForManySeeds
        void it_holds_the_median_and_grows_with_the_confidence(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            Sample sample = Sample.of(rates(random, random.nextInt(1, 100)));
            Interval narrow = sample.medianInterval(.8, 200, seed);
            Interval wide = sample.medianInterval(.95, 200, seed);

            assertBetween(narrow.low(), narrow.high(), sample.median());
            assertBetween(wide.low(), wide.high(), narrow.low());
            assertBetween(wide.low(), wide.high(), narrow.high());
        }

        @ForManySeeds
        void it_does_not_depend_on_order_and_scales_with_the_values(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] values = rates(random, random.nextInt(1, 100));
            double[] backwardsAndDoubled = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                backwardsAndDoubled[i] = 2 * values[values.length - 1 - i];
            }
            Interval interval = Sample.of(values).medianInterval(.95, 200, seed);

            assertEquals(
                    new Interval(2 * interval.low(), 2 * interval.high(), .95),
                    Sample.of(backwardsAndDoubled).medianInterval(.95, 200, seed));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 50, 51})
        void it_is_a_point_where_all_values_are_equal(int size) {
            double[] values = new double[size];
            Arrays.fill(values, .03);

            assertEquals(new Interval(.03, .03, .95), Sample.of(values).medianInterval(.95, REPLICATES, 7));
        }

        @Test
        void it_refuses_too_few_replicates() {
            Sample sample = Sample.of(1, 2, 3);

            assertThrows(IllegalArgumentException.class, () -> sample.medianInterval(.95, 99, 7));
            assertEquals(.95, sample.medianInterval(.95, 100, 7).confidence());
        }

        @ParameterizedTest
        @ValueSource(doubles = {0, 1, -.5, 1.5, Double.NaN})
        void it_refuses_an_impossible_confidence(double confidence) {
            Sample sample = Sample.of(1, 2, 3);

            assertThrows(IllegalArgumentException.class, () -> sample.medianInterval(confidence, 100, 7));
        }

        /** On the scale of probability, where the error of a simulated quantile is known whatever the values are. */
        private static double fourStandardErrors(double confidence, int simulations) {
            double tail = (1 - confidence) / 2;
            return 4 * Math.sqrt(simulations * tail * (1 - tail) / REPLICATES);
        }

        private static void assertSimulated(double[] ascending, double probability, double error, double simulated) {
            assertBetween(
                    inverseDistribution(ascending, probability - error),
                    inverseDistribution(ascending, probability + error),
                    simulated);
        }

        private static double inverseDistribution(double[] ascending, double probability) {
            int rank = (int) Math.ceil(probability * ascending.length);
            return ascending[Math.min(Math.max(rank, 1), ascending.length) - 1];
        }

        private static double[] mediansOfAllResamples(double[] values) {
            int size = values.length;
            double[] medians = new double[(int) Math.pow(size, size)];
            double[] resample = new double[size];
            for (int number = 0; number < medians.length; number++) {
                int digits = number;
                for (int i = 0; i < size; i++) {
                    resample[i] = values[digits % size];
                    digits /= size;
                }
                medians[number] = Sample.of(resample).median();
            }
            Arrays.sort(medians);
            return medians;
        }
    }

    private static final double TRUE_MEDIAN = .02 * Math.log(2);

    /** Exponential with mean .02: skewed, as engagement rates are. */
    private static double[] rates(SplittableRandom random, int size) {
        return random.doubles(size).map(uniform -> -.02 * Math.log1p(-uniform)).toArray();
    }

    private static double[] numbers(String values) {
        return Stream.of(values.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static void assertBetween(double least, double most, double value) {
        assertTrue(least <= value && value <= most, value + " is not between " + least + " and " + most);
    }
}
