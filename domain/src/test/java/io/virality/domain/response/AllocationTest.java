package io.virality.domain.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.ForManySeeds;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllocationTest {

    @ForManySeeds
    void the_best_division_is_that_of_a_search_through_all(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Curve> curves = IntStream.range(0, 3)
                .mapToObj(i -> new Curve(
                        random.nextDouble() * .9,
                        10 + random.nextDouble() * 300,
                        .5 + random.nextDouble() * 3.5,
                        random.nextDouble() * 100))
                .toList();
        List<Allocation.Limits> limits = IntStream.range(0, 3)
                .mapToObj(i -> new Allocation.Limits(5 * random.nextInt(3), 20 + 5 * random.nextInt(20)))
                .toList();
        int parts = 20;
        double least = limits.stream().mapToDouble(Allocation.Limits::least).sum();
        double budget = least + 100;
        double[] best = Allocation.best(curves, limits, budget, parts);
        double most = Double.NEGATIVE_INFINITY;
        for (int a = 0; a <= parts; a++) {
            for (int b = 0; a + b <= parts; b++) {
                for (int c = 0; a + b + c <= parts; c++) {
                    double[] spend = {
                        limits.get(0).least() + 5 * a,
                        limits.get(1).least() + 5 * b,
                        limits.get(2).least() + 5 * c
                    };
                    boolean kept = IntStream.range(0, 3)
                            .allMatch(i -> spend[i] <= limits.get(i).most() + 1e-9);
                    if (kept) {
                        most = Math.max(most, Allocation.worth(curves, spend));
                    }
                }
            }
        }
        assertEquals(most, Allocation.worth(curves, best), 1e-9 * (1 + most));
        for (int i = 0; i < 3; i++) {
            assertTrue(
                    best[i] >= limits.get(i).least() && best[i] <= limits.get(i).most() + 1e-9);
        }
    }

    /** Each step alone brings next to nothing: who went by steps would never reach the top of an S. */
    @Test
    void a_curve_that_starts_slowly_gets_all_or_nothing() {
        List<Curve> curves = List.of(new Curve(0, 80, 4, 100), new Curve(0, 1_000, 1, 100));
        List<Allocation.Limits> limits = List.of(new Allocation.Limits(0, 100), new Allocation.Limits(0, 100));
        assertTrue(Allocation.best(curves, limits, 100, 100)[0] > 90);
    }

    @Test
    void limits_that_demand_more_than_there_is_are_refused() {
        List<Curve> curves = List.of(new Curve(0, 1, 1, 1));
        List<Allocation.Limits> limits = List.of(new Allocation.Limits(20, 30));
        assertThrows(IllegalArgumentException.class, () -> Allocation.best(curves, limits, 10, 10));
    }
}
