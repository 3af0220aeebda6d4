package io.virality.app;

import io.virality.application.experiment.AnalyzeTable;
import io.virality.domain.experiment.Analysis;
import io.virality.domain.experiment.DailyEffects;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Health;
import io.virality.domain.experiment.MetricResult;
import io.virality.domain.experiment.MetricResult.Figure;
import io.virality.domain.experiment.SegmentResult;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** An analysis for people: on a terminal, and in Markdown. */
final class AnalysisReport {

    private static final int DIGITS = 4;
    private static final double LEAST_P = 1e-300;

    private final AnalyzeTable.Answer answer;
    private final Analysis analysis;
    private final PrintWriter out;

    AnalysisReport(AnalyzeTable.Answer answer, PrintWriter out) {
        this.answer = answer;
        this.analysis = answer.analysis();
        this.out = out;
    }

    void print() {
        out.println(title());
        out.println();
        out.println("Decision: " + verdict(analysis).toUpperCase(Locale.ROOT));
        analysis.decision().because().forEach(reason -> out.println("  " + Text.plain(reason)));
        out.println();
        out.println("Health: " + health());
        analysis.health().warnings().forEach(warning -> out.println("  ! " + warning(warning)));
        out.println();
        table(rows(analysis));
        notes(answer).forEach(note -> out.println("  " + note));
        for (SegmentResult segment : analysis.segments()) {
            out.println();
            out.println(segment(segment));
            table(levels(segment));
            out.println("  " + Text.plain(segment.decision()));
        }
        for (DailyEffects effects : analysis.days()) {
            out.println();
            out.println(Text.plain(effects.metric().name() + " in " + effects.variation() + " by day"));
            table(days(effects));
        }
    }

    void printMarkdown() {
        out.println("# " + escaped(title()));
        out.println();
        out.println("**Decision: " + verdict(analysis) + "**");
        out.println();
        analysis.decision().because().forEach(reason -> out.println("- " + escaped(reason)));
        out.println();
        out.println("## Health");
        out.println();
        out.println(escaped(health()));
        out.println();
        analysis.health().warnings().forEach(warning -> out.println("- ⚠ " + escaped(warning(warning))));
        out.println();
        out.println("## Results");
        out.println();
        markdown(rows(analysis));
        out.println();
        notes(answer).forEach(note -> out.println("- " + escaped(note)));
        for (SegmentResult segment : analysis.segments()) {
            out.println();
            out.println("## " + escaped(segment(segment)));
            out.println();
            markdown(levels(segment));
            out.println();
            out.println(escaped(segment.decision()));
        }
        for (DailyEffects effects : analysis.days()) {
            out.println();
            out.println("## " + escaped(effects.metric().name() + " in " + effects.variation() + " by day"));
            out.println();
            markdown(days(effects));
        }
    }

    private String title() {
        return title(analysis);
    }

    static String title(Analysis analysis) {
        return Text.plain(String.format(
                Locale.ROOT,
                "%s: %s, alpha %s, control %s",
                analysis.plan().experiment(),
                analysis.plan().engine().id(),
                number(analysis.plan().alpha()),
                analysis.plan().control()));
    }

    static String verdict(Analysis analysis) {
        return analysis.decision().verdict().id().replace('-', ' ')
                + analysis.decision()
                        .variation()
                        .map(name -> " " + Text.plain(name))
                        .orElse("");
    }

    private String health() {
        return health(analysis);
    }

    static String health(Analysis analysis) {
        Health health = analysis.health();
        return String.format(
                Locale.ROOT,
                "sample ratio chi-square %.4g, p %s%s; %s",
                health.sampleRatio().statistic(),
                p(health.sampleRatio().pValue()),
                health.everyLook().isPresent() ? " (of all looks together: " + p(health.everyLook()) + ")" : "",
                switch (health.warnings().size()) {
                    case 0 -> "nothing to warn of";
                    case 1 -> "1 warning";
                    default -> health.warnings().size() + " warnings";
                });
    }

    static String warning(Health.Warning warning) {
        return Text.plain(warning.metric().map(metric -> metric + ": ").orElse("")
                + warning.message()
                + (warning.blocks() ? " [no decision]" : ""));
    }

    /** The header, and a row for each result. */
    static List<List<String>> rows(Analysis analysis) {
        boolean bayesian = analysis.plan().engine() == Engine.BAYESIAN;
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "metric",
                "role",
                "variation",
                "n control",
                "n",
                "control",
                "value",
                "difference",
                "relative",
                bayesian ? "chance to win" : "p",
                bayesian ? "expected loss" : "p adjusted",
                "method"));
        for (MetricResult result : analysis.results()) {
            rows.add(List.of(
                    Text.plain(result.metric().name()),
                    result.metric().role().name().toLowerCase(Locale.ROOT),
                    Text.plain(result.variation()),
                    String.format(Locale.ROOT, "%,d", result.controlUnits()),
                    String.format(Locale.ROOT, "%,d", result.variationUnits()),
                    number(result.controlValue()),
                    number(result.variationValue()),
                    interval(result.absolute(), 1),
                    interval(result.relative(), 100),
                    bayesian
                            ? result.belief()
                                    .map(belief -> number(belief.chanceToWin()))
                                    .orElse("")
                            : p(result.p()),
                    bayesian
                            ? result.belief()
                                    .map(belief -> number(belief.expectedLoss()))
                                    .orElse("")
                            : p(result.pAdjusted()),
                    result.method().words()));
        }
        return rows;
    }

    /** What there is to say besides. */
    static List<String> notes(AnalyzeTable.Answer answer) {
        List<String> notes = new ArrayList<>();
        Analysis analysis = answer.analysis();
        for (MetricResult result : analysis.results()) {
            String name = Text.plain(result.metric().name() + " in " + result.variation() + ": ");
            result.varianceSaved()
                    .ifPresent(part -> notes.add(name
                            + String.format(Locale.ROOT, "the covariate saves %.1f %% of the variance", 100 * part)));
            result.ranks()
                    .ifPresent(ranks -> notes.add(name
                            + String.format(
                                    Locale.ROOT,
                                    "Mann-Whitney p %s; a unit lies above one of the control with %.4f",
                                    p(ranks.p()),
                                    ranks.superiority())));
            result.clusters()
                    .ifPresent(range -> notes.add(name
                            + String.format(
                                    Locale.ROOT,
                                    "with one of %,d clusters or creators left out after the other, the lift lies between %.2f and"
                                            + " %.2f %%",
                                    range.clusters(),
                                    100 * range.relativeLow(),
                                    100 * range.relativeHigh())));
            result.nonInferiority()
                    .ifPresent(test -> notes.add(name
                            + String.format(
                                    Locale.ROOT,
                                    "non-inferiority with a margin of %.3g %%: p %s",
                                    100 * test.margin(),
                                    p(test.p()))));
        }
        for (int i = 0; i < answer.caps().size(); i++) {
            if (Double.isFinite(answer.caps().get(i))) {
                notes.add(Text.plain(analysis.plan().metrics().get(i).name()) + ": capped at "
                        + number(answer.caps().get(i)));
            }
        }
        notes.add(String.format(Locale.ROOT, "%,d rows read", answer.rows())
                + memory(", the check of units took", answer.unitBytes())
                + memory(", the values for Mann-Whitney", answer.rankBytes()));
        return notes;
    }

    private static String memory(String what, OptionalLong bytes) {
        return bytes.isPresent()
                ? String.format(Locale.ROOT, "%s %,.1f MB of memory", what, bytes.getAsLong() / 1e6)
                : "";
    }

    static String segment(SegmentResult segment) {
        return Text.plain(String.format(
                Locale.ROOT,
                "%s in %s by %s (exploratory: nobody asked before); p that all are alike %s, corrected %s",
                segment.metric().name(),
                segment.variation(),
                segment.dimension(),
                p(segment.pHeterogeneity()),
                p(segment.pAdjusted())));
    }

    static List<List<String>> levels(SegmentResult segment) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("level", "n control", "n", "difference", "shrunk", "chance above 0", "p adjusted", "verdict"));
        for (SegmentResult.Level level : segment.levels()) {
            rows.add(List.of(
                    Text.plain(level.level()),
                    String.format(Locale.ROOT, "%,d", level.controlUnits()),
                    String.format(Locale.ROOT, "%,d", level.variationUnits()),
                    interval(Optional.of(level.effect()), 1),
                    number(level.shrunk()),
                    number(level.chanceAbove()),
                    p(level.pAdjusted()),
                    level.verdict().id()));
        }
        return rows;
    }

    private static List<List<String>> days(DailyEffects effects) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("day", "n", "difference"));
        effects.days()
                .forEach(day -> rows.add(List.of(
                        Text.plain(day.day()),
                        String.format(Locale.ROOT, "%,d", day.units()),
                        interval(Optional.of(day.effect()), 1))));
        return rows;
    }

    private void table(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(
                        widths[i], row.get(i).codePointCount(0, row.get(i).length()));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(" ");
            for (int i = 0; i < widths.length; i++) {
                line.append(' ')
                        .append(Text.padded(row.get(i), widths[i], false))
                        .append(' ');
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private void markdown(List<List<String>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            out.println("| "
                    + String.join(
                            " | ",
                            rows.get(i).stream().map(AnalysisReport::escaped).toList())
                    + " |");
            if (i == 0) {
                out.println("|" + " --- |".repeat(rows.get(0).size()));
            }
        }
    }

    /** Names in data must not become markup. */
    private static String escaped(String text) {
        return Text.plain(text).replaceAll("([\\\\`*_{}\\[\\]<>#|!])", "\\\\$1");
    }

    static String interval(Optional<Figure> figure, double scale) {
        return figure.map(known -> String.format(
                        Locale.ROOT,
                        "%s [%s, %s]%s",
                        number(scale * known.estimate()),
                        number(scale * known.interval().low()),
                        number(scale * known.interval().high()),
                        scale == 1 ? "" : " %"))
                .orElse("unknown");
    }

    static String number(double value) {
        if (!Double.isFinite(value) || value != 0 && (Math.abs(value) >= 1e9 || Math.abs(value) < 1e-4)) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    static String p(OptionalDouble p) {
        return p.isPresent() ? p(p.getAsDouble()) : "";
    }

    private static String p(double p) {
        if (p < LEAST_P) {
            return "below " + LEAST_P;
        }
        return p < 1e-4 ? String.format(Locale.ROOT, "%.1e", p) : String.format(Locale.ROOT, "%.3g", p);
    }
}
