package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class LinearModelTest {

    private static final double[] CLUSTERS = {1, 1, 2, 2, 3};
    private static final double[] RISING = {1, 2, 3, 4, 5};

    @ParameterizedTest
    @CsvFileSource(resources = "linear_models.csv", numLinesToSkip = 2, maxCharsPerColumn = 100_000)
    void it_agrees_with_statsmodels(
            String response,
            String predictors,
            String clusters,
            String coefficients,
            String lows,
            String highs,
            String ps,
            double explained) {
        LinearModel model = LinearModel.fit(
                numbers(response),
                Stream.of(predictors.split(";")).map(LinearModelTest::numbers).toList(),
                Clusters.of(numbers(clusters)));
        assertEquals(explained, model.explained(), 1e-9);
        for (int i = 0; i < numbers(coefficients).length; i++) {
            Interval interval = model.interval(i, .95);
            assertEquals(numbers(coefficients)[i], model.coefficient(i), 1e-9);
            assertEquals(numbers(lows)[i], interval.low(), 1e-9);
            assertEquals(numbers(highs)[i], interval.high(), 1e-9);
            assertEquals(numbers(ps)[i], model.pValue(i), 1e-9);
        }
    }

    @Test
    void constants_and_combinations_are_not_independent() {
        double[] constant = {7, 7, 7, 7, 7};
        double[] other = {1, 0, 0, 2, 9};
        double[] combined = {2, 2, 3, 6, 14};
        assertEquals(List.of(1, 2), LinearModel.independent(List.of(constant, RISING, other, combined)));
        assertEquals(List.of(0, 1), LinearModel.independent(List.of(combined, RISING, other)));
    }

    @Test
    void what_cannot_be_fitted_is_refused() {
        double[] response = {1, 3, 2, 5, 4};
        assertRefused(
                "a predictor is constant or a combination of others", response, List.of(RISING, RISING), CLUSTERS);
        assertRefused("all units are of one cluster", response, List.of(RISING), new double[5]);
        assertRefused("2 units for 2 coefficients", new double[] {1, 2}, List.of(new double[] {1, 2}), new double[2]);
    }

    private static void assertRefused(String reason, double[] response, List<double[]> predictors, double[] clusters) {
        assertEquals(
                reason,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> LinearModel.fit(response, predictors, Clusters.of(clusters)))
                        .getMessage());
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.strip().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
