package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PooledEffectsTest {

    @Test
    void effects_that_agree_are_drawn_to_their_mean() {
        PooledEffects pooled = new PooledEffects(new double[] {.1, .12, .11}, new double[] {.05, .05, .05});

        assertEquals(0, pooled.between());
        assertArrayEquals(new double[] {.11, .11, .11}, pooled.shrunk(), 1e-12);
        assertTrue(pooled.pValue() > .9);
    }

    @Test
    void effects_that_are_sure_and_differ_stay_where_they_are() {
        PooledEffects pooled = new PooledEffects(new double[] {-1, 0, 1}, new double[] {1e-4, 1e-4, 1e-4});

        assertArrayEquals(new double[] {-1, 0, 1}, pooled.shrunk(), 1e-6);
        assertTrue(pooled.pValue() < 1e-9);
        assertEquals(1, pooled.inconsistency(), 1e-6);
    }

    @Test
    void a_single_effect_is_itself() {
        PooledEffects pooled = new PooledEffects(new double[] {.3}, new double[] {.1});

        assertEquals(.3, pooled.random(), 1e-12);
        assertEquals(1, pooled.pValue());
    }

    @Test
    void an_effect_without_error_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new PooledEffects(new double[] {1}, new double[] {0}));
    }
}
