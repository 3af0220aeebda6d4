package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoncentralTTest {

    /** {@code 1 - pt(value, freedom, noncentrality)} of R 4.2.2. */
    @ParameterizedTest
    @CsvSource({"2.1, 10, 1.5, 0.310231906558073", "-1.5, 3.5, 0.7, 0.968757769465163"})
    void tails_are_those_of_r(double value, double freedom, double noncentrality, double above) {
        assertEquals(above, new NoncentralT(freedom, noncentrality).above(value), 1e-9);
    }

    @Test
    void without_an_effect_it_is_students() {
        for (double freedom : new double[] {1, 2, 5, 40, 1e6}) {
            assertEquals(
                    TDistribution.of(freedom).survivalProbability(1.3),
                    new NoncentralT(freedom, 0).above(1.3),
                    1e-9,
                    () -> "freedom " + freedom);
        }
    }
}
