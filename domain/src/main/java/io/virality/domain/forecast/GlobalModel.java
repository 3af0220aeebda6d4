package io.virality.domain.forecast;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One model of all series of a class: what is told of a series by its own past is corrected by how series went on that were like
 * it. It learns only from growth that was over on the day it is asked.
 */
final class GlobalModel implements ForecastMethod {

    /** With fewer series there is hardly another that is like one. */
    static final int FEWEST_SERIES = 50;

    /** So much of what is told is believed. */
    private static final double BELIEVED = .5;

    private static final int MOST_ORIGINS = 24;
    private static final int FEWEST_DAYS = 7;

    /** So many growths that do not overlap lie in the past of the longest series. */
    private static final int GROWTHS_IN_PAST = 4;

    /** Origins of the growths it learns from lie so far from each other. */
    private static final int ORIGINS_IN_GROWTH = 2;

    private final GrowthLearner learner;
    private final Nature nature;
    private final ForecastMethod usual;
    private final int days;
    private final List<GrowthRow> rows = new ArrayList<>();

    /**
     * Looks at how they grew.
     *
     * @param members of one class
     * @param horizon how far ahead is asked, in days
     */
    GlobalModel(List<DailySeries> members, int horizon, GrowthLearner learner) {
        this.learner = learner;
        this.nature = members.get(0).nature();
        this.usual = nature == Nature.LEVEL ? new PanelDrift() : new TypicalValue();
        int first = members.stream()
                .mapToInt(each -> each.observed().days()[0])
                .min()
                .orElseThrow();
        int last = members.stream().mapToInt(DailySeries::lastDay).max().orElseThrow();
        this.days =
                Math.max(FEWEST_DAYS, Math.min(Math.min(horizon, GrowthRow.DAYS), (last - first) / GROWTHS_IN_PAST));
        for (int i = 0; i < MOST_ORIGINS; i++) {
            int origin = last - days - i * days / ORIGINS_IN_GROWTH;
            if (origin > first) {
                rows.addAll(GrowthRow.from(origin, days, members, nature, usual));
            }
        }
    }

    @Override
    public String id() {
        return "global-model";
    }

    @Override
    public String kin() {
        return usual.id();
    }

    /** What there would have to be; empty if there is enough. */
    Optional<String> missing() {
        long series = series(rows);
        return series >= FEWEST_SERIES
                ? Optional.empty()
                : Optional.of("no global model was tried: it needs at least " + FEWEST_SERIES
                        + " series observed at least once a week over " + 2 * days + " days; there are " + series);
    }

    private static long series(List<GrowthRow> rows) {
        return rows.stream().mapToInt(GrowthRow::creator).distinct().count();
    }

    @Override
    public Extrapolation over(List<DailySeries> panel) {
        int today = panel.stream().mapToInt(DailySeries::lastDay).max().orElseThrow();
        List<GrowthRow> over =
                rows.stream().filter(row -> row.origin() + days <= today).toList();
        Extrapolation expected = usual.over(panel);
        if (series(over) < FEWEST_SERIES) {
            return expected;
        }
        GrowthFeatures features = GrowthFeatures.of(over);
        if (features.compared().isEmpty()) {
            return expected;
        }
        GrowthLearner.Predictor model = learner.learn(features.rows(over), GrowthFeatures.surprise(over));
        double[] surprises = model.predict(features.rows(panel.stream()
                .map(series -> new GrowthRow(
                        0, today, GrowthRow.drivers(series, series.lastDay(), days, expected), Double.NaN))
                .toList()));
        Map<DailySeries, Double> corrections = new IdentityHashMap<>();
        IntStream.range(0, surprises.length)
                .forEach(i -> corrections.put(panel.get(i), BELIEVED * surprises[i] * GrowthRow.unit(panel.get(i))));
        return series -> {
            Course course = expected.of(series);
            double correction = corrections.get(series);
            return ahead -> course.at(ahead) + correction * reached(ahead);
        };
    }

    /** Which part of a correction holds so far ahead: a level goes astray day by day, a flow at once. */
    private double reached(double ahead) {
        return nature == Nature.FLOW
                ? 1
                : (1 - Math.pow(PanelDrift.DAMPING, ahead)) / (1 - Math.pow(PanelDrift.DAMPING, days));
    }
}
