package io.virality.domain.forecast;

import java.util.List;

/** It wins or loses as much a day as it did, on average, over the newest observations: the other usual baseline. */
final class Drift implements ForecastMethod {

    static final String ID = "drift";

    private static final int OBSERVATIONS = 30;

    /** No level falls below 0, however steeply it falls. */
    private static final double LEAST_PART_LEFT = .01;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Extrapolation over(List<DailySeries> panel) {
        return Drift::straight;
    }

    private static Course straight(DailySeries series) {
        int last = series.size() - 1;
        int first = Math.max(0, series.size() - OBSERVATIONS);
        double slope = (series.lastValue() - series.value(first)) / (series.day(last) - series.day(first));
        double level = series.lastValue();
        return series.nature() == Nature.LEVEL
                ? days -> Math.log(Math.max(LEAST_PART_LEFT * level, level + slope * days))
                : new Trend(level, slope, 1, 1);
    }
}
