package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Growth in a real file of daily counts, against plain loops over its text. */
@Tag("real-data")
class RealGrowthTest {

    private static final Path FILE = Path.of("../../shared/data/growth/tiktok_followers_daily_2022.csv");
    private static final Path WEEKS = Path.of("../../shared/data/growth/youtube_weekly_subscribers_2019-2022.csv");

    private static final Path VIDEOS = Path.of("../../shared/data/videos/tiktok_creator_videos_2020-11.csv");
    private static final Path LIST = Path.of("../../shared/data/creators/top_250_tiktokers_2020-10.csv");

    @TempDir
    Path folder;

    /** A line of the file. */
    private record Line(String id, String handle, LocalDate day, long followers, Instant at) {}

    /** A creator's lines, in order. */
    private List<List<Line>> series;

    @BeforeEach
    void readFile() throws IOException {
        assumeTrue(Files.exists(FILE), "the development data is not beside the repository: " + FILE);
        Map<String, List<Line>> byId = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(FILE);
        for (String line : lines.subList(1, lines.size())) {
            // Names may hold commas, ids and handles do not: the rest is counted from the end.
            String[] cells = line.split(",");
            int end = cells.length;
            byId.computeIfAbsent(cells[0], unknown -> new ArrayList<>())
                    .add(new Line(
                            cells[0],
                            cells[1].substring(1),
                            LocalDate.parse(cells[end - 5]),
                            Long.parseLong(cells[end - 4]),
                            Instant.parse(cells[end - 2])));
        }
        byId.values().forEach(of -> of.sort(Comparator.comparing(Line::at)));
        series = List.copyOf(byId.values());
        importing(FILE);
    }

    @Test
    void the_fastest_growing_are_those_of_a_plain_loop() throws IOException {
        List<List<Line>> expected = series.stream()
                .filter(of -> days(of) >= 7)
                .sorted(Comparator.comparingDouble(of -> -growth(of)))
                .toList();
        JsonNode insight = insight("fastest-growing");
        assertEquals(expected.size(), insight.get("n").asInt());
        assertEquals(10, insight.get("rows").size());
        for (int i = 0; i < 10; i++) {
            JsonNode row = insight.get("rows").get(i);
            List<Line> of = expected.get(i);
            assertEquals(last(of).handle(), row.get("handle").asText());
            assertEquals(of.get(0).followers(), row.get("first_followers").asLong());
            assertEquals(last(of).followers(), row.get("followers").asLong());
            assertEquals(days(of), row.get("days").asDouble(), 1e-12);
            assertEquals(growth(of), row.get("growth").asDouble(), 1e-12);
        }
    }

    @Test
    void tiers_by_the_first_count_have_the_medians_of_a_plain_loop() throws IOException {
        Map<String, List<Double>> growths = new TreeMap<>();
        for (List<Line> of : series) {
            long first = of.get(0).followers();
            if (days(of) >= 7) {
                growths.computeIfAbsent(
                                first >= 1_000_000 ? "mega" : first >= 500_000 ? "macro" : "mid",
                                unknown -> new ArrayList<>())
                        .add(growth(of));
            }
        }
        Set<String> seen = new TreeSet<>();
        for (JsonNode row : insight("growth-by-tier").get("rows")) {
            String tier = row.get("tier").asText();
            double[] values = growths.get(tier).stream()
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            int middle = values.length / 2;
            assertEquals(values.length, row.get("n").asInt());
            assertEquals(
                    values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2,
                    row.get("median").asDouble(),
                    1e-12);
            assertEquals(
                    Arrays.stream(values).average().orElseThrow(),
                    row.get("mean").asDouble(),
                    1e-12);
            seen.add(tier);
        }
        assertEquals(growths.keySet(), seen);
    }

    @Test
    void the_trend_is_that_of_a_plain_loop() throws IOException {
        LocalDate since = LocalDate.parse("2022-06-20");
        Map<LocalDate, List<Double>> steps = new TreeMap<>();
        for (List<Line> of : series) {
            for (int i = 1; i < of.size(); i++) {
                Line before = of.get(i - 1);
                Line line = of.get(i);
                if (before.day().plusDays(1).equals(line.day()) && !line.day().isBefore(since)) {
                    steps.computeIfAbsent(line.day(), unknown -> new ArrayList<>())
                            .add(Math.log((double) line.followers() / before.followers()));
                }
            }
        }
        List<JsonNode> rows = new ArrayList<>();
        insight("follower-trend").get("rows").forEach(rows::add);
        rows.removeIf(row -> LocalDate.parse(row.get("day").asText()).isBefore(since));
        assertEquals(steps.size(), rows.size());
        for (JsonNode row : rows) {
            List<Double> values = steps.get(LocalDate.parse(row.get("day").asText()));
            assertEquals(values.size(), row.get("n").asInt());
            double mean = values.stream().mapToDouble(value -> value).average().orElseThrow();
            assertEquals(Math.exp(mean) - 1, row.get("growth").asDouble(), 1e-12);
        }
    }

    @Test
    void a_single_creators_index_leads_from_its_first_count_to_its_last() throws IOException {
        JsonNode rows =
                insight("follower-trend", "handle=@willsmith", "days=1000").get("rows");
        assertEquals(94, rows.size());
        assertEquals(72.3 / 67, rows.get(93).get("index").asDouble(), 1e-12);
        assertEquals(72_300_000, rows.get(93).get("followers").asLong());
    }

    @Test
    void stale_caches_and_rounding_raise_no_alarm_but_news_do() throws IOException {
        Set<String> alarms = new TreeSet<>();
        for (JsonNode row : insight("growth-spikes", "days=1000").get("rows")) {
            alarms.add(row.get("day").asText() + " " + row.get("direction").asText() + " "
                    + row.get("handle").asText());
        }
        // 39 falls that come back within a week, and steps of a rounding unit that are up to 7 %, are not among them.
        assertEquals(
                Set.of(
                        "2022-03-29 spike willsmith",
                        "2022-05-18 spike badbunny",
                        "2022-06-03 spike shakira",
                        "2022-06-04 spike shakira",
                        "2022-06-11 spike johnnydepp",
                        "2022-06-12 spike johnnydepp"),
                alarms);
    }

    @Test
    void what_was_won_in_periods_is_no_count_and_has_no_place_in_these_answers() throws IOException {
        assumeTrue(Files.exists(WEEKS), "the development data is not beside the repository: " + WEEKS);
        long before = insight("fastest-growing").get("n").asLong();
        importing(WEEKS);
        assertEquals(before, insight("fastest-growing").get("n").asLong());
    }

    @Test
    void a_list_that_tells_older_counts_than_its_date_makes_nobody_grow() throws IOException {
        assumeTrue(Files.exists(VIDEOS), "the development data is not beside the repository: " + VIDEOS);
        Path both = folder.resolve("both.db");
        for (Path file : List.of(VIDEOS, LIST)) {
            CommandRun.of("import", "csv", file, "--database", both).succeeds();
        }
        JsonNode insight = new ObjectMapper()
                .readTree(CommandRun.of("insights", "fastest-growing", "--database", both, "--format", "json")
                        .succeeds()
                        .out());
        assertEquals(0, insight.get("n").asInt());
        assertEquals(0, insight.get("rows").size());
    }

    private static Line last(List<Line> of) {
        return of.get(of.size() - 1);
    }

    private static double days(List<Line> of) {
        return Duration.between(of.get(0).at(), last(of).at()).toMillis() / 86_400_000.0;
    }

    private static double growth(List<Line> of) {
        return Math.pow((double) last(of).followers() / of.get(0).followers(), 30 / days(of)) - 1;
    }

    private void importing(Path file) {
        CommandRun.of("import", "csv", file, "--database", folder.resolve("growth.db"))
                .succeeds();
    }

    private JsonNode insight(String id, String... parameters) throws IOException {
        List<Object> arguments =
                new ArrayList<>(List.of("insights", id, "--database", folder.resolve("growth.db"), "--format", "json"));
        for (String parameter : parameters) {
            arguments.addAll(List.of("--set", parameter));
        }
        return new ObjectMapper()
                .readTree(CommandRun.of(arguments.toArray()).succeeds().out());
    }
}
