package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.domain.experiment.Alternative;
import io.virality.domain.experiment.Cap;
import io.virality.domain.experiment.FixedTest;
import io.virality.domain.experiment.Judgement;
import io.virality.domain.experiment.MeanDifference;
import io.virality.domain.experiment.MeanStatistics;
import io.virality.domain.experiment.SampleRatio;
import io.virality.domain.stats.FamilyCorrection;
import io.virality.domain.stats.MannWhitney;
import io.virality.domain.stats.Proportion;
import io.virality.domain.stats.TwoProportions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Questions about a game's gates: a file with one row a player. */
final class CookieCats {

    static final Map<String, Method> METHODS = Map.of("cookie_cats.csv", CookieCats::answer);

    private CookieCats() {}

    private static Object answer(VectorCase vector) {
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
                        : Judgements.shares(proportion(one, vector.id()), proportion(other, vector.id()));
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
        Judgement rounds = new FixedTest(Judgements.ALPHA, Alternative.TWO_SIDED)
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
        Judgement judgement = new FixedTest(Judgements.ALPHA, Alternative.TWO_SIDED).judge(difference);
        answer.put("mean_control", control.value());
        answer.put("mean_treatment", treatment.value());
        answer.put("var_control", control.variance());
        answer.put("var_treatment", treatment.variance());
        answer.put("difference", difference.estimate());
        answer.put("welch_t", difference.t());
        answer.put("df", difference.degreesOfFreedom());
        answer.put("p_value", judgement.p());
        answer.put("ci95", Numbers.ends(judgement.interval()));
        Judgements.engines(answer, control, treatment);
        return answer;
    }
}
