package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RootTest {

    @Test
    void a_root_is_found_also_beyond_the_guess() {
        assertEquals(Math.cbrt(1e6), Root.of(x -> x * x * x - 1e6, 0, 1), 1e-10);
        assertEquals(-Math.cbrt(1e6), Root.of(x -> x * x * x + 1e6, 0, 1), 1e-10);
    }

    @Test
    void a_function_that_never_crosses_has_none() {
        assertEquals(Double.NaN, Root.of(x -> 1 + Math.exp(-x * x), 0, 1));
    }
}
