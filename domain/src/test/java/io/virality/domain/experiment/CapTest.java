package io.virality.domain.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class CapTest {

    @Test
    void a_cap_over_all_but_zeros_is_higher() {
        double[] values = {0, 0, 0, 0, 1, 2, 3, 4, 100};

        assertEquals(4, Cap.atQuantile(.875, false, values).value());
        assertEquals(52, Cap.atQuantile(.875, true, values).value());
    }

    @Test
    void of_nothing_but_zeros_nothing_is_cut() {
        assertFalse(Cap.atQuantile(.9, true, 0, 0).cuts(1e300));
    }
}
