package io.virality.domain.response;

import io.virality.domain.response.ResponseStudy.Sure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a series cannot tell of a channel, however well it is fitted. */
final class Identifiability {

    /** Below this coefficient of variation spending hardly varies. */
    private static final double STEADY = .2;

    private static final double ALIKE = .8;
    private static final double WIDE_CARRY_OVER = .5;
    private static final int FEWEST_SPENDING = 20;
    private static final double TIMES_WIDER = 4;

    private Identifiability() {}

    static List<String> warnings(
            MediaSeries series, int channel, Curve curve, Sure carryOver, Sure half, Sure shape, Sure brought) {
        List<String> warnings = new ArrayList<>();
        double[] spend = series.spend()[channel];
        long spending = Arrays.stream(spend).filter(amount -> amount > 0).count();
        if (spending < FEWEST_SPENDING) {
            warnings.add("something was spent in " + spending + " periods only");
        }
        double mean = Arrays.stream(spend).average().orElse(0);
        double spread = Math.sqrt(Arrays.stream(spend)
                .map(amount -> (amount - mean) * (amount - mean))
                .average()
                .orElse(0));
        if (spread < STEADY * mean) {
            warnings.add("spending hardly varies: what it brings cannot be told from what comes without it");
        }
        for (int other = 0; other < series.channels().size(); other++) {
            double correlation = correlation(spend, series.spend()[other]);
            if (other != channel && Math.abs(correlation) > ALIKE) {
                warnings.add(String.format(
                        Locale.ROOT,
                        "spent together with %s (correlation %.2f): the two cannot be told apart",
                        series.channels().get(other),
                        correlation));
            }
        }
        double highest =
                Arrays.stream(Curve.effective(spend, curve.carryOver())).max().orElse(0);
        if (half.interval().high() > highest) {
            warnings.add("saturation may lie beyond all that was ever spent: the curve's top is extrapolated");
        }
        if (half.interval().low() > 0
                && half.interval().high() / half.interval().low() > TIMES_WIDER) {
            warnings.add("where it saturates is hardly known");
        }
        if (carryOver.interval().high() - carryOver.interval().low() > WIDE_CARRY_OVER) {
            warnings.add("how long it acts is hardly known");
        }
        if (shape.interval().high() >= CurveFit.LARGEST_SHAPE
                && shape.interval().low() <= 1) {
            warnings.add("whether it starts slowly, like an S, is not known");
        }
        if (brought.interval().low() <= 0.001 * brought.interval().high()) {
            warnings.add("that it brings anything at all is not shown");
        }
        return List.copyOf(warnings);
    }

    private static double correlation(double[] one, double[] other) {
        double[][] centred = new double[2][];
        double[][] both = {one, other};
        for (int i = 0; i < 2; i++) {
            double mean = Arrays.stream(both[i]).average().orElse(0);
            centred[i] = Arrays.stream(both[i]).map(x -> x - mean).toArray();
        }
        double squares = CurveFit.dot(centred[0], centred[0]) * CurveFit.dot(centred[1], centred[1]);
        return squares == 0 ? 0 : CurveFit.dot(centred[0], centred[1]) / Math.sqrt(squares);
    }
}
