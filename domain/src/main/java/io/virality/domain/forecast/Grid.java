package io.virality.domain.forecast;

/** A series at equal distances, for methods that know no others: in gaps linear between their ends. */
final class Grid {

    private Grid() {}

    /** On the scale of forecasts, at the typical distance of observations, until the newest. */
    static double[] of(DailySeries series) {
        int last = series.size() - 1;
        double spacing = series.spacing();
        int steps = (int) ((series.day(last) - series.day(0)) / spacing);
        if (steps == last && spacing * steps == series.day(last) - series.day(0) && even(series, spacing)) {
            return series.scaled();
        }
        double[] values = new double[steps + 1];
        int place = last;
        for (int i = 0; i <= steps; i++) {
            double day = series.day(last) - i * spacing;
            while (place > 0 && series.day(place) > day) {
                place--;
            }
            int next = Math.min(place + 1, last);
            double part = next == place ? 0 : (day - series.day(place)) / (series.day(next) - series.day(place));
            values[steps - i] = series.scaled(place) + part * (series.scaled(next) - series.scaled(place));
        }
        return values;
    }

    private static boolean even(DailySeries series, double spacing) {
        for (int i = 1; i < series.size(); i++) {
            if (series.day(i) - series.day(i - 1) != spacing) {
                return false;
            }
        }
        return true;
    }
}
