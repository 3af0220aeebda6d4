package io.virality.domain.forecast;

/** Nothing changes any more: the baseline that every method must beat. */
final class LastValue implements ForecastMethod {

    @Override
    public String id() {
        return "last-value";
    }

    @Override
    public Course fit(DailySeries series, Panel panel) {
        return Trend.flat(series.lastScaled());
    }
}
