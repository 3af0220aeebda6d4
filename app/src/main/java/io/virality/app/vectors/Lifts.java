package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.domain.experiment.Guardrail;
import io.virality.domain.experiment.RelativeLift;
import io.virality.domain.stats.Interval;
import java.util.LinkedHashMap;
import java.util.Map;

/** Relative lifts and margins of two means. */
final class Lifts {

    static final Map<String, Method> METHODS =
            Map.of("fieller_vs_delta", Lifts::fieller, "non_inferiority_and_tost", Lifts::nonInferiority);

    private Lifts() {}

    private static Object fieller(VectorCase vector) {
        RelativeLift lift = new RelativeLift(
                Numbers.summary(vector.inputs().path("control")),
                Numbers.summary(vector.inputs().path("treatment")),
                vector.settings().path("confidence_level").asDouble());
        Interval delta = lift.byDeltaMethod();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("g", lift.weakness());
        answer.put("ratio", lift.ratio());
        lift.byFieller().ifPresent(interval -> {
            answer.put("lift_ci_lower", interval.low());
            answer.put("lift_ci_upper", interval.high());
        });
        answer.put("delta_lift", lift.estimate());
        answer.put("delta_ci_lower", delta.low());
        answer.put("delta_ci_upper", delta.high());
        return answer;
    }

    private static Object nonInferiority(VectorCase vector) {
        JsonNode settings = vector.settings();
        boolean higher = settings.path("higher_is_better").asBoolean(true);
        Guardrail.Result result = new Guardrail(settings.path("relative_margin").asDouble(), higher)
                .test(
                        Numbers.summary(vector.inputs().path("control")),
                        Numbers.summary(vector.inputs().path("treatment")),
                        settings.path("alpha").asDouble());
        return Map.of(
                "absolute_margin",
                result.absoluteMargin(),
                "difference",
                result.difference(),
                "p_non_inferiority",
                result.pNonInferiority(),
                higher ? "lower_one_sided_95_bound" : "upper_one_sided_95_bound",
                result.bound(),
                "p_tost",
                result.pEquivalence());
    }
}
