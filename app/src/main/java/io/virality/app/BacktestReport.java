package io.virality.app;

import io.virality.domain.forecast.Accuracy;
import io.virality.domain.forecast.Backtest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What methods were worth, for terminals. */
final class BacktestReport {

    private BacktestReport() {}

    /** A line for each method, under a header. */
    static List<List<String>> rows(Backtest backtest) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "method",
                "error/last value",
                "MAPE %",
                "MASE",
                "pinball",
                "in 50 %",
                "in 80 %",
                "in 95 %",
                "better for %",
                ""));
        for (Backtest.Method method : backtest.methods()) {
            List<String> row = new ArrayList<>(List.of(method.id(), words("%.3f", method.relativeError())));
            row.addAll(figures(method.overall()));
            row.add(method.losesToLastValue() ? "loses" : method.id().equals(backtest.chosen()) ? "answers" : "");
            rows.add(row);
        }
        return rows;
    }

    private static List<String> figures(Accuracy accuracy) {
        return List.of(
                Double.isFinite(accuracy.mape()) ? words("%.2f", 100 * accuracy.mape()) : "–",
                words("%.2f", accuracy.mase()),
                words("%.3f", accuracy.pinball()),
                words("%.1f", 100 * accuracy.coverage().get(.5)),
                words("%.1f", 100 * accuracy.coverage().get(.8)),
                words("%.1f", 100 * accuracy.coverage().get(.95)),
                words("%.0f", 100 * accuracy.beatsLastValue()));
    }

    private static String words(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
