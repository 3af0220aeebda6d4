package io.virality.domain.forecast;

import java.util.List;

/** Nothing changes any more: the baseline that every method must beat. */
final class LastValue implements ForecastMethod {

    @Override
    public String id() {
        return "last-value";
    }

    @Override
    public Extrapolation over(List<DailySeries> panel) {
        return series -> Trend.flat(series.lastScaled());
    }
}
