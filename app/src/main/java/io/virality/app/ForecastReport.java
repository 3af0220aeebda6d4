package io.virality.app;

import io.virality.domain.experiment.AnalysisWords;
import io.virality.domain.forecast.Band;
import io.virality.domain.forecast.Forecast;
import io.virality.domain.forecast.ForecastPoint;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Forecasts, for terminals. */
final class ForecastReport {

    /** Between the first and the last day, so many weeks are told. */
    private static final int DAYS_BETWEEN_LINES = 7;

    private final List<Forecast> forecasts;
    private final PrintWriter out;

    ForecastReport(List<Forecast> forecasts, PrintWriter out) {
        this.forecasts = forecasts;
        this.out = out;
    }

    void print() {
        for (Forecast forecast : forecasts) {
            print(forecast);
        }
        forecasts.stream()
                .map(Forecast::backtest)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(new BacktestReport(out)::summary);
    }

    private void print(Forecast forecast) {
        out.println(Text.plain(forecast.group().isEmpty() ? "The series" : forecast.group())
                + forecast.method().map(method -> ": " + method).orElse(": no forecast")
                + forecast.lastObserved()
                        .map(day -> ", last observed on " + day)
                        .orElse(""));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("date", "value", "50 %", "80 %", "95 %"));
        for (int i = 0; i < forecast.points().size(); i++) {
            if (i == 0 || i == forecast.points().size() - 1 || (i + 1) % DAYS_BETWEEN_LINES == 0) {
                rows.add(row(forecast.points().get(i)));
            }
        }
        if (rows.size() > 1) {
            table(rows);
        }
        forecast.notes().forEach(note -> out.println("  " + note));
        out.println();
    }

    private static List<String> row(ForecastPoint point) {
        List<String> row = new ArrayList<>(List.of(point.date().toString(), number(point.value())));
        for (Band band : point.bands()) {
            row.add("[" + number(band.low()) + ", " + number(band.high()) + "]");
        }
        return row;
    }

    private void table(List<List<String>> rows) {
        Text.table(rows).forEach(out::println);
    }

    private static String number(double value) {
        return Math.abs(value) >= 100 ? words("%,.0f", value) : AnalysisWords.number(value);
    }

    private static String words(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
