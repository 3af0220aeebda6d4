package io.virality.app;

import io.virality.domain.creator.Origin;
import io.virality.domain.insight.Column;
import io.virality.domain.insight.Insight;
import io.virality.domain.insight.Parameter;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Theme;
import io.virality.domain.insight.Topic;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Insights for people and spreadsheets. */
final class InsightReport {

    private InsightReport() {}

    static void list(List<Theme> themes, PrintWriter out) {
        int width = themes.stream()
                .flatMap(theme -> theme.topics().stream())
                .mapToInt(topic -> topic.id().length())
                .max()
                .orElse(0);
        for (Theme theme : themes) {
            out.println(theme.name());
            for (Topic topic : theme.topics()) {
                out.println("  " + Text.padded(topic.id(), width, false) + "  " + topic.question());
                if (!topic.parameters().isEmpty()) {
                    out.println(" ".repeat(width + 4)
                            + topic.parameters().stream()
                                    .map(InsightReport::setting)
                                    .collect(Collectors.joining(", ")));
                }
            }
            out.println();
        }
        out.println("Answer one: virality insights INSIGHT [--set NAME=VALUE]…");
        out.println("What parameters and columns mean: docs/insights.md, or --format json");
    }

    private static String setting(Parameter parameter) {
        return parameter.name() + "=" + (parameter.usual().isEmpty() ? "…" : parameter.usual());
    }

    static void listCsv(List<Theme> themes, PrintWriter out) {
        out.println("theme,insight,question");
        for (Theme theme : themes) {
            for (Topic topic : theme.topics()) {
                out.println(Text.csv(List.of(theme.name(), topic.id(), topic.question())));
            }
        }
    }

    static void print(Insight insight, PrintWriter out) {
        out.println(insight.question());
        if (insight.origin() != Origin.REAL) {
            out.println(
                    insight.origin() == Origin.SIMULATED
                            ? "SIMULATED DATA"
                            : "MIXED DATA: some creators are simulated");
        }
        out.println();
        table(insight, out);
        out.println();
        out.printf("%s: %s%n", insight.measure().id(), insight.measure().formula());
        out.printf(
                Locale.ROOT,
                "n = %,d %s%s%n",
                insight.n(),
                insight.measure().population().noun(),
                insight.asOf().map(asOf -> ", as of " + asOf).orElse(""));
        insight.caveats().forEach(caveat -> out.println("Note: " + caveat + "."));
    }

    private static void table(Insight insight, PrintWriter out) {
        List<Column> columns = insight.topic().columns();
        List<List<String>> cells = new ArrayList<>();
        cells.add(columns.stream().map(Column::name).toList());
        for (Row row : insight.rows()) {
            cells.add(columns.stream()
                    .map(column -> shown(column, row.values().get(column.name())))
                    .toList());
        }
        for (List<String> line : cells) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < columns.size(); i++) {
                int column = i;
                int width = cells.stream()
                        .mapToInt(other -> other.get(column)
                                .codePointCount(0, other.get(column).length()))
                        .max()
                        .orElse(0);
                text.append(Text.padded(line.get(i), width, columns.get(i).type() != Column.Type.TEXT))
                        .append("  ");
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private static String shown(Column column, Object value) {
        if (value == null) {
            return column.type() == Column.Type.TEXT ? "" : "–";
        }
        return switch (column.unit()) {
            case FRACTION -> String.format(Locale.ROOT, "%.2f %%", 100 * (Double) value);
            case COUNT -> String.format(Locale.ROOT, "%,d", (Long) value);
            case RATIO, SCORE, CURRENCY -> String.format(Locale.ROOT, "%.4g", (Double) value);
            case TEXT, TIME -> Text.plain(value.toString());
        };
    }

    static void printCsv(Insight insight, PrintWriter out) {
        List<String> names =
                insight.topic().columns().stream().map(Column::name).toList();
        out.println(Text.csv(names));
        for (Row row : insight.rows()) {
            out.println(Text.csv(names.stream()
                    .map(name -> Objects.toString(row.values().get(name), ""))
                    .toList()));
        }
    }
}
