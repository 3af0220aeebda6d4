package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.domain.stats.Holm;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Corrections of p-values for the number of tests. */
final class MultipleTesting {

    static final Map<String, Method> METHODS = Map.of("holm_bonferroni", MultipleTesting::holm);

    private MultipleTesting() {}

    private static Object holm(VectorCase vector) {
        return Map.of(
                "adjusted_in_input_order", Holm.adjusted(numbers(vector.inputs().path("p_values"))));
    }

    private static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
