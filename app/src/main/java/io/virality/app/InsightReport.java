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

    /** More rows than this scroll the words around them out of sight. */
    private static final int MOST_ROWS = 40;

    /** Longer texts are cut, or one long name would tear the table apart. */
    private static final int LONGEST_TEXT = 40;

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
        List<Column> columns = insight.topic().columns().stream()
                .filter(column -> says(insight.rows(), column))
                .toList();
        List<List<String>> cells = new ArrayList<>();
        cells.add(columns.stream().map(Column::name).toList());
        for (Row row :
                insight.rows().subList(0, Math.min(MOST_ROWS, insight.rows().size()))) {
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
        int more = insight.rows().size() - MOST_ROWS;
        if (more > 0) {
            out.printf(Locale.ROOT, "… and %,d more rows: --format csv prints all%n", more);
        }
    }

    /** Whether a column has a value at all; without rows all are shown, so that one sees what there would be. */
    private static boolean says(List<Row> rows, Column column) {
        return rows.isEmpty() || rows.stream().anyMatch(row -> row.values().get(column.name()) != null);
    }

    private static String shown(Column column, Object value) {
        if (value == null) {
            return column.type() == Column.Type.TEXT ? "" : "–";
        }
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        if (value instanceof Number number) {
            return shown(column.unit(), number);
        }
        String text = Text.plain(value.toString());
        return column.type() == Column.Type.TIME ? moment(text) : Text.shortened(text, LONGEST_TEXT);
    }

    private static String shown(Column.Unit unit, Number number) {
        double value = number.doubleValue();
        if (number instanceof Long || unit == Column.Unit.COUNT) {
            return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.1f", value);
        }
        return switch (unit) {
            case FRACTION -> String.format(Locale.ROOT, "%.2f %%", 100 * value);
            case CURRENCY -> String.format(Locale.ROOT, "%,.2f", value);
            case P_VALUE -> value < .001 ? "< .001" : String.format(Locale.ROOT, "%.3f", value);
            case SCORE -> String.format(Locale.ROOT, "%.1f", value);
            default -> String.format(Locale.ROOT, Math.abs(value) < 1_000 ? "%.4g" : "%,.0f", value);
        };
    }

    /** {@code 2026-03-01T00:00:00Z} as {@code 2026-03-01}, {@code 2026-03-01T12:30:00Z} as {@code 2026-03-01 12:30}. */
    private static String moment(String instant) {
        return instant.replaceFirst("T00:00(:00)?Z$", "").replaceFirst("T(\\d\\d:\\d\\d)(:00)?Z$", " $1");
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
