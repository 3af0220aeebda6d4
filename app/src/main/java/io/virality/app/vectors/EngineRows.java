package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.domain.experiment.AdjustedRatioStatistics;
import io.virality.domain.experiment.AdjustedStatistics;
import io.virality.domain.experiment.Alternative;
import io.virality.domain.experiment.Comparison;
import io.virality.domain.experiment.ConfidenceSequence;
import io.virality.domain.experiment.Difference;
import io.virality.domain.experiment.Effect;
import io.virality.domain.experiment.FixedTest;
import io.virality.domain.experiment.Judgement;
import io.virality.domain.experiment.PosteriorEffect;
import io.virality.domain.experiment.SampleRatio;
import io.virality.domain.experiment.SufficientStatistics;
import io.virality.domain.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Rows of sums by variation and dimension, as GrowthBook's SQL gives them to its engine, analysed as the engine does.
 * Post-stratification and quantiles are not supported.
 */
final class EngineRows {

    static final Map<String, Method> METHODS =
            Map.of("engine_analyze", vector -> answer(vector, false), "engine_process", vector -> answer(vector, true));

    private static final String OTHERS = "(other)";

    private final JsonNode metric;
    private final JsonNode analysis;
    private final int variations;
    private final int baseline;

    private EngineRows(JsonNode settings, int variations) {
        this.metric = settings.path("metric");
        this.analysis = settings.path("analysis");
        this.variations = variations;
        this.baseline = analysis.path("baseline_index").asInt();
    }

    private static Object answer(VectorCase vector, boolean process) {
        JsonNode places = vector.inputs().path("variation_id_to_index");
        EngineRows engine = new EngineRows(vector.settings(), places.size());
        Map<String, EngineRow[]> dimensions = engine.dimensions(vector.inputs().path("rows"), places);
        if (process) {
            dimensions = engine.largest(dimensions);
        }
        List<Object> answers = new ArrayList<>();
        dimensions.forEach((name, arms) -> answers.add(Map.of(
                "type",
                process ? "DimensionResponse" : "DimensionResponseIndividual",
                "dimension",
                name,
                "srm",
                engine.sampleRatio(arms),
                "variations",
                process ? engine.withSupplements(arms) : engine.variations(arms, engine.kind()))));
        return Map.of("dimensions", answers);
    }

    /** The rows by dimension and then by variation, those of the same two added up. */
    private Map<String, EngineRow[]> dimensions(JsonNode rows, JsonNode places) {
        boolean stratified = analysis.path("post_stratification_enabled").asBoolean();
        long strata = StreamSupport.stream(rows.spliterator(), false)
                .map(EngineRow::stratum)
                .distinct()
                .count();
        if (stratified && strata > 1) {
            throw new IllegalArgumentException("post-stratification is not supported");
        }
        Map<String, EngineRow[]> dimensions = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            JsonNode place = places.path(row.path("variation").asText());
            if (!place.isMissingNode()) {
                EngineRow[] arms =
                        dimensions.computeIfAbsent(row.path("dimension").asText(), name -> none());
                arms[place.asInt()] = arms[place.asInt()].plus(EngineRow.of(row));
            }
        }
        return dimensions;
    }

    private EngineRow[] none() {
        EngineRow[] arms = new EngineRow[variations];
        Arrays.fill(arms, EngineRow.NONE);
        return arms;
    }

    /** The dimensions with most units, the rest in one. */
    private Map<String, EngineRow[]> largest(Map<String, EngineRow[]> dimensions) {
        int most = analysis.path("max_dimensions").asInt(20);
        List<Map.Entry<String, EngineRow[]>> descending = dimensions.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> -EngineRow.allUsers(entry.getValue())))
                .toList();
        Map<String, EngineRow[]> kept = new LinkedHashMap<>();
        EngineRow[] others = none();
        for (int i = 0; i < descending.size(); i++) {
            EngineRow[] arms = descending.get(i).getValue();
            if (i < most - 1 || descending.size() <= most) {
                kept.put(descending.get(i).getKey(), arms);
            } else {
                for (int arm = 0; arm < arms.length; arm++) {
                    others[arm] = others[arm].plus(arms[arm]);
                }
                kept.put(OTHERS, others);
            }
        }
        return kept;
    }

    private double sampleRatio(EngineRow[] arms) {
        long[] observed = new long[arms.length];
        for (int i = 0; i < arms.length; i++) {
            observed[i] = arms[i].users();
        }
        return SampleRatio.of(observed, Numbers.list(analysis.path("weights"))).pValue();
    }

    private String kind() {
        String kind = metric.path("statistic_type").asText();
        return analysis.path("use_covariate_as_response").asBoolean() ? kind.replace("_ra", "") : kind;
    }

    private List<Object> withSupplements(EngineRow[] arms) {
        String kind = kind();
        List<Object> answers = new ArrayList<>();
        List<Map<String, Object>> own = variations(arms, kind);
        List<Map<String, Object>> unadjusted = kind.endsWith("_ra") ? variations(arms, kind.replace("_ra", "")) : null;
        for (int i = 0; i < own.size(); i++) {
            Map<String, Object> answer = own.get(i);
            answer.put(
                    "type",
                    answer.get("type").equals("BaselineResponse")
                            ? "BaselineResponseWithSupplementalResults"
                            : answer.get("type").toString().replace("Individual", ""));
            Map<String, Object> supplements = new LinkedHashMap<>();
            supplements.put("type", "SupplementalResults");
            supplements.put("cupedUnadjusted", unadjusted == null ? null : unadjusted.get(i));
            answer.put("supplementalResults", supplements);
            answers.add(answer);
        }
        return answers;
    }

    private List<Map<String, Object>> variations(EngineRow[] arms, String kind) {
        SufficientStatistics[] statistics = new SufficientStatistics[arms.length];
        boolean before = analysis.path("use_covariate_as_response").asBoolean();
        for (int i = 0; i < arms.length; i++) {
            statistics[i] = arms[i].statistics(kind, metric, before);
        }
        SufficientStatistics control = statistics[baseline];
        List<Map<String, Object>> answers = new ArrayList<>();
        for (int i = 0; i < arms.length; i++) {
            int partner = i == baseline ? lastOther() : i;
            Map<String, Object> answer = new LinkedHashMap<>();
            describe(answer, arms[i], statistics[i], deviation(control, statistics[partner], statistics[i]));
            if (i == baseline) {
                answer.put("type", "BaselineResponse");
            } else {
                compare(answer, control, statistics[i], EngineRow.allUsers(arms));
            }
            answers.add(answer);
        }
        return answers;
    }

    /** Whose adjustment the baseline is shown with. */
    private int lastOther() {
        return baseline == variations - 1 ? Math.max(0, variations - 2) : variations - 1;
    }

    private static double deviation(
            SufficientStatistics control, SufficientStatistics other, SufficientStatistics own) {
        double variance = own.variance();
        if (own instanceof AdjustedStatistics adjusted) {
            variance = adjusted.adjustedVariance(
                    AdjustedStatistics.theta((AdjustedStatistics) control, (AdjustedStatistics) other));
        } else if (own instanceof AdjustedRatioStatistics adjusted) {
            variance = adjusted.adjustedVariance(
                    AdjustedRatioStatistics.theta((AdjustedRatioStatistics) control, (AdjustedRatioStatistics) other));
        }
        return variance > 0 ? Math.sqrt(variance) : 0;
    }

    private void describe(Map<String, Object> answer, EngineRow row, SufficientStatistics own, double deviation) {
        answer.put("cr", own.value());
        answer.put("value", row.sum("main_sum"));
        answer.put("users", (double) row.users());
        answer.put("denominator", row.sum("denominator_sum"));
        answer.put(
                "stats",
                Map.of(
                        "type", "MetricStats",
                        "users", row.users(),
                        "count", row.users(),
                        "stddev", deviation,
                        "mean", own.value()));
    }

    private void compare(
            Map<String, Object> answer, SufficientStatistics control, SufficientStatistics own, double users) {
        String terms = analysis.path("difference_type").asText();
        double factor = terms.equals("scaled")
                ? users
                        / (analysis.path("traffic_percentage").asDouble()
                                * analysis.path("phase_length_days").asDouble())
                : 1;
        Comparison comparison =
                Comparison.of(control, own, terms.equals("relative") ? Difference.RELATIVE : Difference.ABSOLUTE);
        answer.put("power", null);
        answer.put("realizedSettings", Map.of("type", "RealizedSettings", "postStratificationApplied", false));
        answer.put("errorMessage", comparison instanceof Effect ? null : Effects.errorCode(comparison));
        if (analysis.path("stats_engine").asText().equals("bayesian")) {
            answer.put("type", "BayesianVariationResponseIndividual");
            answer.put("riskType", terms.equals("relative") ? "relative" : "absolute");
            bayesian(answer, comparison, factor);
        } else {
            answer.put("type", "FrequentistVariationResponseIndividual");
            frequentist(answer, comparison, factor);
        }
    }

    private void frequentist(Map<String, Object> answer, Comparison comparison, double factor) {
        if (comparison instanceof Effect effect) {
            Judgement judgement = judge(effect).times(factor);
            estimate(answer, judgement.estimate(), judgement.standardError(), judgement.interval());
            answer.put("pValue", judgement.p());
        } else {
            estimate(answer, 0, 0, new Interval(0, 0, .5));
            answer.put("pValue", 1);
        }
    }

    private Judgement judge(Effect effect) {
        double alpha = analysis.path("alpha").asDouble();
        Alternative better = metric.path("inverse").asBoolean() ? Alternative.LESS : Alternative.GREATER;
        Alternative alternative = analysis.path("one_sided_intervals").asBoolean() ? better : Alternative.TWO_SIDED;
        return analysis.path("sequential_testing_enabled").asBoolean()
                ? new ConfidenceSequence(
                                alpha,
                                analysis.path("sequential_tuning_parameter").asDouble(),
                                alternative)
                        .judge(effect)
                : new FixedTest(alpha, alternative).judge(effect);
    }

    private void bayesian(Map<String, Object> answer, Comparison comparison, double factor) {
        if (comparison instanceof Effect effect) {
            PosteriorEffect posterior = PosteriorEffect.of(effect, prior());
            Interval interval = posterior.interval(1 - analysis.path("alpha").asDouble());
            boolean lower = metric.path("inverse").asBoolean();
            estimate(
                    answer,
                    posterior.mean() * factor,
                    posterior.deviation() * factor,
                    new Interval(interval.low() * factor, interval.high() * factor, interval.confidence()));
            answer.put("chanceToWin", lower ? posterior.chanceBelow() : posterior.chanceAbove());
            answer.put(
                    "risk",
                    lower
                            ? new double[] {posterior.lossAbove(), posterior.lossBelow()}
                            : new double[] {posterior.lossBelow(), posterior.lossAbove()});
        } else {
            estimate(answer, 0, 0, new Interval(0, 0, .5));
            answer.put("chanceToWin", .5);
            answer.put("risk", new double[] {0, 0});
        }
    }

    private PosteriorEffect.Prior prior() {
        double deviation = metric.path("prior_stddev").asDouble();
        return metric.path("prior_proper").asBoolean()
                ? new PosteriorEffect.Prior(metric.path("prior_mean").asDouble(), deviation * deviation)
                : PosteriorEffect.Prior.FLAT;
    }

    private static void estimate(Map<String, Object> answer, double estimate, double error, Interval interval) {
        answer.put("expected", estimate);
        answer.put("ci", Numbers.ends(interval));
        answer.put("uplift", Map.of("type", "Uplift", "dist", "normal", "mean", estimate, "stddev", error));
    }
}
