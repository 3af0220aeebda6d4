package io.virality.domain.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.experiment.DifferenceInDifferences.Region;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against statsmodels: src/test/python/difference_in_differences.py. */
class DifferenceInDifferencesTest {

    @Test
    void the_estimate_and_its_error_are_those_of_statsmodels() {
        DifferenceInDifferences difference = DifferenceInDifferences.of(panel(12, 4, 15, 0));
        assertEquals(14.558342536290485, difference.effect().estimate(), 1e-10);
        assertEquals(.9360714327360391, difference.effect().standardError(), 1e-10);
        MeanDifference drift = difference.drift().orElseThrow();
        assertEquals(-.06827770996760558, drift.estimate(), 1e-10);
        assertEquals(.09596928786874158, drift.standardError(), 1e-10);
        assertFalse(difference.drifted());
        assertEquals(14.558342536290485 * 4 * 8, difference.total(), 1e-9);
        assertTrue(
                difference.interval(.95).low() < 15 && difference.interval(.95).high() > 15);
    }

    @Test
    void regions_that_went_apart_before_are_told() {
        assertTrue(DifferenceInDifferences.of(panel(12, 4, 0, 2)).drifted());
    }

    @Test
    void a_single_treated_region_is_judged_by_how_the_others_vary() {
        DifferenceInDifferences difference = DifferenceInDifferences.of(panel(12, 1, 15, 0));
        assertEquals(10, difference.effect().degreesOfFreedom());
        assertTrue(difference.interval(.95).low() > 0);
    }

    @Test
    void too_few_untouched_regions_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> DifferenceInDifferences.of(panel(4, 2, 1, 0)));
    }

    /** As the script makes them. */
    private static List<Region> panel(int regions, int treated, double effect, double drift) {
        long state = 1;
        List<Region> panel = new ArrayList<>();
        for (int region = 0; region < regions; region++) {
            double[] before = new double[12];
            double[] after = new double[8];
            for (int period = 0; period < 20; period++) {
                state = (state * 1_103_515_245L + 12_345) % 2_147_483_648L;
                double value = 100 + 10 * region + period + 8 * (state / 2_147_483_648.0);
                boolean touched = region < treated;
                value += touched && period >= 12 ? effect : 0;
                value += touched ? drift * period : 0;
                if (period < 12) {
                    before[period] = value;
                } else {
                    after[period - 12] = value;
                }
            }
            panel.add(new Region(region < treated, before, after));
        }
        return panel;
    }
}
