package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.domain.experiment.Judgement;
import io.virality.domain.stats.FamilyCorrection;
import io.virality.domain.stats.Interval;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Corrections of p-values, and of intervals, for the number of tests. */
final class MultipleTesting {

    static final Map<String, Method> METHODS = Map.of(
            "holm_bonferroni",
            vector -> one(vector, FamilyCorrection.HOLM),
            "benjamini_hochberg",
            vector -> one(vector, FamilyCorrection.BENJAMINI_HOCHBERG),
            "p_adjust",
            MultipleTesting::all,
            "adjusted_confidence_interval",
            MultipleTesting::interval);

    private MultipleTesting() {}

    private static double[] pValues(VectorCase vector) {
        return Numbers.list(vector.inputs().path("p_values"));
    }

    private static Object one(VectorCase vector, FamilyCorrection correction) {
        return Map.of("adjusted_in_input_order", correction.adjusted(pValues(vector)));
    }

    private static Object all(VectorCase vector) {
        return Arrays.stream(FamilyCorrection.values())
                .collect(Collectors.toMap(
                        correction -> correction.name().toLowerCase(Locale.ROOT),
                        correction -> correction.adjusted(pValues(vector))));
    }

    private static Object interval(VectorCase vector) {
        JsonNode inputs = vector.inputs();
        Interval interval = Judgement.correctedInterval(
                inputs.path("estimate").asDouble(),
                inputs.path("adjusted_p_value").asDouble(),
                1 - vector.settings().path("alpha").asDouble());
        return Map.of("ci", Numbers.ends(interval));
    }
}
