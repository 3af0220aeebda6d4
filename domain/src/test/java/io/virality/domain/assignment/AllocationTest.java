package io.virality.domain.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AllocationTest {

    @Test
    void raising_the_coverage_moves_nobody_who_is_in() {
        Allocation narrow = Allocation.of(3, .2, .2, .3, .5);
        Allocation wide = Allocation.of(3, .8, .2, .3, .5);

        for (int i = 0; i < 10_000; i++) {
            OptionalInt before = narrow.variationAt(i / 1e4);
            assertTrue(before.isEmpty() || before.equals(wide.variationAt(i / 1e4)));
        }
    }

    @Test
    void weights_of_another_number_or_sum_are_replaced_by_equal_ones() {
        Allocation equal = Allocation.of(2, 1, .5, .5);

        assertEquals(equal, Allocation.of(2, 1));
        assertEquals(equal, Allocation.of(2, 1, .2, .3));
        assertEquals(equal, Allocation.of(2, 1, .2, .3, .5));
    }

    @Test
    void weights_may_sum_to_about_one() {
        assertEquals(.49, Allocation.of(2, 1, .49, .5).ranges().get(0).end());
    }

    @Test
    void a_coverage_is_cut_to_what_is_possible() {
        assertEquals(Allocation.of(2, 1), Allocation.of(2, 7));
        assertEquals(Allocation.of(2, 0), Allocation.of(2, -1));
    }
}
