package io.virality.app;

import io.virality.domain.forecast.Accuracy;
import io.virality.domain.forecast.Backtest;
import io.virality.domain.forecast.Nature;
import io.virality.domain.forecast.Report;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What methods were worth, for terminals. */
final class BacktestReport {

    private static final List<String> FIGURES =
            List.of("n", "MAPE %", "MASE", "pinball", "in 50 %", "in 80 %", "in 95 %", "better for %");

    private final PrintWriter out;

    BacktestReport(PrintWriter out) {
        this.out = out;
    }

    void print(List<Report> reports) {
        for (Report report : reports) {
            out.println(words("%s: %,d series", Text.plain(report.name()), report.series()));
            for (Backtest backtest : report.backtests()) {
                summary(backtest);
                out.println();
                Text.table(byHorizon(backtest)).forEach(out::println);
            }
            report.notes().forEach(note -> out.println("  " + note));
            out.println();
        }
    }

    /** What all methods were worth at all horizons. */
    void summary(Backtest backtest) {
        out.println(words(
                "Tried on %d %s, forecast from %d days of their past; %s answers:",
                backtest.series(),
                backtest.nature() == Nature.LEVEL
                        ? "series of levels (errors as parts of the value)"
                        : "series of flows (errors as parts of their usual change)",
                backtest.origins(),
                backtest.chosen()));
        Text.table(overall(backtest)).forEach(out::println);
        out.println("  combination: the mean of " + String.join(", ", backtest.combined())
                + "; in brackets: intervals of 95 %, by drawing series anew");
    }

    private static List<List<String>> overall(Backtest backtest) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(joined(List.of("method", "error/last value", "error/drift"), FIGURES, List.of("")));
        for (Backtest.Method method : backtest.methods()) {
            String verdict = method.losesToLastValue() ? "loses" : "";
            rows.add(joined(
                    List.of(method.id(), comparison(method.toLastValue()), comparison(method.toDrift())),
                    figures(method.overall()),
                    List.of(method.id().equals(backtest.chosen()) ? "answers" : verdict)));
        }
        return rows;
    }

    private static String comparison(Backtest.Comparison comparison) {
        return words("%.3f", comparison.ratio())
                + comparison
                        .interval()
                        .map(interval -> words(" [%.3f, %.3f]", interval.low(), interval.high()))
                        .orElse("");
    }

    private static List<List<String>> byHorizon(Backtest backtest) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(joined(List.of("method", "days ahead"), FIGURES, List.of()));
        for (Backtest.Method method : backtest.methods()) {
            for (Accuracy accuracy : method.byHorizon()) {
                if (accuracy.forecasts() > 0) {
                    rows.add(joined(
                            List.of(method.id(), accuracy.from() + "–" + accuracy.to()), figures(accuracy), List.of()));
                }
            }
        }
        return rows;
    }

    private static List<String> joined(List<String> first, List<String> second, List<String> third) {
        return Stream.of(first, second, third).flatMap(List::stream).toList();
    }

    private static List<String> figures(Accuracy accuracy) {
        return List.of(
                words("%,d", accuracy.forecasts()),
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
