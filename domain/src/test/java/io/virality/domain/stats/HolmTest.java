package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class HolmTest {

    @ParameterizedTest
    @CsvFileSource(resources = "holm.csv", numLinesToSkip = 2)
    void corrected_p_values_are_those_of_statsmodels(String p, String adjusted) {
        assertArrayEquals(numbers(adjusted), Holm.adjusted(numbers(p)), 1e-12);
    }

    @Test
    void no_tests_need_no_correction() {
        assertArrayEquals(new double[0], Holm.adjusted());
    }

    private static double[] numbers(String values) {
        return Stream.of(values.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
