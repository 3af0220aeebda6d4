package io.virality.app;

import io.virality.application.experiment.AnalyzeTable;
import io.virality.domain.experiment.Analysis;
import io.virality.domain.experiment.MetricResult;
import io.virality.domain.experiment.MetricResult.Figure;
import io.virality.domain.experiment.SegmentResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** An analysis as one HTML file that holds all it needs, and no script. */
final class AnalysisPage {

    private static final String STYLE = "body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;"
            + "padding:0 1rem;color:#1c1c28;background:#fff}table{border-collapse:collapse;width:100%;font-size:13px}"
            + "th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #ddd;"
            + "font-variant-numeric:tabular-nums}.verdict{font-size:1.4rem;font-weight:600}"
            + ".warning{background:#fff4d6;border-left:4px solid #b7791f;padding:.4rem .8rem;margin:.4rem 0}"
            + "svg text{font:12px system-ui,sans-serif;fill:#1c1c28}";

    private static final int LEFT = 260;
    private static final int WIDTH = 860;
    private static final int RIGHT = 40;
    private static final int ROW = 30;

    private final AnalyzeTable.Answer answer;
    private final Analysis analysis;

    AnalysisPage(AnalyzeTable.Answer answer) {
        this.answer = answer;
        this.analysis = answer.analysis();
    }

    void print(PrintWriter out) {
        String title = text(AnalysisReport.title(analysis));
        out.println("<!DOCTYPE html>");
        out.println("<html lang=\"en\"><head><meta charset=\"utf-8\">");
        out.println("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        out.println("<title>" + title + "</title><style>" + STYLE + "</style></head><body><main>");
        out.println("<h1>" + title + "</h1>");
        out.println("<p class=\"verdict\">Decision: " + text(AnalysisReport.verdict(analysis)) + "</p><ul>");
        analysis.decision().because().forEach(reason -> out.println("<li>" + text(reason) + "</li>"));
        out.println("</ul><h2>Health</h2><p>" + text(AnalysisReport.health(analysis)) + "</p>");
        analysis.health()
                .warnings()
                .forEach(warning ->
                        out.println("<p class=\"warning\">" + text(AnalysisReport.warning(warning)) + "</p>"));
        out.println("<h2>Relative difference from the control</h2>");
        forest(out);
        out.println("<h2>Results</h2>");
        table(AnalysisReport.rows(analysis), out);
        out.println("<ul>");
        AnalysisReport.notes(answer).forEach(note -> out.println("<li>" + text(note) + "</li>"));
        out.println("</ul>");
        for (SegmentResult segment : analysis.segments()) {
            out.println("<h2>" + text(AnalysisReport.segment(segment)) + "</h2>");
            table(AnalysisReport.levels(segment), out);
            out.println("<p>" + text(segment.decision()) + "</p>");
        }
        out.println("</main></body></html>");
    }

    private static void table(List<List<String>> rows, PrintWriter out) {
        out.println("<table><thead><tr>");
        rows.get(0).forEach(cell -> out.println("<th scope=\"col\">" + text(cell) + "</th>"));
        out.println("</tr></thead><tbody>");
        for (List<String> row : rows.subList(1, rows.size())) {
            out.println("<tr>");
            row.forEach(cell -> out.println("<td>" + text(cell) + "</td>"));
            out.println("</tr>");
        }
        out.println("</tbody></table>");
    }

    /** Each result's interval beside a line at no difference. */
    private void forest(PrintWriter out) {
        List<MetricResult> known = analysis.results().stream()
                .filter(result -> result.relative().isPresent())
                .toList();
        if (known.isEmpty()) {
            out.println("<p>No relative difference is known.</p>");
            return;
        }
        double reach = known.stream()
                .map(result -> result.relative().orElseThrow().interval())
                .mapToDouble(interval -> Math.max(Math.abs(interval.low()), Math.abs(interval.high())))
                .max()
                .orElseThrow();
        int height = (known.size() + 1) * ROW + 20;
        out.printf(
                Locale.ROOT,
                "<svg role=\"img\" aria-label=\"Forest plot of relative differences with intervals\" viewBox=\"0 0 %d"
                        + " %d\" width=\"100%%\">%n",
                WIDTH,
                height);
        double middle = place(0, reach);
        out.printf(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"8\" x2=\"%.1f\" y2=\"%d\" stroke=\"#888\" stroke-dasharray=\"4 3\"/>%n",
                middle,
                middle,
                height - 30);
        for (int i = 0; i < known.size(); i++) {
            row(known.get(i), i * ROW + 24, reach, out);
        }
        for (double tick : new double[] {-reach, 0, reach}) {
            out.printf(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.3g %%</text>%n",
                    place(tick, reach),
                    height - 8,
                    100 * tick);
        }
        out.println("</svg>");
    }

    private static void row(MetricResult result, int y, double reach, PrintWriter out) {
        Figure relative = result.relative().orElseThrow();
        String color =
                switch (direction(result, relative)) {
                    case 1 -> "#1a7f4b";
                    case -1 -> "#b3261e";
                    default -> "#555";
                };
        out.printf(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n",
                LEFT - 10,
                y + 4,
                text(Text.shortened(Text.plain(result.metric().name() + " · " + result.variation()), 40)));
        out.printf(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\"/>%n",
                place(relative.interval().low(), reach),
                y,
                place(relative.interval().high(), reach),
                y,
                color);
        out.printf(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%d\" r=\"5\" fill=\"%s\"><title>%s</title></circle>%n",
                place(relative.estimate(), reach),
                y,
                color,
                text(AnalysisReport.interval(result.relative(), 100)));
    }

    /** 1 if it is good, −1 if bad. */
    private static int direction(MetricResult result, Figure relative) {
        int sign = relative.interval().low() > 0 ? 1 : relative.interval().high() < 0 ? -1 : 0;
        return result.metric().higherIsBetter() ? sign : -sign;
    }

    private static double place(double relative, double reach) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (relative / reach + 1) / 2;
    }

    private static String text(String text) {
        return Text.plain(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
