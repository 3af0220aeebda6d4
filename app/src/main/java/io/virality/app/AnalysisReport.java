package io.virality.app;

import io.virality.application.experiment.AnalyzeTable;
import io.virality.domain.experiment.Analysis;
import io.virality.domain.experiment.AnalysisWords;
import io.virality.domain.experiment.DailyEffects;
import io.virality.domain.experiment.SegmentResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** An analysis for people: on a terminal, and in Markdown. */
final class AnalysisReport {

    private final AnalyzeTable.Answer answer;
    private final Analysis analysis;
    private final PrintWriter out;

    AnalysisReport(AnalyzeTable.Answer answer, PrintWriter out) {
        this.answer = answer;
        this.analysis = answer.analysis();
        this.out = out;
    }

    void print() {
        out.println(Text.plain(AnalysisWords.title(analysis)));
        out.println();
        out.println("Decision: "
                + Text.plain(AnalysisWords.verdict(analysis.decision())).toUpperCase(Locale.ROOT));
        analysis.decision().because().forEach(reason -> out.println("  " + Text.plain(reason)));
        out.println();
        out.println("Health: " + AnalysisWords.health(analysis.health()));
        analysis.health()
                .warnings()
                .forEach(warning -> out.println("  ! " + Text.plain(AnalysisWords.warning(warning))));
        out.println();
        table(AnalysisWords.rows(analysis));
        notes(answer).forEach(note -> out.println("  " + Text.plain(note)));
        for (SegmentResult segment : analysis.segments()) {
            out.println();
            out.println(Text.plain(AnalysisWords.segment(segment)));
            table(AnalysisWords.levels(segment));
            out.println("  " + Text.plain(segment.decision()));
        }
        for (DailyEffects effects : analysis.days()) {
            out.println();
            out.println(Text.plain(effects.metric().name() + " in " + effects.variation() + " by day"));
            table(AnalysisWords.days(effects));
        }
    }

    void printMarkdown() {
        out.println("# " + escaped(AnalysisWords.title(analysis)));
        out.println();
        out.println("**Decision: " + escaped(AnalysisWords.verdict(analysis.decision())) + "**");
        out.println();
        analysis.decision().because().forEach(reason -> out.println("- " + escaped(reason)));
        out.println();
        out.println("## Health");
        out.println();
        out.println(escaped(AnalysisWords.health(analysis.health())));
        out.println();
        analysis.health().warnings().forEach(warning -> out.println("- ⚠ " + escaped(AnalysisWords.warning(warning))));
        out.println();
        out.println("## Results");
        out.println();
        markdown(AnalysisWords.rows(analysis));
        out.println();
        notes(answer).forEach(note -> out.println("- " + escaped(note)));
        for (SegmentResult segment : analysis.segments()) {
            out.println();
            out.println("## " + escaped(AnalysisWords.segment(segment)));
            out.println();
            markdown(AnalysisWords.levels(segment));
            out.println();
            out.println(escaped(segment.decision()));
        }
        for (DailyEffects effects : analysis.days()) {
            out.println();
            out.println("## " + escaped(effects.metric().name() + " in " + effects.variation() + " by day"));
            out.println();
            markdown(AnalysisWords.days(effects));
        }
    }

    /** What there is to say besides. */
    static List<String> notes(AnalyzeTable.Answer answer) {
        Map<String, Double> caps = new LinkedHashMap<>();
        for (int i = 0; i < answer.caps().size(); i++) {
            if (Double.isFinite(answer.caps().get(i))) {
                caps.put(
                        answer.analysis().plan().metrics().get(i).name(),
                        answer.caps().get(i));
            }
        }
        List<String> notes = new ArrayList<>(AnalysisWords.notes(answer.analysis(), caps));
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

    private void table(List<List<String>> raw) {
        List<List<String>> rows =
                raw.stream().map(row -> row.stream().map(Text::plain).toList()).toList();
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
}
