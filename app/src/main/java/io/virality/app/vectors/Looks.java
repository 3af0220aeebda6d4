package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.domain.experiment.Alternative;
import io.virality.domain.experiment.ConfidenceSequence;
import io.virality.domain.experiment.FixedTest;
import io.virality.domain.experiment.MeanDifference;
import io.virality.domain.experiment.MeanStatistics;
import io.virality.domain.experiment.SampleRatio;
import java.util.LinkedHashMap;
import java.util.Map;

/** Questions about experiments that were looked at again and again: a file with cumulative summaries of both arms, one row a look. */
final class Looks {

    static final Map<String, Method> METHODS = Map.of("asos_digital_experiments_dataset.csv", Looks::answer);

    private Looks() {}

    private static Object answer(VectorCase vector) {
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
        FixedTest fixed = new FixedTest(Judgements.ALPHA, Alternative.TWO_SIDED);
        ConfidenceSequence sequence =
                new ConfidenceSequence(Judgements.ALPHA, ConfidenceSequence.USUAL_TUNING, Alternative.TWO_SIDED);
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
        answer.put("ever_significant_naive_0.05", least < Judgements.ALPHA);
        answer.put("min_always_valid_p_tuning5000", leastAlwaysValid);
        answer.put("ever_significant_always_valid_0.05", leastAlwaysValid < Judgements.ALPHA);
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
