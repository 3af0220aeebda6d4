package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.domain.experiment.Alternative;
import io.virality.domain.experiment.Comparison;
import io.virality.domain.experiment.ConfidenceSequence;
import io.virality.domain.experiment.Difference;
import io.virality.domain.experiment.Effect;
import io.virality.domain.experiment.FixedTest;
import io.virality.domain.experiment.Incomparable;
import io.virality.domain.experiment.Judgement;
import io.virality.domain.experiment.PosteriorEffect;
import io.virality.domain.stats.Interval;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Two arms of any kind of metric, judged by each engine. */
final class Effects {

    static final Map<String, Method> METHODS = Map.of(
            "t_two_sided", vector -> fixed(vector, Alternative.TWO_SIDED),
            "t_one_sided_treatment_greater", vector -> fixed(vector, Alternative.GREATER),
            "t_one_sided_treatment_lesser", vector -> fixed(vector, Alternative.LESS),
            "sequential_two_sided", vector -> sequential(vector, Alternative.TWO_SIDED),
            "sequential_one_sided_treatment_greater", vector -> sequential(vector, Alternative.GREATER),
            "sequential_one_sided_treatment_lesser", vector -> sequential(vector, Alternative.LESS),
            "bayesian_normal_effect", Effects::bayesian);

    private Effects() {}

    private static Object fixed(VectorCase vector, Alternative alternative) {
        FixedTest test = new FixedTest(alpha(vector), alternative);
        return frequentist(vector, test::judge);
    }

    private static Object sequential(VectorCase vector, Alternative alternative) {
        double tuning = vector.settings().path("sequential_tuning_parameter").asDouble(ConfidenceSequence.USUAL_TUNING);
        ConfidenceSequence test = new ConfidenceSequence(alpha(vector), tuning, alternative);
        return frequentist(vector, test::judge);
    }

    private static Object frequentist(VectorCase vector, Function<Effect, Judgement> test) {
        Comparison comparison = compare(vector);
        if (!(comparison instanceof Effect effect)) {
            Map<String, Object> answer = nothing(comparison);
            answer.put("p_value", 1);
            return answer;
        }
        Judgement judgement = test.apply(effect).times(scale(vector.settings()));
        Map<String, Object> answer = answer(judgement.estimate(), judgement.standardError(), judgement.interval());
        answer.put("p_value", judgement.p());
        return answer;
    }

    private static Object bayesian(VectorCase vector) {
        Comparison comparison = compare(vector);
        if (!(comparison instanceof Effect effect)) {
            Map<String, Object> answer = nothing(comparison);
            answer.put("chance_to_win", .5);
            answer.put("expected_loss_control", 0);
            answer.put("expected_loss_treatment", 0);
            return answer;
        }
        PosteriorEffect posterior =
                PosteriorEffect.of(effect, prior(vector.settings().path("prior")));
        boolean lower = vector.settings().path("lower_is_better").asBoolean();
        Interval interval = posterior.interval(1 - alpha(vector));
        // The losses stay on the absolute scale.
        double factor = scale(vector.settings());
        Map<String, Object> answer = answer(
                posterior.mean() * factor,
                posterior.deviation() * factor,
                new Interval(interval.low() * factor, interval.high() * factor, interval.confidence()));
        answer.put("chance_to_win", lower ? posterior.chanceBelow() : posterior.chanceAbove());
        answer.put("expected_loss_treatment", lower ? posterior.lossBelow() : posterior.lossAbove());
        answer.put("expected_loss_control", lower ? posterior.lossAbove() : posterior.lossBelow());
        return answer;
    }

    static PosteriorEffect.Prior prior(JsonNode prior) {
        return prior.path("proper").asBoolean()
                ? new PosteriorEffect.Prior(
                        prior.path("mean").asDouble(), prior.path("variance").asDouble())
                : PosteriorEffect.Prior.FLAT;
    }

    private static Comparison compare(VectorCase vector) {
        if (vector.settings().path("post_stratify").asBoolean()) {
            throw new IllegalArgumentException("post-stratification is not supported");
        }
        Arms arms = Arms.of(vector.inputs());
        return Comparison.of(arms.control(), arms.treatment(), difference(vector.settings()));
    }

    static Difference difference(JsonNode settings) {
        return settings.path("difference_type").asText().equals("relative") ? Difference.RELATIVE : Difference.ABSOLUTE;
    }

    /** What the absolute difference of one unit comes to by day, if the treatment were given to all. */
    private static double scale(JsonNode settings) {
        return settings.path("difference_type").asText().equals("scaled")
                ? settings.path("total_users").asDouble()
                        / (settings.path("traffic_percentage").asDouble()
                                * settings.path("phase_length_days").asDouble())
                : 1;
    }

    private static double alpha(VectorCase vector) {
        return vector.settings().path("alpha").asDouble();
    }

    static String errorCode(Comparison why) {
        return why == Incomparable.WITHOUT_VARIANCE ? "ZERO_NEGATIVE_VARIANCE" : "ZERO_NEGATIVE_BASELINE_VARIATION";
    }

    private static Map<String, Object> nothing(Comparison why) {
        Map<String, Object> answer = answer(0, 0, new Interval(0, 0, .5));
        answer.put("error_code", errorCode(why));
        return answer;
    }

    private static Map<String, Object> answer(double estimate, double standardError, Interval interval) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("point_estimate", estimate);
        answer.put("standard_error", standardError);
        answer.put("ci_lower", interval.low());
        answer.put("ci_upper", interval.high());
        return answer;
    }
}
