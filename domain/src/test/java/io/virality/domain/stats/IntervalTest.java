package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    @ParameterizedTest
    @CsvSource({"2, 1, .95", "NaN, 1, .95", "1, NaN, .95", "1, 2, 0", "1, 2, 1", "1, 2, NaN"})
    void what_is_no_interval_is_refused(double low, double high, double confidence) {
        assertThrows(IllegalArgumentException.class, () -> new Interval(low, high, confidence));
    }

    @Test
    void a_point_is_an_interval() {
        assertEquals(1, new Interval(1, 1, .95).high());
    }
}
