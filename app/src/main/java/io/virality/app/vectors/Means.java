package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.domain.experiment.Alternative;
import io.virality.domain.experiment.FixedTest;
import io.virality.domain.experiment.Judgement;
import io.virality.domain.experiment.MeanDifference;
import io.virality.domain.experiment.MeanStatistics;
import java.util.Map;

/** Means of samples, compared by t tests. */
final class Means {

    static final Map<String, Method> METHODS = Map.of(
            "welch_t_raw",
                    vector -> judge(vector, MeanDifference.welch(raw(vector, "control"), raw(vector, "treatment"))),
            "welch_t_summary",
                    vector -> judge(
                            vector, MeanDifference.welch(summary(vector, "control"), summary(vector, "treatment"))),
            "student_t_pooled_raw",
                    vector -> judge(vector, MeanDifference.pooled(raw(vector, "control"), raw(vector, "treatment"))),
            "paired_t_raw", vector -> judge(vector, MeanDifference.paired(differences(vector))),
            "welch_large_offset", Means::largeOffset);

    private Means() {}

    private static MeanStatistics raw(VectorCase vector, String arm) {
        return MeanStatistics.of(Numbers.list(vector.inputs().path(arm)));
    }

    private static MeanStatistics summary(VectorCase vector, String arm) {
        return Numbers.summary(vector.inputs().path(arm));
    }

    private static MeanStatistics differences(VectorCase vector) {
        double[] before = Numbers.list(vector.inputs().path("before_or_control"));
        double[] differences = Numbers.list(vector.inputs().path("after_or_treatment"));
        for (int i = 0; i < differences.length; i++) {
            differences[i] -= before[i];
        }
        return MeanStatistics.of(differences);
    }

    private static Object judge(VectorCase vector, MeanDifference difference) {
        JsonNode settings = vector.settings();
        Judgement judgement = new FixedTest(
                        1 - settings.path("confidence_level").asDouble(), alternative(settings))
                .judge(difference);
        return Map.of(
                "statistic", difference.t(),
                "df", difference.degreesOfFreedom(),
                "p_value", judgement.p(),
                "difference", difference.estimate(),
                "ci_lower", judgement.interval().low(),
                "ci_upper", judgement.interval().high());
    }

    private static Alternative alternative(JsonNode settings) {
        return switch (settings.path("alternative").asText()) {
            case "greater", "larger" -> Alternative.GREATER;
            case "less", "smaller" -> Alternative.LESS;
            default -> Alternative.TWO_SIDED;
        };
    }

    private static Object largeOffset(VectorCase vector) {
        MeanStatistics control = raw(vector, "control");
        MeanStatistics treatment = raw(vector, "treatment");
        MeanDifference difference = MeanDifference.welch(control, treatment);
        return Map.of(
                "mean_control", control.value(),
                "mean_treatment", treatment.value(),
                "variance_control", control.variance(),
                "variance_treatment", treatment.variance(),
                "difference", difference.estimate(),
                "standard_error", difference.standardError(),
                "t_statistic", difference.t());
    }
}
