package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What 1,143 real advertisements cost, against figures that were made without us. */
@Tag("real-data")
class RealMarketplaceTest {

    private static final Path FILE = Path.of("../../shared/data/marketplace/facebook_ads_kag.csv");

    @TempDir
    static Path folder;

    private static JsonNode campaigns;

    @BeforeAll
    static void importFile() throws IOException {
        assumeTrue(Files.exists(FILE), "the development data is not beside the repository: " + FILE);
        CommandRun.of("import", "csv", FILE, "--database", folder.resolve("ads.db"))
                .succeeds();
        campaigns = efficiency("ads.db", "campaign");
    }

    @ParameterizedTest
    @CsvSource({"916, .000234, 1.3249, 6.24", "936, .000244, 1.4584, 15.81", "1178, .000176, 1.5433, 63.83"})
    void campaigns_have_the_known_ratios(String campaign, double clickThrough, double click, double acquisition) {
        JsonNode group = named(campaigns, "facebook " + campaign);
        assertEquals(clickThrough, ratio(group, "click_through"), 5e-7);
        assertEquals(click, ratio(group, "cost_per_click"), 5e-5);
        assertEquals(acquisition, ratio(group, "cost_per_acquisition"), 5e-3);
    }

    @Test
    void advertisements_without_clicks_have_no_cost_of_a_click() throws IOException {
        JsonNode ads = efficiency("ads.db", "ad").get("groups");
        assertEquals(1_143, ads.size());
        List<JsonNode> undefined = StreamSupport.stream(ads.spliterator(), false)
                .filter(ad -> StreamSupport.stream(ad.get("ratios").spliterator(), false)
                        .anyMatch(ratio -> ratio.get("id").asText().equals("cost_per_click") && !ratio.has("value")))
                .toList();
        assertEquals(207, undefined.size());
        assertTrue(undefined.get(0).toString().contains("undefined: no clicks"), undefined.toString());
    }

    @Test
    void a_shuffled_file_with_other_names_for_its_columns_says_the_same() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(FILE));
        String header = lines.remove(0);
        Collections.shuffle(lines, new Random(7));
        lines.add(0, header.replace("xyz_campaign_id", "kampagne").replace("Spent", "kosten"));
        Path shuffled = Files.write(folder.resolve("shuffled.csv"), lines, StandardCharsets.UTF_8);
        CommandRun.of(
                        "import",
                        "csv",
                        shuffled,
                        "--set",
                        "constant.channel=facebook",
                        "--map",
                        "kampagne=campaign_id",
                        "--map",
                        "kosten=spend",
                        "--map",
                        "Impressions=impressions",
                        "--map",
                        "Clicks=clicks",
                        "--map",
                        "Total_Conversion=conversions",
                        "--map",
                        "Approved_Conversion=approved_conversions",
                        "--database",
                        folder.resolve("shuffled.db"))
                .succeeds();
        assertEquals(
                campaigns.get("groups"), efficiency("shuffled.db", "campaign").get("groups"));
    }

    @Test
    void the_statement_is_printed_alone() {
        String statement = CommandRun.of("marketplace", "--sql", "--database", folder.resolve("ads.db"))
                .succeeds()
                .out();
        assertTrue(statement.strip().startsWith("with") && statement.strip().endsWith(";"), statement);
    }

    @Test
    void an_unknown_group_is_refused_in_one_line() {
        CommandRun.of("marketplace", "--by", "colour", "--database", folder.resolve("ads.db"))
                .fails(Main.BAD_INPUT, "colour", "campaign");
    }

    private static JsonNode efficiency(String database, String by) throws IOException {
        return new ObjectMapper()
                .readTree(CommandRun.of(
                                "marketplace", "--by", by, "--format", "json", "--database", folder.resolve(database))
                        .succeeds()
                        .out());
    }

    private static JsonNode named(JsonNode efficiency, String name) {
        return StreamSupport.stream(efficiency.get("groups").spliterator(), false)
                .filter(group -> group.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double ratio(JsonNode group, String id) {
        JsonNode found = StreamSupport.stream(group.get("ratios").spliterator(), false)
                .filter(ratio -> ratio.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
        double value = found.get("value").asDouble();
        assertFalse(
                value < found.get("low").asDouble() || value > found.get("high").asDouble(), found.toString());
        return value;
    }
}
