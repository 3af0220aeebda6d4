package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.stats.ShrunkMeans.ShrunkMean;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShrunkMeansTest {

    private static final List<double[]> BALANCED = List.of(
            new double[] {5.02, 6.81, 6.18, 10.36},
            new double[] {2.67, 2.09, 2.16, 1.78},
            new double[] {4.36, 5.03, 5.9, 5.18},
            new double[] {5.39, 4.23, 4.46, 5.98},
            new double[] {5.09, 4.04, 4.36, 5.09},
            new double[] {6.72, 4.51, 4.54, 5.79});

    /** statsmodels.formula.api.mixedlm("y ~ 1", groups=g).fit(reml=True): of equal sizes both are the same, as far as its search goes. */
    @Test
    void means_are_those_of_a_mixed_model() {
        double[] expected = {
            6.806144832873647,
            2.5326165711406485,
            5.0897811690357875,
            5.000704067494835,
            4.679157457054325,
            5.326595902400758
        };
        ShrunkMeans means = ShrunkMeans.of(BALANCED);

        assertEquals(4.905833333333334, means.centre(), 1e-12);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], means.of(BALANCED.get(i)).value(), 1e-4);
            assertEquals(.535477156732006, means.of(BALANCED.get(i)).deviation(), 1e-4);
        }
    }

    @Test
    void one_lucky_value_counts_less_than_many() {
        ShrunkMeans means = ShrunkMeans.of(BALANCED);
        ShrunkMean once = means.of(9);
        ShrunkMean often = means.of(9, 9, 9, 9, 9, 9, 9, 9);

        assertTrue(once.value() < often.value());
        assertTrue(once.interval(.95).high() - once.interval(.95).low()
                > often.interval(.95).high() - often.interval(.95).low());
    }

    @Test
    void nothing_known_is_the_mean_of_all() {
        ShrunkMeans means = ShrunkMeans.of(BALANCED);

        assertEquals(means.centre(), means.of().value());
        assertEquals(0, means.of().weight());
    }

    @Test
    void one_sample_says_nothing_of_others() {
        assertThrows(IllegalArgumentException.class, () -> ShrunkMeans.of(List.of(new double[] {1, 2})));
        assertThrows(IllegalArgumentException.class, () -> ShrunkMeans.of(List.of(new double[] {1}, new double[] {2})));
    }
}
