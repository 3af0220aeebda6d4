package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Origin;
import io.virality.domain.insight.Chart;
import io.virality.domain.insight.Column;
import io.virality.domain.insight.Column.Type;
import io.virality.domain.insight.Column.Unit;
import io.virality.domain.insight.Insight;
import io.virality.domain.insight.Measure;
import io.virality.domain.insight.Population;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import io.virality.domain.insight.Topic;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsightReportTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER  | FRACTION | .0251                | 2.51 %",
                "INTEGER | COUNT    | 1234567              | 1,234,567",
                "NUMBER  | COUNT    | 2.25                 | 2.3",
                "NUMBER  | CURRENCY | 1234.5               | 1,234.50",
                "NUMBER  | SCORE    | 71.26                | 71.3",
                "NUMBER  | RATIO    | .123456              | 0.1235",
                "NUMBER  | RATIO    | 1234567.8            | 1,234,568",
                "BOOLEAN | TEXT     | true                 | yes",
                "TIME    | TIME     | 2026-03-01T00:00:00Z | 2026-03-01",
                "TIME    | TIME     | 2026-03-01T12:30:00Z | 2026-03-01 12:30",
                "TEXT    | TEXT     | mega                 | mega",
            })
    void a_value_is_shown_as_its_unit_says(Type type, Unit unit, String value, String shown) {
        Object parsed =
                switch (type) {
                    case INTEGER -> Long.valueOf(value);
                    case NUMBER -> Double.valueOf(value);
                    case BOOLEAN -> Boolean.valueOf(value);
                    case TEXT, TIME -> value;
                };
        assertEquals(
                shown,
                lines(List.of(column("it", type, unit)), List.of(row("it", parsed)))
                        .get(3)
                        .strip());
    }

    @Test
    void of_a_long_answer_the_first_rows_are_shown_and_how_many_there_are_more() {
        List<String> lines =
                lines(List.of(column("it", Type.INTEGER, Unit.COUNT)), Collections.nCopies(1_042, row("it", 7L)));
        assertEquals(40, lines.stream().filter(line -> line.strip().equals("7")).count());
        assertTrue(lines.contains("… and 1,002 more rows: --format csv prints all"), lines.toString());
    }

    @Test
    void a_column_that_says_nothing_takes_no_room_and_a_long_text_not_more_than_its_share() {
        Row row = row("it", "x".repeat(100)).with("note", null);
        String text = String.join(
                "\n",
                lines(List.of(column("it", Type.TEXT, Unit.TEXT), column("note", Type.TEXT, Unit.TEXT)), List.of(row)));
        assertFalse(text.contains("note"), text);
        assertTrue(text.contains("\n" + "x".repeat(39) + "…\n"), text);
    }

    private static Column column(String name, Type type, Unit unit) {
        return new Column(name, type, unit, false, "what it is");
    }

    private static Row row(String column, Object value) {
        return new Row(Map.of(column, value));
    }

    private static List<String> lines(List<Column> columns, List<Row> rows) {
        StringWriter out = new StringWriter();
        Insight insight = new Insight(
                new Topic("some", "Which?", List.of(), columns, Chart.BARS),
                "Which?",
                new Measure.Plain("some@1", "some", Population.CREATORS),
                Map.of(),
                rows,
                rows.size(),
                Optional.empty(),
                new Statement("sqlite", "select 1"),
                Origin.REAL,
                List.of());
        InsightReport.print(insight, new PrintWriter(out, true));
        return out.toString().lines().toList();
    }
}
