package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on a real file of 1,000 profiles, against plain loops over its text. */
@Tag("real-data")
class RealProfilesTest {

    private static final Path FILE = Path.of("../../shared/data/creators/tiktok_profiles.csv");

    @TempDir
    Path folder;

    private Path database;

    @BeforeEach
    void requireFile() {
        assumeTrue(Files.exists(FILE), "the development data is not beside the repository: " + FILE);
        database = folder.resolve("profiles.db");
    }

    @Test
    void every_row_is_read_and_a_second_run_changes_nothing() throws IOException {
        JsonNode first = importProfiles();
        assertEquals(1_000, first.get("read").asLong());
        assertEquals(1_000, first.get("stored").asLong());
        assertEquals(0, first.get("rejected").asLong());
        JsonNode second = importProfiles();
        assertEquals(0, second.get("stored").asLong());
        assertEquals(0, second.get("updated").asLong());
        assertEquals(1_000, second.get("unchanged").asLong());
    }

    @Test
    void the_most_viral_creators_are_those_of_a_plain_loop_over_the_file() throws IOException {
        importProfiles();
        List<Map<String, String>> expected = profiles().stream()
                .filter(profile -> Long.parseLong(profile.get("followers")) > 100_000)
                .sorted(Comparator.comparingDouble(profile -> -Double.parseDouble(profile.get("awg_engagement_rate"))))
                .limit(10)
                .toList();
        JsonNode rows = insight("viral-creators").get("rows");
        assertEquals(10, rows.size());
        for (int i = 0; i < 10; i++) {
            Map<String, String> profile = expected.get(i);
            JsonNode row = rows.get(i);
            assertTrue(profile.get("url").endsWith("/@" + row.get("handle").asText()), profile.get("url"));
            assertEquals(profile.get("nickname"), row.get("nickname").asText());
            assertEquals(
                    Long.parseLong(profile.get("followers")),
                    row.get("followers").asLong());
            assertEquals(
                    Double.parseDouble(profile.get("awg_engagement_rate")),
                    row.get("engagement_rate").asDouble());
            assertEquals(
                    Double.parseDouble(profile.get("like_engagement_rate")),
                    row.get("like_engagement_rate").asDouble());
        }
    }

    @Test
    void tiers_have_the_medians_of_a_plain_loop_over_the_file() throws IOException {
        importProfiles();
        long[] edges = {0, 1_000, 10_000, 100_000, 500_000, 1_000_000, Long.MAX_VALUE};
        List<String> names = List.of("emerging", "nano", "micro", "mid", "macro", "mega");
        for (JsonNode row : insight("engagement-by-tier").get("rows")) {
            int tier = names.indexOf(row.get("tier").asText());
            double[] rates = profiles().stream()
                    .filter(profile -> Long.parseLong(profile.get("followers")) >= edges[tier])
                    .filter(profile -> Long.parseLong(profile.get("followers")) < edges[tier + 1])
                    .mapToDouble(profile -> Double.parseDouble(profile.get("awg_engagement_rate")))
                    .sorted()
                    .toArray();
            assertEquals(rates.length, row.get("n").asInt());
            int middle = rates.length / 2;
            double median = rates.length % 2 == 1 ? rates[middle] : (rates[middle - 1] + rates[middle]) / 2;
            assertEquals(median, row.get("median").asDouble(), 1e-12);
            assertEquals(
                    Arrays.stream(rates).average().orElseThrow(),
                    row.get("mean").asDouble(),
                    1e-12);
            assertEquals(rates.length < 5, row.get("low").isNull());
        }
    }

    private JsonNode importProfiles() throws IOException {
        return json(CommandRun.of("import", "csv", FILE, "--database", database, "--format", "json"));
    }

    private JsonNode insight(String id) throws IOException {
        return json(CommandRun.of("insights", id, "--database", database, "--format", "json"));
    }

    private static JsonNode json(CommandRun run) throws IOException {
        return new ObjectMapper().readTree(run.succeeds().out());
    }

    /** The file by a reader of its own: quotes double inside quotes. */
    private static List<Map<String, String>> profiles() throws IOException {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        String text = Files.readString(FILE);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(text.charAt(++i));
                } else {
                    quoted = !quoted;
                }
            } else if (quoted || c != ',' && c != '\n') {
                cell.append(c);
            } else {
                record.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    records.add(record);
                    record = new ArrayList<>();
                }
            }
        }
        List<String> header = records.remove(0);
        return records.stream()
                .map(values -> {
                    Map<String, String> profile = new LinkedHashMap<>();
                    for (int i = 0; i < header.size(); i++) {
                        profile.put(header.get(i), values.get(i));
                    }
                    return profile;
                })
                .toList();
    }
}
