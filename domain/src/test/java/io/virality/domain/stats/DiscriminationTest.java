package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DiscriminationTest {

    @ParameterizedTest
    @CsvFileSource(resources = "discriminations.csv", numLinesToSkip = 2, maxCharsPerColumn = 100_000)
    void areas_are_those_of_scikit_learn_and_the_curve_that_of_statsmodels(
            String scores, String positives, double auc, double averagePrecision, Double slope, Double intercept) {
        double[] told = numbers(scores);
        boolean[] viral = flags(positives);
        Discrimination discrimination = new Discrimination(told, viral);

        assertEquals(auc, discrimination.auc(), 1e-12);
        assertEquals(averagePrecision, discrimination.averagePrecision(), 1e-12);
        if (slope != null) {
            PlattScaling scaling = PlattScaling.of(told, viral);
            assertEquals(slope, scaling.slope(), 1e-9 * Math.max(1, Math.abs(slope)));
            assertEquals(intercept, scaling.intercept(), 1e-9 * Math.max(1, Math.abs(intercept)));
        }
    }

    @Test
    void units_taken_twice_count_as_two() {
        double[] scores = {.9, .4, .6, .4, .1};
        boolean[] positives = {true, false, false, true, false};
        Discrimination twice = new Discrimination(
                new double[] {.9, .9, .4, .6, .6, .4}, new boolean[] {true, true, false, false, false, true});
        int[] times = {2, 1, 2, 1, 0};

        assertEquals(twice.auc(), new Discrimination(scores, positives).auc(times), 1e-15);
        assertEquals(twice.averagePrecision(), new Discrimination(scores, positives).averagePrecision(times), 1e-15);
    }

    @Test
    void without_positives_there_is_nothing_to_tell() {
        Discrimination discrimination = new Discrimination(new double[] {.1, .2}, new boolean[] {false, false});

        assertTrue(Double.isNaN(discrimination.auc()));
        assertTrue(Double.isNaN(discrimination.averagePrecision()));
    }

    @Test
    void scores_that_are_all_alike_get_the_share_of_positives_nearly() {
        PlattScaling scaling = PlattScaling.of(new double[] {3, 3, 3, 3}, new boolean[] {true, false, false, false});

        // Platt's targets are 2/3 for the positive one and 1/5 for the others.
        assertEquals((2.0 / 3 + 3.0 / 5) / 4, scaling.probability(3), 1e-6);
    }

    @Test
    void a_curve_of_any_scores_is_finite_and_told_in_the_mean_as_often_as_its_targets() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] scores = random.doubles(2 + seed)
                    .map(value -> Math.pow(10, 3 * value))
                    .toArray();
            boolean[] positives = new boolean[scores.length];
            double count = 0;
            for (int i = 0; i < positives.length; i++) {
                positives[i] = random.nextDouble() < .3;
                count += positives[i] ? 1 : 0;
            }
            PlattScaling scaling = PlattScaling.of(scores, positives);
            double targets = count * (count + 1) / (count + 2) + (scores.length - count) / (scores.length - count + 2);

            assertEquals(
                    targets,
                    Arrays.stream(scores).map(scaling::probability).sum(),
                    1e-6 * scores.length,
                    "seed " + seed);
        }
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static boolean[] flags(String text) {
        double[] numbers = numbers(text);
        boolean[] flags = new boolean[numbers.length];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = numbers[i] == 1;
        }
        return flags;
    }
}
