package io.virality.app.vectors;

import io.virality.domain.stats.Holm;
import java.util.Map;

/** Corrections of p-values for the number of tests. */
final class MultipleTesting {

    static final Map<String, Method> METHODS = Map.of("holm_bonferroni", MultipleTesting::holm);

    private MultipleTesting() {}

    private static Object holm(VectorCase vector) {
        return Map.of(
                "adjusted_in_input_order",
                Holm.adjusted(Numbers.list(vector.inputs().path("p_values"))));
    }
}
