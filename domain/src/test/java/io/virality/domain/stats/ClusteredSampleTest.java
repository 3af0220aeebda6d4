package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ClusteredSampleTest {

    @ParameterizedTest
    @CsvFileSource(resources = "clustered_medians.csv", numLinesToSkip = 2, maxCharsPerColumn = 100_000)
    void it_agrees_with_the_same_formula_in_numpy(
            String values, String clusters, double confidence, double low, double high) {
        Interval interval =
                ClusteredSample.of(numbers(values), numbers(clusters)).medianInterval(confidence);
        assertEquals(low, interval.low(), 1e-9);
        assertEquals(high, interval.high(), 1e-9);
    }

    @Test
    void values_that_are_alike_within_clusters_say_less() {
        double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        double[] alike = {1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4};
        double[] mixed = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        assertTrue(width(values, alike) > width(values, mixed));
    }

    @Test
    void one_cluster_has_no_interval() {
        ClusteredSample one = ClusteredSample.of(new double[] {1, 2}, new double[] {7, 7});
        assertEquals(1.5, one.median());
        assertThrows(IllegalArgumentException.class, () -> one.medianInterval(.95));
        assertThrows(IllegalArgumentException.class, () -> ClusteredSample.of(new double[2], new double[1]));
    }

    private static double width(double[] values, double[] clusters) {
        Interval interval = ClusteredSample.of(values, clusters).medianInterval(.95);
        return interval.high() - interval.low();
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
