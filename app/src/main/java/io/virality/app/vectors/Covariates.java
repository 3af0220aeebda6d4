package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.domain.experiment.AdjustedStatistics;
import io.virality.domain.experiment.Comparison;
import io.virality.domain.experiment.CovariateModel;
import io.virality.domain.experiment.Difference;
import io.virality.domain.experiment.Effect;
import io.virality.domain.experiment.MeanDifference;
import io.virality.domain.experiment.MeanStatistics;
import io.virality.domain.experiment.Moments;
import io.virality.domain.experiment.RatioStatistics;
import io.virality.domain.experiment.SufficientStatistics;
import io.virality.domain.stats.RobustRegression.Correction;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Two variables of each unit: a metric with its covariate, or what stands above and below a line. */
final class Covariates {

    static final Map<String, Method> METHODS = Map.of(
            "cuped_raw", Covariates::cuped,
            "regression_adjustment_multi_covariate", Covariates::regressions,
            "ratio_delta_method_raw", Covariates::ratio);

    private Covariates() {}

    private static Object cuped(VectorCase vector) {
        JsonNode control = vector.inputs().path("control");
        JsonNode treatment = vector.inputs().path("treatment");
        Effect effect = effect(
                new AdjustedStatistics(pairs(control, "post", "pre")),
                new AdjustedStatistics(pairs(treatment, "post", "pre")),
                Difference.ABSOLUTE);
        MeanDifference unadjusted = MeanDifference.welch(
                MeanStatistics.of(Numbers.list(control.path("post"))),
                MeanStatistics.of(Numbers.list(treatment.path("post"))));
        Map<String, Object> answer = regressions(vector);
        answer.put("theta_pooled", effect.adjustment().theta());
        answer.put("cuped_difference", effect.estimate());
        answer.put("cuped_se", effect.standardError());
        answer.put("variance_reduction", effect.adjustment().varianceSaved());
        answer.put("unadjusted_difference", unadjusted.estimate());
        answer.put("unadjusted_se", unadjusted.standardError());
        return answer;
    }

    private static Map<String, Object> regressions(VectorCase vector) {
        CovariateModel.Units control = units(vector.inputs().path("control"));
        CovariateModel.Units treatment = units(vector.inputs().path("treatment"));
        Map<String, Object> answer = new LinkedHashMap<>();
        put(answer, "ancova", CovariateModel.ancova(control, treatment));
        put(answer, "lin_interacted", CovariateModel.lin(control, treatment));
        return answer;
    }

    private static void put(Map<String, Object> answer, String name, CovariateModel model) {
        answer.put(name + "_difference", model.estimate());
        for (Correction correction : Correction.values()) {
            answer.put(name + "_se_" + correction.name().toLowerCase(Locale.ROOT), model.error(correction));
        }
    }

    private static CovariateModel.Units units(JsonNode arm) {
        double[] values = Numbers.list(arm.path("post"));
        double[][] covariates = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            covariates[i] = arm.has("pre")
                    ? new double[] {arm.path("pre").path(i).asDouble()}
                    : Numbers.list(arm.path("covariates").path(i));
        }
        return new CovariateModel.Units(values, covariates);
    }

    private static Object ratio(VectorCase vector) {
        RatioStatistics control =
                new RatioStatistics(pairs(vector.inputs().path("control"), "numerator", "denominator"));
        RatioStatistics treatment =
                new RatioStatistics(pairs(vector.inputs().path("treatment"), "numerator", "denominator"));
        Effect absolute = effect(control, treatment, Difference.ABSOLUTE);
        Effect relative = effect(control, treatment, Difference.RELATIVE);
        return Map.of(
                "ratio_control", control.value(),
                "ratio_treatment", treatment.value(),
                "se_ratio_control", Math.sqrt(control.variance() / control.units()),
                "se_ratio_treatment", Math.sqrt(treatment.variance() / treatment.units()),
                "absolute_difference", absolute.estimate(),
                "absolute_se", absolute.standardError(),
                "relative_lift", relative.estimate(),
                "relative_se", relative.standardError());
    }

    private static Effect effect(SufficientStatistics control, SufficientStatistics treatment, Difference difference) {
        Comparison comparison = Comparison.of(control, treatment, difference);
        if (comparison instanceof Effect effect) {
            return effect;
        }
        throw new IllegalArgumentException("no effect: " + comparison);
    }

    private static Moments pairs(JsonNode arm, String first, String second) {
        double[] one = Numbers.list(arm.path(first));
        double[] other = Numbers.list(arm.path(second));
        Moments.Counter counter = new Moments.Counter(false, false);
        for (int i = 0; i < one.length; i++) {
            counter.add(one[i], other[i]);
        }
        return counter.moments();
    }
}
