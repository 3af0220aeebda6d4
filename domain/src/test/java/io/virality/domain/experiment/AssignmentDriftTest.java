package io.virality.domain.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.stats.ChiSquare;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AssignmentDriftTest {

    private static final List<String> NAMES = List.of("A", "B");
    private static final int SEEDS = 2_000;

    /** Units of some days, each in A by a chance of its own. */
    private static List<Map<String, Long>> looks(long seed, int each, double... chances) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Map<String, Long>> looks = new ArrayList<>();
        long a = 0;
        for (int day = 0; day < chances.length; day++) {
            double chance = chances[day];
            a += random.doubles(each).filter(drawn -> drawn < chance).count();
            looks.add(new TreeMap<>(Map.of("A", a, "B", each * (day + 1L) - a)));
        }
        return looks;
    }

    private static long warned(double... chances) {
        long warned = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            warned += AssignmentDrift.of(looks(seed, 500, chances), NAMES)
                            .orElseThrow()
                            .warns()
                    ? 1
                    : 0;
        }
        return warned;
    }

    @Test
    void a_variation_that_is_favoured_late_is_noticed_though_the_sum_is_even() {
        long warned = warned(.42, .42, .5, .58, .58);
        assertTrue(warned >= .8 * SEEDS, warned + " of " + SEEDS);
    }

    @Test
    void a_constant_split_is_no_drift_whatever_it_is() {
        assertTrue(warned(.5, .5, .5, .5, .5) <= .005 * SEEDS);
        assertTrue(warned(.1, .1, .1, .1, .1) <= .005 * SEEDS);
    }

    @Test
    void what_came_from_look_to_look_is_compared() {
        List<Map<String, Long>> looks = List.of(Map.of("A", 10L, "B", 20L), Map.of("A", 30L, "B", 30L));
        assertEquals(
                Optional.of(new AssignmentDrift(ChiSquare.ofTable(new double[][] {{10, 20}, {20, 10}}), 2)),
                AssignmentDrift.of(looks, NAMES));
    }

    @Test
    void days_with_few_units_are_put_together() {
        AssignmentDrift drift = AssignmentDrift.of(looks(1, 2, new double[60]), List.of("B", "A"))
                .orElse(null);
        assertEquals(null, drift, "nobody came to A");
        assertEquals(
                6,
                AssignmentDrift.of(
                                looks(3, 4, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5),
                                NAMES)
                        .orElseThrow()
                        .periods(),
                1);
    }

    @Test
    void one_time_cannot_drift() {
        assertEquals(Optional.empty(), AssignmentDrift.of(List.of(), NAMES));
        assertEquals(Optional.empty(), AssignmentDrift.of(List.of(Map.of("A", 100L, "B", 300L)), NAMES));
        assertFalse(AssignmentDrift.of(looks(1, 3, .5, .5), NAMES).isPresent());
    }
}
