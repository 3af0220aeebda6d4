package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FamilyCorrectionTest {

    /** Against {@code experiment_values.py}. */
    @ParameterizedTest
    @CsvSource({
        "BONFERRONI, .04, .16, .12, .02",
        "SIDAK, .03940399, .15065344, .11470719, .0198505",
        "HOLM, .03, .06, .06, .02",
        "HOLM_SIDAK, .029701, .0591, .0591, .0198505",
        "HOCHBERG, .03, .04, .04, .02",
        "HOMMEL, .03, .04, .04, .02",
        "BENJAMINI_HOCHBERG, .02, .04, .04, .02",
        "BENJAMINI_YEKUTIELI, .04166667, .08333333, .08333333, .04166667"
    })
    void p_values_keep_their_places(FamilyCorrection correction, double a, double b, double c, double d) {
        assertArrayEquals(new double[] {a, b, c, d}, correction.adjusted(.01, .04, .03, .005), 1e-8);
    }

    @ParameterizedTest
    @EnumSource
    void one_test_needs_no_correction_and_nothing_exceeds_1(FamilyCorrection correction) {
        assertArrayEquals(new double[] {.2}, correction.adjusted(.2), 1e-15);
        assertArrayEquals(new double[] {1, 1}, correction.adjusted(1, 1), 1e-15);
    }

    @Test
    void no_tests_have_no_p_values() {
        assertArrayEquals(new double[0], FamilyCorrection.HOMMEL.adjusted());
    }
}
