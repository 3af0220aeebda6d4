package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class MeanTest {

    @ParameterizedTest
    @CsvFileSource(resources = "mean_intervals.csv", numLinesToSkip = 2)
    void an_interval_is_that_of_scipy(
            double value, double deviation, long n, double confidence, double low, double high) {
        Interval interval = new Mean(value, deviation, n).interval(confidence);

        assertEquals(low, interval.low(), 1e-9 * (1 + Math.abs(low)));
        assertEquals(high, interval.high(), 1e-9 * (1 + Math.abs(high)));
    }

    @Test
    void one_value_has_no_interval_and_no_deviation_is_negative() {
        assertThrows(IllegalArgumentException.class, () -> new Mean(1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Mean(1, -1, 2));
    }
}
