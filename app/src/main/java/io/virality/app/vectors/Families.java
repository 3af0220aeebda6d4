package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All methods that are known, by family. */
public final class Families {

    private static final List<Map<String, Method>> ALL = List.of(
            AssignmentFamily.METHODS, //
            CookieCats.METHODS, //
            Covariates.METHODS, //
            Design.METHODS, //
            Effects.METHODS, //
            EngineRows.METHODS, //
            FreeTrial.METHODS, //
            Lifts.METHODS, //
            Looks.METHODS, //
            Means.METHODS, //
            MultipleTesting.METHODS, //
            Posteriors.METHODS, //
            Proportions.METHODS, //
            Samples.METHODS, //
            Sequences.METHODS //
            );

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, Method> METHODS = byName();

    private Families() {}

    private static Map<String, Method> byName() {
        Map<String, Method> methods = new HashMap<>();
        ALL.forEach(methods::putAll);
        return methods;
    }

    /** Answers a case and compares. A case of an unknown method, or one that cannot be answered, has not passed. */
    public static Verdict judge(VectorCase vector) {
        return new Verdict(vector.id(), vector.method(), differences(vector));
    }

    private static List<String> differences(VectorCase vector) {
        Method method = METHODS.get(vector.method());
        if (method == null) {
            return List.of("the method is not supported");
        }
        JsonNode answer;
        try {
            answer = JSON.valueToTree(method.answer(vector));
        } catch (RuntimeException e) {
            // One case that breaks must not keep the others from being run.
            return List.of("no answer: " + (e instanceof IllegalArgumentException ? e.getMessage() : e));
        }
        return vector.tolerance().differences(vector.expected(), answer);
    }
}
