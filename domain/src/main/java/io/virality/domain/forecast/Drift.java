package io.virality.domain.forecast;

/** It goes on as it went, on average, over the newest observations. */
final class Drift implements ForecastMethod {

    private static final int OBSERVATIONS = 30;

    @Override
    public String id() {
        return "drift";
    }

    @Override
    public Trend fit(DailySeries series, Panel panel) {
        int last = series.size() - 1;
        int first = Math.max(0, series.size() - OBSERVATIONS);
        double slope = (series.lastScaled() - series.scaled(first)) / (series.day(last) - series.day(first));
        return new Trend(series.lastScaled(), slope, 1, 1);
    }
}
