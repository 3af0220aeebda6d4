package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.domain.experiment.Alternative;
import io.virality.domain.experiment.Cap;
import io.virality.domain.experiment.ClusterRobust;
import io.virality.domain.experiment.ClusterRobust.Cluster;
import io.virality.domain.experiment.Comparison;
import io.virality.domain.experiment.Difference;
import io.virality.domain.experiment.Effect;
import io.virality.domain.experiment.FixedTest;
import io.virality.domain.experiment.Judgement;
import io.virality.domain.experiment.MeanStatistics;
import io.virality.domain.experiment.Moments;
import io.virality.domain.experiment.SampleRatio;
import io.virality.domain.experiment.SequentialSampleRatio;
import io.virality.domain.stats.FisherExact;
import io.virality.domain.stats.MannWhitney;
import io.virality.domain.stats.PooledEffects;
import io.virality.domain.stats.TwoSampleBootstrap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** Methods that need more of the units than sums, and those about their number. */
final class Samples {

    private static final double CONFIDENCE = .95;
    private static final long SEED = 1;

    static final Map<String, Method> METHODS = Map.ofEntries(
            Map.entry("srm_chi_square", Samples::sampleRatio),
            Map.entry("srm_chi_square_skip_zero_weights", Samples::sampleRatio),
            Map.entry("multinomial_dirichlet_bayes_factor", Samples::sequentialSampleRatio),
            Map.entry("fisher_exact", Samples::fisher),
            Map.entry("mann_whitney_u", Samples::mannWhitney),
            Map.entry("bootstrap_two_sample", Samples::bootstrap),
            Map.entry("cluster_randomised_difference", Samples::clusters),
            Map.entry("segment_effects_pooling", Samples::segments),
            Map.entry("percentile_cap", Samples::cap));

    private Samples() {}

    private static Object sampleRatio(VectorCase vector) {
        SampleRatio ratio =
                SampleRatio.of(observed(vector), Numbers.list(vector.inputs().path("weights")));
        double alarm = vector.settings().path("alarm_if_p_below").asDouble(SampleRatio.BLOCKING);
        return Map.of(
                "statistic", ratio.statistic(),
                "df", ratio.freedom(),
                "p_value", ratio.pValue(),
                "alarm", ratio.pValue() < alarm);
    }

    private static Object sequentialSampleRatio(VectorCase vector) {
        double concentration =
                vector.settings().path("dirichlet_concentration").asDouble(SequentialSampleRatio.USUAL_CONCENTRATION);
        double[] weights = Numbers.list(vector.inputs().path("weights"));
        return Map.of(
                "log_bayes_factor",
                SequentialSampleRatio.logBayesFactor(concentration, observed(vector), weights),
                "always_valid_p_value_single_look",
                SequentialSampleRatio.of(concentration)
                        .look(observed(vector), weights)
                        .pValue());
    }

    private static long[] observed(VectorCase vector) {
        return DoubleStream.of(Numbers.list(vector.inputs().path("observed")))
                .mapToLong(Math::round)
                .toArray();
    }

    private static Object fisher(VectorCase vector) {
        JsonNode control = vector.inputs().path("control");
        JsonNode treatment = vector.inputs().path("treatment");
        FisherExact test = new FisherExact(
                treatment.path("successes").asLong(),
                treatment.path("n").asLong(),
                control.path("successes").asLong(),
                control.path("n").asLong());
        return Map.of(
                "p_two_sided", test.twoSided(),
                "p_less", test.less(),
                "p_greater", test.greater(),
                "sample_odds_ratio", test.oddsRatio(),
                "conditional_mle_odds_ratio", test.likeliestOddsRatio(),
                "conditional_or_ci95", Numbers.ends(test.oddsRatioInterval(CONFIDENCE)));
    }

    private static Object mannWhitney(VectorCase vector) {
        MannWhitney test = MannWhitney.of(
                Numbers.list(vector.inputs().path("treatment")),
                Numbers.list(vector.inputs().path("control")));
        Map<String, Object> answer = new HashMap<>(Map.of(
                "u_treatment", test.above(),
                "prob_treatment_greater_plus_half_ties", test.superiority(),
                "p_asymptotic_cc_two_sided", test.twoSided(),
                "p_asymptotic_cc_less", test.less(),
                "p_asymptotic_cc_greater", test.greater(),
                "p_asymptotic_nocc_two_sided", test.twoSidedUncorrected()));
        if (vector.expected().has("p_exact_two_sided")) {
            test.exactTwoSided().ifPresent(p -> answer.put("p_exact_two_sided", p));
        }
        return answer;
    }

    private static Object bootstrap(VectorCase vector) {
        double[] control = Numbers.list(vector.inputs().path("control"));
        double[] treatment = Numbers.list(vector.inputs().path("treatment"));
        JsonNode settings = vector.settings();
        int replicates = settings.path("resamples_reference").asInt(60_000);
        double confidence = settings.path("confidence_level").asDouble(CONFIDENCE);
        Map<String, Object> answer = new HashMap<>();
        put(
                "difference",
                TwoSampleBootstrap.of(control, treatment, (c, t) -> t - c, replicates, SEED),
                confidence,
                answer);
        put(
                "relative_lift",
                TwoSampleBootstrap.of(control, treatment, (c, t) -> t / c - 1, replicates, SEED),
                confidence,
                answer);
        return answer;
    }

    private static void put(String name, TwoSampleBootstrap bootstrap, double confidence, Map<String, Object> answer) {
        answer.put(name, bootstrap.value());
        answer.put(name + "_ci_percentile", Numbers.ends(bootstrap.percentile(confidence)));
        answer.put(name + "_ci_basic", Numbers.ends(bootstrap.basic(confidence)));
        answer.put(name + "_ci_bca", Numbers.ends(bootstrap.corrected(confidence)));
    }

    private static Object clusters(VectorCase vector) {
        Map<String, Moments.Counter> control = new TreeMap<>();
        Map<String, Moments.Counter> treatment = new TreeMap<>();
        Moments.Counter controlUnits = new Moments.Counter(false);
        Moments.Counter treatmentUnits = new Moments.Counter(false);
        JsonNode inputs = vector.inputs();
        for (int i = 0; i < inputs.path("outcome").size(); i++) {
            boolean treated = inputs.path("treated").get(i).asInt() == 1;
            double outcome = inputs.path("outcome").get(i).asDouble();
            (treated ? treatment : control)
                    .computeIfAbsent(inputs.path("cluster_id").get(i).asText(), id -> new Moments.Counter(false))
                    .add(outcome);
            (treated ? treatmentUnits : controlUnits).add(outcome);
        }
        ClusterRobust robust = new ClusterRobust(clusters(control), clusters(treatment));
        FixedTest test = new FixedTest(1 - CONFIDENCE, Alternative.TWO_SIDED);
        Map<String, Object> answer = new HashMap<>();
        answer.put("difference", robust.difference());
        answer.put("se_cr0", robust.uncorrectedError());
        answer.put("se_cr1_stata", robust.scaledError());
        answer.put(
                "p_value_cr1_t_gminus1",
                test.judge(new Effect(
                                Difference.ABSOLUTE,
                                robust.difference(),
                                robust.scaledError(),
                                robust.clusters() - 1.0,
                                robust.clusters(),
                                1,
                                Effect.Adjustment.NONE))
                        .p());
        answer.put("naive_iid_se", pooledError(controlUnits.moments(), treatmentUnits.moments()));
        answer.put("delta_method_difference", robust.difference());
        answer.put("delta_method_se", robust.ratioError());
        answer.put("se_cr2", robust.error());
        answer.put("df_cr2_satterthwaite", robust.freedom());
        if (robust.compare(Difference.ABSOLUTE) instanceof Effect effect) {
            Judgement judgement = test.judge(effect);
            answer.put("p_value_cr2", judgement.p());
            answer.put("ci95_cr2", Numbers.ends(judgement.interval()));
        }
        if (Comparison.of(means(control), means(treatment), Difference.ABSOLUTE) instanceof Effect effect) {
            answer.put("cluster_means_welch_t", effect.standardized(0));
            answer.put("cluster_means_welch_p", test.judge(effect).p());
        }
        return answer;
    }

    private static List<Cluster> clusters(Map<String, Moments.Counter> counters) {
        return counters.values().stream()
                .map(Moments.Counter::moments)
                .map(moments -> new Cluster(moments.n(), moments.mean(0)))
                .toList();
    }

    private static MeanStatistics means(Map<String, Moments.Counter> counters) {
        Moments.Counter means = new Moments.Counter(false);
        counters.values().forEach(counter -> means.add(counter.moments().mean(0)));
        return new MeanStatistics(means.moments());
    }

    /** As if units were not alike within clusters: Student's. */
    private static double pooledError(Moments control, Moments treatment) {
        double squares = control.variance(0) * (control.n() - 1) + treatment.variance(0) * (treatment.n() - 1);
        return Math.sqrt(squares / (control.n() + treatment.n() - 2) * (1.0 / control.n() + 1.0 / treatment.n()));
    }

    private static Object segments(VectorCase vector) {
        PooledEffects pooled = new PooledEffects(
                Numbers.list(vector.inputs().path("segment_effect")),
                Numbers.list(vector.inputs().path("segment_se")));
        return Map.of(
                "fixed_effect", pooled.fixed(),
                "fixed_effect_se", pooled.fixedError(),
                "cochran_q", pooled.q(),
                "q_df", pooled.freedom(),
                "q_p_value", pooled.pValue(),
                "i_squared", pooled.inconsistency(),
                "tau_squared", pooled.between(),
                "random_effect", pooled.random(),
                "random_effect_se", pooled.randomError(),
                "empirical_bayes_shrunk_effects", pooled.shrunk());
    }

    private static Object cap(VectorCase vector) {
        double[] values = Numbers.list(vector.inputs().path("values"));
        Cap cap = Cap.atQuantile(
                vector.settings().path("percentile").asDouble(),
                vector.settings().path("ignore_zeros").asBoolean(),
                values);
        Moments.Counter capped = new Moments.Counter(false);
        Arrays.stream(values).map(cap::of).forEach(capped::add);
        Moments moments = capped.moments();
        return Map.of(
                "cap", cap.value(),
                "capped_count", Arrays.stream(values).filter(cap::cuts).count(),
                "sum", Arrays.stream(values).map(cap::of).sum(),
                "sum_squares",
                        Arrays.stream(values).map(cap::of).map(x -> x * x).sum(),
                "mean", moments.mean(0),
                "variance", moments.variance(0));
    }
}
