package io.virality.domain.forecast;

import java.util.Arrays;
import java.util.List;

/** The median of the newest observations: right for values that come and go without a trend. */
final class TypicalValue implements ForecastMethod {

    private static final int OBSERVATIONS = 13;

    @Override
    public String id() {
        return "typical-value";
    }

    @Override
    public Extrapolation over(List<DailySeries> panel) {
        return TypicalValue::typical;
    }

    private static Course typical(DailySeries series) {
        int size = series.size();
        return Trend.flat(
                Quantiles.median(Arrays.copyOfRange(series.scaled(), Math.max(0, size - OBSERVATIONS), size)));
    }
}
