package io.virality.app.vectors;

import io.virality.domain.experiment.Alternative;
import io.virality.domain.experiment.FixedTest;
import io.virality.domain.experiment.MeanDifference;
import io.virality.domain.experiment.MeanStatistics;
import io.virality.domain.experiment.SampleRatio;
import io.virality.domain.stats.Proportion;
import io.virality.domain.stats.SignTest;
import java.util.Arrays;
import java.util.Map;

/** Questions about Udacity's free trial: a file for each arm with one row a day. */
final class FreeTrial {

    static final Map<String, Method> METHODS = Map.of("udacity_free_trial_control.csv", FreeTrial::answer);

    private FreeTrial() {}

    private static Object answer(VectorCase vector) {
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
                Numbers.ends(half.wald(Judgements.CONFIDENCE)));
    }

    private static Object conversion(Measurements control, Measurements experiment, String above, String below) {
        Measurements one = control.where(day -> !day.get(above).isEmpty());
        Measurements other = experiment.where(day -> !day.get(above).isEmpty());
        Map<String, Object> answer = Judgements.shares(
                new Proportion(one.sum(above), one.sum(below)), new Proportion(other.sum(above), other.sum(below)));
        double[] daily = difference(rates(one, above, below), rates(other, above, below));
        int higher =
                (int) Arrays.stream(daily).filter(difference -> difference > 0).count();
        answer.put("sign_test_days_experiment_higher", higher);
        answer.put("sign_test_days", daily.length);
        answer.put("sign_test_p", new SignTest(higher, daily.length).pValue());
        answer.put(
                "paired_by_day_t_p",
                new FixedTest(Judgements.ALPHA, Alternative.TWO_SIDED)
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
}
