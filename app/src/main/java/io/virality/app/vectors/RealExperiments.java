package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.domain.experiment.Alternative;
import io.virality.domain.experiment.BetaPosterior;
import io.virality.domain.experiment.Cap;
import io.virality.domain.experiment.Comparison;
import io.virality.domain.experiment.ConfidenceSequence;
import io.virality.domain.experiment.Difference;
import io.virality.domain.experiment.Effect;
import io.virality.domain.experiment.FixedTest;
import io.virality.domain.experiment.Judgement;
import io.virality.domain.experiment.MeanDifference;
import io.virality.domain.experiment.MeanStatistics;
import io.virality.domain.experiment.PosteriorEffect;
import io.virality.domain.experiment.ProportionStatistics;
import io.virality.domain.experiment.SampleRatio;
import io.virality.domain.experiment.SufficientStatistics;
import io.virality.domain.stats.FamilyCorrection;
import io.virality.domain.stats.MannWhitney;
import io.virality.domain.stats.Proportion;
import io.virality.domain.stats.SignTest;
import io.virality.domain.stats.TwoProportions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Questions about files of measurements from real experiments. */
final class RealExperiments {

    static final Map<String, Method> METHODS = Map.of(
            "cookie_cats.csv", RealExperiments::cookieCats,
            "udacity_free_trial_control.csv", RealExperiments::freeTrial,
            "asos_digital_experiments_dataset.csv", RealExperiments::looks);

    private static final double ALPHA = .05;
    private static final double CONFIDENCE = 1 - ALPHA;
    private static final PosteriorEffect.Prior SMALL_EFFECTS = new PosteriorEffect.Prior(0, .3 * .3);

    private RealExperiments() {}

    // Cookie Cats: one row a player.

    private static Object cookieCats(VectorCase vector) {
        Measurements players = Measurements.near(vector.file(), vector.method());
        JsonNode settings = vector.settings();
        String control = settings.path("control").asText("gate_30");
        String treatment = settings.path("treatment").asText("gate_40");
        String group = players.columnWith(control);
        Measurements one = players.where(row -> row.get(group).equals(control));
        Measurements other = players.where(row -> row.get(group).equals(treatment));
        return switch (vector.id()) {
            case "srm" -> sampleRatio(one.size(), other.size());
            case "sum_gamerounds_mwu" -> ranks(one.numbers("sum_gamerounds"), other.numbers("sum_gamerounds"));
            case "holm_bh_family" -> family(one, other);
            default ->
                vector.id().startsWith("sum_gamerounds")
                        ? means(
                                one.numbers("sum_gamerounds"),
                                other.numbers("sum_gamerounds"),
                                settings.path("cap_percentile_pooled_type7"))
                        : shares(proportion(one, vector.id()), proportion(other, vector.id()));
        };
    }

    private static Object sampleRatio(long control, long treatment) {
        SampleRatio ratio = SampleRatio.of(new long[] {control, treatment}, new double[] {1, 1});
        return Map.of(
                "observed", new long[] {control, treatment},
                "chi2", ratio.statistic(),
                "p_value", ratio.pValue(),
                "alarm_at_0.001", ratio.blocks(),
                "alarm_at_0.01", ratio.warns());
    }

    private static Object ranks(double[] control, double[] treatment) {
        MannWhitney test = MannWhitney.of(treatment, control);
        return Map.of("u_treatment", test.above(), "p_value", test.twoSided());
    }

    private static Object family(Measurements control, Measurements treatment) {
        Judgement rounds = new FixedTest(ALPHA, Alternative.TWO_SIDED)
                .judge(MeanDifference.welch(
                        MeanStatistics.of(control.numbers("sum_gamerounds")),
                        MeanStatistics.of(treatment.numbers("sum_gamerounds"))));
        double[] p = {pooledP(control, treatment, "retention_1"), pooledP(control, treatment, "retention_7"), rounds.p()
        };
        return Map.of(
                "p_values", p,
                "holm", FamilyCorrection.HOLM.adjusted(p),
                "benjamini_hochberg", FamilyCorrection.BENJAMINI_HOCHBERG.adjusted(p));
    }

    private static double pooledP(Measurements control, Measurements treatment, String metric) {
        return TwoProportions.pValue(
                new TwoProportions(proportion(control, metric), proportion(treatment, metric)).pooledZ());
    }

    private static Proportion proportion(Measurements arm, String metric) {
        return new Proportion(arm.sum(metric), arm.size());
    }

    private static Object means(double[] control, double[] treatment, JsonNode percentile) {
        Map<String, Object> answer = new LinkedHashMap<>();
        if (percentile.isNumber()) {
            double[] all = Arrays.copyOf(control, control.length + treatment.length);
            System.arraycopy(treatment, 0, all, control.length, treatment.length);
            Cap cap = Cap.atQuantile(percentile.asDouble(), false, all);
            answer.put("cap_value", cap.value());
            return means(answer, capped(control, cap), capped(treatment, cap));
        }
        return means(answer, MeanStatistics.of(control), MeanStatistics.of(treatment));
    }

    private static MeanStatistics capped(double[] values, Cap cap) {
        return MeanStatistics.of(Arrays.stream(values).map(cap::of).toArray());
    }

    private static Object means(Map<String, Object> answer, MeanStatistics control, MeanStatistics treatment) {
        MeanDifference difference = MeanDifference.welch(control, treatment);
        Judgement judgement = new FixedTest(ALPHA, Alternative.TWO_SIDED).judge(difference);
        answer.put("mean_control", control.value());
        answer.put("mean_treatment", treatment.value());
        answer.put("var_control", control.variance());
        answer.put("var_treatment", treatment.variance());
        answer.put("difference", difference.estimate());
        answer.put("welch_t", difference.t());
        answer.put("df", difference.degreesOfFreedom());
        answer.put("p_value", judgement.p());
        answer.put("ci95", Numbers.ends(judgement.interval()));
        engines(answer, control, treatment);
        return answer;
    }

    private static Map<String, Object> shares(Proportion control, Proportion treatment) {
        TwoProportions both = new TwoProportions(control, treatment);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("control", share(control));
        answer.put("treatment", share(treatment));
        answer.put("difference", both.difference());
        answer.put("relative_lift", both.riskRatio() - 1);
        answer.put("z_pooled", both.pooledZ());
        answer.put("p_value_pooled_z", TwoProportions.pValue(both.pooledZ()));
        answer.put("diff_ci95_wald", Numbers.ends(both.wald(CONFIDENCE)));
        answer.put("diff_ci95_newcombe", Numbers.ends(both.newcombe(CONFIDENCE)));
        answer.put("pooled_probability", both.pooledShare());
        answer.put("pooled_se", both.pooledError());
        answer.put("ci95_pooled_se", Numbers.ends(both.pooled(CONFIDENCE)));
        engines(
                answer,
                new ProportionStatistics(Math.round(control.n()), control.successes()),
                new ProportionStatistics(Math.round(treatment.n()), treatment.successes()));
        BetaPosterior uniform = new BetaPosterior(1, 1);
        BetaPosterior one = uniform.after(control.successes(), control.n());
        BetaPosterior other = uniform.after(treatment.successes(), treatment.n());
        answer.put(
                "beta_binomial",
                Map.of(
                        "prior", "Beta(1,1)",
                        "prob_treatment_beats_control", other.chanceAbove(one),
                        "expected_loss_choose_treatment", other.expectedLoss(one),
                        "expected_loss_choose_control", one.expectedLoss(other)));
        return answer;
    }

    private static Map<String, Object> share(Proportion arm) {
        return Map.of("successes", arm.successes(), "n", arm.n(), "rate", arm.share());
    }

    private static void engines(
            Map<String, Object> answer, SufficientStatistics control, SufficientStatistics treatment) {
        for (Difference difference : Difference.values()) {
            if (Comparison.of(control, treatment, difference) instanceof Effect effect) {
                answer.put("growthbook_" + difference.name().toLowerCase(Locale.ROOT), engines(effect));
            }
        }
    }

    private static Map<String, Object> engines(Effect effect) {
        Judgement fixed = new FixedTest(ALPHA, Alternative.TWO_SIDED).judge(effect);
        Judgement sequential =
                new ConfidenceSequence(ALPHA, ConfidenceSequence.USUAL_TUNING, Alternative.TWO_SIDED).judge(effect);
        PosteriorEffect flat = PosteriorEffect.of(effect, PosteriorEffect.Prior.FLAT);
        PosteriorEffect informed = PosteriorEffect.of(effect, SMALL_EFFECTS);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("difference_type", effect.difference().name().toLowerCase(Locale.ROOT));
        answer.put("estimate", effect.estimate());
        answer.put("standard_error", effect.standardError());
        answer.put("welch_ci95", Numbers.ends(fixed.interval()));
        answer.put("welch_p", fixed.p());
        answer.put("sequential_ci95_tuning5000", Numbers.ends(sequential.interval()));
        answer.put("sequential_p", sequential.p());
        answer.put("chance_to_win_flat", flat.chanceAbove());
        answer.put("expected_loss_treatment_flat", flat.lossAbove());
        answer.put("chance_to_win_prior_N0_0.3", informed.chanceAbove());
        answer.put("posterior_mean_prior_N0_0.3", informed.mean());
        return answer;
    }

    // Udacity's free trial: one row a day, in a file for each arm.

    private static Object freeTrial(VectorCase vector) {
        Measurements control = Measurements.near(vector.file(), vector.method());
        Measurements experiment =
                Measurements.near(vector.file(), vector.method().replace("control", "experiment"));
        return switch (vector.id()) {
            case "invariant_pageviews" -> invariant(control, experiment, "Pageviews");
            case "invariant_clicks" -> invariant(control, experiment, "Clicks");
            case "gross_conversion" -> conversion(control, experiment, "Enrollments", "Clicks");
            case "net_conversion" -> conversion(control, experiment, "Payments", "Clicks");
            case "retention" -> conversion(control, experiment, "Payments", "Enrollments");
            default -> throw new IllegalArgumentException("no such question");
        };
    }

    private static Object invariant(Measurements control, Measurements experiment, String column) {
        double one = control.sum(column);
        double other = experiment.sum(column);
        SampleRatio ratio = SampleRatio.of(new long[] {Math.round(one), Math.round(other)}, new double[] {1, 1});
        Proportion half = new Proportion((one + other) / 2, one + other);
        return Map.of(
                "control",
                one,
                "experiment",
                other,
                "chi2",
                ratio.statistic(),
                "p_value",
                ratio.pValue(),
                "control_fraction",
                one / (one + other),
                "expected_ci95",
                Numbers.ends(half.wald(CONFIDENCE)));
    }

    private static Object conversion(Measurements control, Measurements experiment, String above, String below) {
        Measurements one = control.where(day -> !day.get(above).isEmpty());
        Measurements other = experiment.where(day -> !day.get(above).isEmpty());
        Map<String, Object> answer = shares(
                new Proportion(one.sum(above), one.sum(below)), new Proportion(other.sum(above), other.sum(below)));
        double[] daily = difference(rates(one, above, below), rates(other, above, below));
        int higher =
                (int) Arrays.stream(daily).filter(difference -> difference > 0).count();
        answer.put("sign_test_days_experiment_higher", higher);
        answer.put("sign_test_days", daily.length);
        answer.put("sign_test_p", new SignTest(higher, daily.length).pValue());
        answer.put(
                "paired_by_day_t_p",
                new FixedTest(ALPHA, Alternative.TWO_SIDED)
                        .judge(MeanDifference.paired(MeanStatistics.of(daily)))
                        .p());
        return answer;
    }

    private static double[] rates(Measurements days, String above, String below) {
        double[] rates = days.numbers(above);
        double[] sizes = days.numbers(below);
        for (int i = 0; i < rates.length; i++) {
            rates[i] /= sizes[i];
        }
        return rates;
    }

    private static double[] difference(double[] from, double[] to) {
        double[] difference = to.clone();
        for (int i = 0; i < from.length; i++) {
            difference[i] -= from[i];
        }
        return difference;
    }

    // ASOS: cumulative summaries of both arms, one row a look.

    private static Object looks(VectorCase vector) {
        JsonNode settings = vector.settings();
        Measurements looks = Measurements.near(vector.file(), vector.method())
                .where(row -> row.values().stream().noneMatch(String::isEmpty)
                        && row.get("experiment_id")
                                .equals(settings.path("experiment_id").asText())
                        && same(row.get("variant_id"), settings.path("variant_id"))
                        && same(row.get("metric_id"), settings.path("metric_id")));
        if (looks.size() == 0) {
            throw new IllegalArgumentException("there are no such looks");
        }
        FixedTest fixed = new FixedTest(ALPHA, Alternative.TWO_SIDED);
        ConfidenceSequence sequence =
                new ConfidenceSequence(ALPHA, ConfidenceSequence.USUAL_TUNING, Alternative.TWO_SIDED);
        MeanStatistics[] controls = summaries(looks, "c");
        MeanStatistics[] treatments = summaries(looks, "t");
        double[] times = looks.numbers("time_since_start");
        int last = 0;
        double least = 1;
        double leastAlwaysValid = 1;
        for (int i = 0; i < times.length; i++) {
            last = times[i] >= times[last] ? i : last;
            MeanDifference difference = MeanDifference.welch(controls[i], treatments[i]);
            least = Math.min(least, fixed.judge(difference).p());
            long units = controls[i].units() + treatments[i].units();
            leastAlwaysValid = Math.min(
                    leastAlwaysValid,
                    sequence.judge(difference.estimate(), difference.standardError(), units)
                            .p());
        }
        MeanDifference difference = MeanDifference.welch(controls[last], treatments[last]);
        SampleRatio ratio =
                SampleRatio.of(new long[] {controls[last].units(), treatments[last].units()}, new double[] {1, 1});
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("last_difference", difference.estimate());
        answer.put("last_welch_t", difference.t());
        answer.put("last_df", difference.degreesOfFreedom());
        answer.put("last_p_value", fixed.judge(difference).p());
        answer.put("last_srm_p_50_50", ratio.pValue());
        answer.put("min_p_over_looks_naive", least);
        answer.put("ever_significant_naive_0.05", least < ALPHA);
        answer.put("min_always_valid_p_tuning5000", leastAlwaysValid);
        answer.put("ever_significant_always_valid_0.05", leastAlwaysValid < ALPHA);
        return answer;
    }

    private static boolean same(String cell, JsonNode number) {
        return Double.parseDouble(cell) == number.asDouble();
    }

    private static MeanStatistics[] summaries(Measurements looks, String arm) {
        double[] units = looks.numbers("count_" + arm);
        double[] means = looks.numbers("mean_" + arm);
        double[] variances = looks.numbers("variance_" + arm);
        MeanStatistics[] summaries = new MeanStatistics[units.length];
        for (int i = 0; i < units.length; i++) {
            summaries[i] = MeanStatistics.ofSummary(Math.round(units[i]), means[i], variances[i]);
        }
        return summaries;
    }
}
