package io.virality.web;

import io.virality.domain.creator.Origin;
import io.virality.domain.experiment.Analysis;
import io.virality.domain.experiment.AnalysisWords;
import io.virality.domain.experiment.Change;
import io.virality.domain.experiment.DailyEffects;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.MetricResult;
import io.virality.domain.experiment.MetricResult.Figure;
import io.virality.domain.experiment.Results;
import io.virality.domain.experiment.SegmentResult;
import io.virality.domain.insight.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** An analysis as one HTML file that holds all it needs, and no script. */
final class AnalysisPage {

    private static final String STYLE = "body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;"
            + "padding:0 1rem;color:#1c1c28;background:#fff}table{border-collapse:collapse;width:100%;font-size:13px}"
            + "th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #ddd;"
            + "font-variant-numeric:tabular-nums}.verdict{font-size:1.4rem;font-weight:600}"
            + ".warning{background:#fff4d6;border-left:4px solid #b7791f;padding:.4rem .8rem;margin:.4rem 0}"
            + "pre{white-space:pre-wrap;font-size:12px}svg text{font:12px system-ui,sans-serif;fill:#1c1c28}";

    private static final int LEFT = 260;
    private static final int WIDTH = 860;
    private static final int RIGHT = 40;
    private static final int ROW = 30;
    private static final int TALL = 220;
    private static final int LABELS = 80;
    private static final int LONGEST_LABEL = 40;
    private static final double MOST_APART = 10;

    private final Analysis analysis;
    private final StringBuilder out = new StringBuilder();

    private AnalysisPage(Analysis analysis) {
        this.analysis = analysis;
    }

    /** @param notes what there is to say besides */
    static String of(Analysis analysis, List<String> notes) {
        AnalysisPage page = new AnalysisPage(analysis);
        page.begin();
        page.body(notes);
        return page.end();
    }

    /** Of a stored experiment, with what was planned, what was changed after the start, and the statements. */
    static String of(Results results) {
        Experiment experiment = results.experiment();
        AnalysisPage page = new AnalysisPage(results.analysis());
        page.begin();
        page.line("<p>" + text(experiment.design().hypothesis()) + "</p>");
        page.line("<p>" + text(units(results)) + "</p>");
        for (Change change : experiment.lateChanges()) {
            page.line("<p class=\"warning\">Changed after the start: "
                    + text(change.at() + " " + change.by() + ": " + change.words()) + "</p>");
        }
        List<String> notes = new ArrayList<>(AnalysisWords.notes(results.analysis(), results.caps()));
        results.open()
                .forEach((metric, units) ->
                        notes.add(metric + ": " + units + " units are left out, because their window is open yet"));
        page.body(notes);
        page.statements(results.statements());
        return page.end();
    }

    private static String units(Results results) {
        Experiment experiment = results.experiment();
        return experiment.state().name().toLowerCase(Locale.ROOT)
                + experiment.startedAt().map(at -> ", started " + at).orElse("")
                + experiment.stoppedAt().map(at -> ", stopped " + at).orElse("")
                + results.told().newestAt().map(at -> ", told up to " + at).orElse("")
                + (experiment.origin() == Origin.SIMULATED ? "; simulated" : "")
                + ". Units: "
                + experiment.design().variations().stream()
                        .map(variation -> String.format(
                                Locale.ROOT,
                                "%s %,d",
                                variation.key(),
                                results.exposed().of(variation)))
                        .collect(Collectors.joining(", "))
                + (results.exposed().several() == 0
                        ? ""
                        : "; in several variations, and left out: "
                                + results.exposed().several());
    }

    private void begin() {
        String title = text(AnalysisWords.title(analysis));
        line("<!DOCTYPE html>");
        line("<html lang=\"en\"><head><meta charset=\"utf-8\">");
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        line("<title>" + title + "</title><style>" + STYLE + "</style></head><body><main>");
        line("<h1>" + title + "</h1>");
    }

    private void body(List<String> notes) {
        line("<p class=\"verdict\">Decision: " + text(AnalysisWords.verdict(analysis.decision())) + "</p><ul>");
        analysis.decision().because().forEach(reason -> line("<li>" + text(reason) + "</li>"));
        line("</ul><h2>Health</h2><p>" + text(AnalysisWords.health(analysis.health())) + "</p>");
        analysis.health()
                .warnings()
                .forEach(warning -> line("<p class=\"warning\">" + text(AnalysisWords.warning(warning)) + "</p>"));
        line("<h2>Relative difference from the control</h2>");
        forest();
        line("<h2>Results</h2>");
        table(AnalysisWords.rows(analysis));
        line("<ul>");
        notes.forEach(note -> line("<li>" + text(note) + "</li>"));
        line("</ul>");
        for (SegmentResult segment : analysis.segments()) {
            line("<h2>" + text(AnalysisWords.segment(segment)) + "</h2>");
            table(AnalysisWords.levels(segment));
            line("<p>" + text(segment.decision()) + "</p>");
        }
        for (DailyEffects effects : analysis.days()) {
            if (effects.metric().role() == Metric.Role.PRIMARY) {
                overTime(effects);
            }
        }
    }

    private void statements(Map<String, Statement> statements) {
        line("<h2>SQL</h2>");
        statements.forEach((what, statement) -> line("<details><summary>" + text(what) + "</summary><pre>"
                + escaped(statement.text()) + "</pre></details>"));
    }

    private String end() {
        line("</main></body></html>");
        return out.toString();
    }

    private void line(String html) {
        out.append(html).append('\n');
    }

    private void element(String format, Object... arguments) {
        out.append(String.format(Locale.ROOT, format, arguments));
    }

    private void table(List<List<String>> rows) {
        line("<table><thead><tr>");
        rows.get(0).forEach(cell -> line("<th scope=\"col\">" + text(cell) + "</th>"));
        line("</tr></thead><tbody>");
        for (List<String> row : rows.subList(1, rows.size())) {
            line("<tr>");
            row.forEach(cell -> line("<td>" + text(cell) + "</td>"));
            line("</tr>");
        }
        line("</tbody></table>");
    }

    /** Each result's interval beside a line at no difference. */
    private void forest() {
        List<MetricResult> known = analysis.results().stream()
                .filter(result -> result.relative().isPresent())
                .toList();
        if (known.isEmpty()) {
            line("<p>No relative difference is known.</p>");
            return;
        }
        double reach = reach(known);
        int height = (known.size() + 1) * ROW + 20;
        element(
                "<svg role=\"img\" aria-label=\"Forest plot of relative differences with intervals\" viewBox=\"0 0 %d"
                        + " %d\" width=\"100%%\">%n",
                WIDTH, height);
        double middle = place(0, reach);
        element(
                "<line x1=\"%.1f\" y1=\"8\" x2=\"%.1f\" y2=\"%d\" stroke=\"#888\" stroke-dasharray=\"4 3\"/>%n",
                middle, middle, height - 30);
        for (int i = 0; i < known.size(); i++) {
            row(known.get(i), i * ROW + 24, reach);
        }
        for (double tick : new double[] {-reach, 0, reach}) {
            element(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.3g %%</text>%n",
                    place(tick, reach), height - 8, 100 * tick);
        }
        line("</svg>");
        if (known.stream()
                .map(result -> result.relative().orElseThrow().interval())
                .anyMatch(interval -> interval.low() < -reach || interval.high() > reach)) {
            line("<p>An interval that reaches the edge goes on beyond it.</p>");
        }
    }

    private void row(MetricResult result, int y, double reach) {
        Figure relative = result.relative().orElseThrow();
        String color =
                switch (direction(result, relative)) {
                    case 1 -> "#1a7f4b";
                    case -1 -> "#b3261e";
                    default -> "#555";
                };
        element(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n",
                LEFT - 10, y + 4, text(shortened(result.metric().name() + " · " + result.variation())));
        element(
                "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\"/>%n",
                place(relative.interval().low(), reach),
                y,
                place(relative.interval().high(), reach),
                y,
                color);
        if (Math.abs(relative.estimate()) <= reach) {
            element(
                    "<circle cx=\"%.1f\" cy=\"%d\" r=\"5\" fill=\"%s\"><title>%s</title></circle>%n",
                    place(relative.estimate(), reach), y, color, text(AnalysisWords.interval(result.relative(), 100)));
        }
    }

    /** 1 if it is good, −1 if bad. */
    private static int direction(MetricResult result, Figure relative) {
        int sign = relative.interval().low() > 0 ? 1 : relative.interval().high() < 0 ? -1 : 0;
        return result.metric().higherIsBetter() ? sign : -sign;
    }

    /** As far as the intervals go, but for those beside which the others could not be told apart: these are cut. */
    private static double reach(List<MetricResult> known) {
        double[] reaches = known.stream()
                .map(result -> result.relative().orElseThrow().interval())
                .mapToDouble(interval -> Math.max(Math.abs(interval.low()), Math.abs(interval.high())))
                .sorted()
                .toArray();
        double most = MOST_APART * reaches[reaches.length / 2];
        return DoubleStream.of(reaches).filter(reach -> reach <= most).max().orElseThrow();
    }

    private static double place(double relative, double reach) {
        double within = Math.max(-1, Math.min(1, relative / reach));
        return LEFT + (WIDTH - LEFT - RIGHT) * (within + 1) / 2;
    }

    /** The interval of all units so far, day by day, by the engine. */
    private void overTime(DailyEffects effects) {
        List<DailyEffects.OfDay> known =
                effects.days().stream().filter(day -> day.soFar().isPresent()).toList();
        if (known.size() < 2) {
            return;
        }
        line("<h2>" + text(effects.metric().name() + " in " + effects.variation() + ": the difference so far")
                + "</h2>");
        double reach = known.stream()
                .skip(1)
                .map(day -> day.soFar().orElseThrow().interval())
                .mapToDouble(interval -> Math.max(Math.abs(interval.low()), Math.abs(interval.high())))
                .max()
                .orElseThrow();
        element(
                "<svg role=\"img\" aria-label=\"The difference so far with its interval, day by day\" viewBox=\"0 0 %d"
                        + " %d\" width=\"100%%\">%n",
                WIDTH, TALL + 24);
        element(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#888\" stroke-dasharray=\"4 3\"/>%n",
                LABELS, TALL / 2, WIDTH, TALL / 2);
        for (double tick : new double[] {-reach, 0, reach}) {
            element(
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
                    LABELS - 6, Math.min(TALL - 2, Math.max(10, height(tick, reach) + 4)), AnalysisWords.number(tick));
        }
        double step = (double) (WIDTH - LABELS) / known.size();
        for (int i = 0; i < known.size(); i++) {
            Figure soFar = known.get(i).soFar().orElseThrow();
            double x = LABELS + (i + .5) * step;
            element(
                    "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#555\" stroke-width=\"2\"/>%n",
                    x,
                    height(soFar.interval().low(), reach),
                    x,
                    height(soFar.interval().high(), reach));
            element(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#555\"><title>%s</title></circle>%n",
                    x,
                    height(soFar.estimate(), reach),
                    text(known.get(i).day() + ": "
                            + AnalysisWords.interval(known.get(i).soFar(), 1)));
        }
        element(
                "<text x=\"%d\" y=\"%d\">%s</text>%n",
                LABELS, TALL + 18, text(known.get(0).day()));
        element(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n",
                WIDTH, TALL + 18, text(known.get(known.size() - 1).day()));
        line("</svg>");
        table(AnalysisWords.days(effects));
    }

    /** The first days' intervals may reach beyond. */
    private static double height(double value, double reach) {
        return TALL / 2.0 * (1 - Math.max(-1, Math.min(1, value / reach)));
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_LABEL
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
    }

    /** On one line, without control and direction characters; and never markup. */
    private static String text(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> Character.isWhitespace(point) ? ' ' : point)
                .filter(point ->
                        Character.getType(point) != Character.CONTROL && Character.getType(point) != Character.FORMAT)
                .forEach(plain::appendCodePoint);
        return escaped(plain.toString());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
