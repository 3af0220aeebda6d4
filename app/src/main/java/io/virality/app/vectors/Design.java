package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.domain.experiment.Alternative;
import io.virality.domain.experiment.Baseline;
import io.virality.domain.experiment.Comparison;
import io.virality.domain.experiment.ConfidenceSequence;
import io.virality.domain.experiment.DesignEffect;
import io.virality.domain.experiment.Effect;
import io.virality.domain.experiment.MeanStatistics;
import io.virality.domain.experiment.Moments;
import io.virality.domain.experiment.Plan;
import io.virality.domain.experiment.PosteriorEffect.Prior;
import io.virality.domain.experiment.ProportionPlan;
import io.virality.domain.experiment.RemainingRun;
import io.virality.domain.experiment.Sizes;
import io.virality.domain.experiment.StudentPlan;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** What an experiment of some size can find, and what size it needs. */
final class Design {

    static final Map<String, Method> METHODS = Map.ofEntries(
            Map.entry("effect_variance", Design::variance),
            Map.entry("frequentist_power", Design::power),
            Map.entry("frequentist_mde", Design::detectable),
            Map.entry("bayesian_power", Design::power),
            Map.entry("bayesian_mde", Design::detectable),
            Map.entry("weeks_to_power", Design::weeks),
            Map.entry("mid_experiment_additional_sample", Design::remaining),
            Map.entry("mid_experiment_power_at_scaling", Design::later),
            Map.entry("t_test_power", Design::studentPower),
            Map.entry("t_test_mde", Design::studentDetectable),
            Map.entry("t_test_sample_size", Design::studentUnits),
            Map.entry("proportion_sample_size", Design::proportions),
            Map.entry("design_effect", Design::designEffect));

    private Design() {}

    private static Object variance(VectorCase vector) {
        Comparison comparison = Comparison.of(
                summary(vector.inputs().path("control")),
                summary(vector.inputs().path("treatment")),
                Effects.difference(vector.settings()));
        if (comparison instanceof Effect effect) {
            return Map.of("variance", effect.standardError() * effect.standardError());
        }
        throw new IllegalArgumentException(comparison.toString());
    }

    private static MeanStatistics summary(JsonNode arm) {
        return new MeanStatistics(Moments.ofSummary(
                arm.path("n").asLong(),
                arm.path("mean").asDouble(),
                arm.path("variance").asDouble()));
    }

    private static Object power(VectorCase vector) {
        JsonNode metric = vector.inputs().path("metric");
        return Map.of(
                "power",
                plan(vector)
                        .power(
                                baseline(metric),
                                sizes(vector.inputs()),
                                metric.path("effect_size").asDouble()));
    }

    private static Object detectable(VectorCase vector) {
        double power = vector.settings().path("power").asDouble();
        OptionalDouble lift =
                plan(vector).detectable(baseline(vector.inputs().path("metric")), sizes(vector.inputs()), power);
        Map<String, Object> answer = new HashMap<>();
        lift.ifPresent(value -> {
            answer.put("relative_mde", value);
            answer.put("mde", value);
        });
        return answer;
    }

    private static Object weeks(VectorCase vector) {
        JsonNode inputs = vector.inputs();
        Map<String, Object> answer = new HashMap<>();
        plan(vector)
                .weeks(
                        baseline(inputs.path("metric")),
                        Sizes.equal(
                                inputs.path("users_per_week").asDouble(),
                                inputs.path("variations").asInt()),
                        inputs.path("metric").path("effect_size").asDouble(),
                        vector.settings().path("target_power").asDouble(),
                        inputs.path("weeks_considered").asInt())
                .ifPresent(weeks -> answer.put("weeks", weeks));
        return answer;
    }

    private static Plan plan(VectorCase vector) {
        JsonNode settings = vector.settings();
        double alpha = settings.path("alpha").asDouble();
        boolean believed = vector.method().startsWith("bayesian")
                || settings.path("engine").asText().equals("bayesian");
        return believed
                ? new Plan.Believed(
                        alpha, prior(vector.inputs().path("metric").path("prior")), Effects.difference(settings))
                : new Plan.Tested(
                        alpha,
                        settings.path("two_sided").asBoolean(true) ? Alternative.TWO_SIDED : Alternative.GREATER,
                        tuning(settings));
    }

    private static OptionalDouble tuning(JsonNode settings) {
        JsonNode tuning = settings.path("sequential_tuning_parameter");
        return tuning.asDouble() > 0 && settings.path("sequential").asBoolean(true)
                ? OptionalDouble.of(tuning.asDouble())
                : OptionalDouble.empty();
    }

    private static Prior prior(JsonNode prior) {
        if (!prior.path("proper").asBoolean()) {
            return Prior.FLAT;
        }
        double deviation = prior.path("sd").asDouble();
        return new Prior(prior.path("mean").asDouble(), prior.path("variance").asDouble(deviation * deviation));
    }

    private static Baseline baseline(JsonNode metric) {
        return metric.path("type").asText().equals("proportion")
                ? Baseline.ofProportion(metric.path("conversion_rate").asDouble())
                : Baseline.ofMean(
                        metric.path("mean").asDouble(),
                        metric.path("standard_deviation").asDouble());
    }

    private static Sizes sizes(JsonNode inputs) {
        double each = inputs.path("users_per_variation").asDouble();
        return each > 0
                ? new Sizes(each, each)
                : Sizes.equal(
                        inputs.path("total_users").asDouble(),
                        inputs.path("variations").asInt());
    }

    private static Object remaining(VectorCase vector) {
        RemainingRun run = run(vector);
        JsonNode settings = vector.settings();
        double target = Math.pow(
                settings.path("target_power").asDouble(),
                1.0 / settings.path("num_goal_metrics").asInt(1));
        OptionalDouble more = run.more(target);
        Map<String, Object> answer = new HashMap<>();
        answer.put("power_now", run.power(0));
        answer.put("converged", more.isPresent());
        answer.put("upper_bound_hit", more.isEmpty());
        more.ifPresent(factor -> {
            answer.put("scaling_factor", factor);
            answer.put("additional_users", factor * run.units());
            answer.put("power_at_scaling_factor", run.power(factor));
        });
        return answer;
    }

    private static Object later(VectorCase vector) {
        return Map.of(
                "power",
                run(vector).power(vector.inputs().path("scaling_factor").asDouble()));
    }

    private static RemainingRun run(VectorCase vector) {
        JsonNode inputs = vector.inputs();
        JsonNode settings = vector.settings();
        int tests = settings.path("p_value_corrected").asBoolean()
                ? (settings.path("num_variations").asInt(2) - 1)
                        * settings.path("num_goal_metrics").asInt(1)
                : 1;
        boolean sequential = settings.path("sequential").asBoolean();
        return new RemainingRun(
                inputs.path("effect_standard_error").asDouble(),
                inputs.path("total_n_control_plus_treatment").asDouble(),
                settings.path("target_mde").asDouble(),
                settings.path("alpha").asDouble() / tests,
                sequential
                        ? OptionalDouble.of(
                                settings.path("sequential_tuning_parameter").asDouble(ConfidenceSequence.USUAL_TUNING))
                        : OptionalDouble.empty(),
                prior(settings.path("prior")));
    }

    private static Object studentPower(VectorCase vector) {
        JsonNode inputs = vector.inputs();
        return Map.of(
                "power",
                student(vector)
                        .power(
                                inputs.path("n_control").asDouble(),
                                inputs.path("cohens_d").asDouble()));
    }

    private static Object studentDetectable(VectorCase vector) {
        return Map.of(
                "mde_cohens_d",
                student(vector)
                        .detectable(
                                vector.inputs().path("n_per_group").asDouble(),
                                vector.settings().path("power").asDouble()));
    }

    private static Object studentUnits(VectorCase vector) {
        double units = student(vector)
                .units(
                        vector.inputs().path("cohens_d").asDouble(),
                        vector.settings().path("power").asDouble());
        return Map.of("n_control_exact", units, "n_control_ceil", Math.ceil(units));
    }

    private static StudentPlan student(VectorCase vector) {
        return new StudentPlan(
                vector.inputs().path("ratio_treatment_to_control").asDouble(1),
                vector.settings().path("alpha").asDouble(),
                alternative(vector.settings()));
    }

    private static Alternative alternative(JsonNode settings) {
        return switch (settings.path("alternative").asText()) {
            case "larger", "greater" -> Alternative.GREATER;
            case "smaller", "less" -> Alternative.LESS;
            default -> Alternative.TWO_SIDED;
        };
    }

    private static Object proportions(VectorCase vector) {
        ProportionPlan plan = new ProportionPlan(
                vector.inputs().path("baseline_rate").asDouble(),
                vector.inputs().path("variant_rate").asDouble(),
                vector.settings().path("alpha").asDouble(),
                alternative(vector.settings()),
                vector.settings().path("power").asDouble());
        return Map.of(
                "cohens_h", plan.h(),
                "n_per_group_arcsine", plan.arcsine(),
                "n_per_group_unpooled_z", plan.unpooled(),
                "n_per_group_pooled_z_fleiss", plan.pooled());
    }

    private static Object designEffect(VectorCase vector) {
        JsonNode inputs = vector.inputs();
        DesignEffect effect = new DesignEffect(
                inputs.path("mean_cluster_size").asDouble(),
                inputs.path("cluster_size_cv").asDouble(),
                inputs.path("icc").asDouble());
        double units = inputs.path("n_individual_randomised").asDouble();
        return Map.of(
                "design_effect_equal",
                effect.ofEqualClusters(),
                "design_effect_unequal",
                effect.factor(),
                "n_required_equal",
                units * effect.ofEqualClusters(),
                "n_required_unequal",
                units * effect.factor());
    }
}
