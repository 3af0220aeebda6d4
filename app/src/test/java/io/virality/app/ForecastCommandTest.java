package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastCommandTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    @TempDir
    Path folder;

    /** Ten creators of sixty days, as lines of date, count and name. */
    private static List<String[]> rows() {
        Random random = new Random(42);
        List<String[]> rows = new ArrayList<>();
        for (int creator = 0; creator < 10; creator++) {
            double count = 50_000 + 10_000 * creator;
            for (int day = 0; day < 60; day++) {
                count *= 1.002 + .001 * random.nextGaussian();
                rows.add(new String[] {FIRST.plusDays(day).toString(), "" + Math.round(count), "creator" + creator});
            }
        }
        return rows;
    }

    private Path file(String name, String header, List<String> lines) throws IOException {
        List<String> all = new ArrayList<>(List.of(header));
        all.addAll(lines);
        return Files.write(folder.resolve(name), all);
    }

    private Path table(List<String[]> rows) throws IOException {
        return file(
                "table.csv",
                "day,count,who",
                rows.stream().map(row -> String.join(",", row)).toList());
    }

    private static JsonNode forecast(Path file, Object... more) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of(
                "forecast",
                "--series",
                file,
                "--time",
                "day",
                "--value",
                "count",
                "--group",
                "who",
                "--format",
                "json"));
        arguments.addAll(List.of(more));
        return new ObjectMapper()
                .readTree(CommandRun.of(arguments.toArray()).succeeds().out());
    }

    @Test
    void a_table_is_forecast_without_a_database() throws IOException {
        JsonNode document = forecast(table(rows()), "--horizon", 30);
        assertEquals(10, document.get("series").size());
        JsonNode series = document.get("series").get(0);
        assertEquals("creator0", series.get("group").asText());
        assertEquals("2025-03-01", series.get("lastObserved").asText());
        assertFalse(series.get("method").isNull());
        assertEquals(30, series.get("points").size());
        JsonNode point = series.get("points").get(29);
        assertEquals("2025-03-31", point.get("date").asText());
        String[] rising = {"low95", "low80", "low50", "value", "high50", "high80", "high95"};
        for (int i = 1; i < rising.length; i++) {
            assertTrue(
                    point.get(rising[i - 1]).asDouble() < point.get(rising[i]).asDouble(), point.toString());
        }
        assertTrue(series.get("backtest").get("coverage80").asDouble() > .7);
        assertTrue(series.get("notes").isArray());
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "only the table");
        }
    }

    @Test
    void rows_and_columns_may_stand_in_any_order_and_times_be_instants() throws IOException {
        List<String[]> rows = rows();
        JsonNode expected = forecast(table(rows));
        Collections.shuffle(rows, new Random(1));
        Path shuffled = file(
                "shuffled.csv",
                "who,note,count,day",
                rows.stream()
                        .map(row -> row[2] + ",\"a, b\"," + row[1] + "," + row[0] + "T23:30:00+01:00")
                        .toList());
        assertEquals(expected, forecast(shuffled));
    }

    @Test
    void nothing_later_than_the_day_asked_for_is_used() throws IOException {
        List<String[]> rows = rows();
        List<String[]> known =
                rows.stream().filter(row -> row[0].compareTo("2025-02-10") <= 0).toList();
        JsonNode asOf = forecast(table(rows), "--as-of", "2025-02-10", "--horizon", 7);
        assertEquals(forecast(table(known), "--horizon", 7), asOf);
        assertEquals(
                "2025-02-11",
                asOf.get("series").get(0).get("points").get(0).get("date").asText());
    }

    @Test
    void a_back_test_tells_each_method_by_horizon() throws IOException {
        Path table = table(rows());
        JsonNode document = new ObjectMapper()
                .readTree(CommandRun.of(
                                "backtest",
                                "--series",
                                table,
                                "--time",
                                "day",
                                "--value",
                                "count",
                                "--group",
                                "who",
                                "--format",
                                "json")
                        .succeeds()
                        .out());
        JsonNode backtest = document.get("groups").get(0).get("backtests").get(0);
        assertEquals("level", backtest.get("nature").asText());
        assertEquals(7, backtest.get("methods").size());
        JsonNode last = backtest.get("methods").get(0);
        assertEquals("last-value", last.get("method").asText());
        assertEquals(3, last.get("byHorizon").size());
        for (String figure : List.of("mape", "mase", "pinball", "coverage50", "coverage80", "coverage95")) {
            assertTrue(last.get("overall").has(figure), figure);
        }
        String text = CommandRun.of(
                        "backtest", "--series", table, "--time", "day", "--value", "count", "--group", "who")
                .succeeds()
                .out();
        assertTrue(text.contains("answers"), text);
    }

    @Test
    void the_table_for_terminals_shows_bands_and_what_methods_were_worth() throws IOException {
        String text = CommandRun.of(
                        "forecast", "--series", table(rows()), "--time", "day", "--value", "count", "--group", "who")
                .succeeds()
                .out();
        assertTrue(text.contains("creator9: "), text);
        assertTrue(text.contains("2025-03-31"), text);
        assertTrue(text.contains("Tried on 10 series"), text);
    }

    @Test
    void what_cannot_be_done_is_said_in_a_line() throws IOException {
        Path table = table(rows());
        CommandRun.of("forecast").fails(Main.BAD_INPUT, "whose counts?");
        CommandRun.of("forecast", "--series", table).fails(Main.BAD_INPUT, "--time COLUMN");
        CommandRun.of("forecast", "--series", table, "--time", "who", "--value", "count")
                .fails(Main.BAD_INPUT, "line 2", "'creator0' in the column 'who' is not a time");
        CommandRun.of("forecast", "--series", table, "--time", "day", "--value", "cuont")
                .fails(Main.BAD_INPUT, "did you mean 'count'");
        CommandRun.of("forecast", "--series", table, "--time", "day", "--value", "count", "--horizon", "91")
                .fails(Main.BAD_INPUT, "from 1 to 90 days");
        CommandRun.of("forecast", "--series", table, "--time", "day", "--value", "count", "--as-of", "2024-01-01")
                .fails(Main.BAD_INPUT, "no rows with a time and a value until 2024-01-01");
        CommandRun.of("backtest", "--by", "tier", "--series", table, "--time", "day", "--value", "count")
                .fails(Main.BAD_INPUT, "--by tier");
    }
}
