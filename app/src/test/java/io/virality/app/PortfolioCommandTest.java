package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, with the real solver: from files to the best set. */
class PortfolioCommandTest {

    private static final String BRIEF = "{\"text\": \"vegan skincare\", \"regions\": [\"GB\"], \"budget\":"
            + " {\"amount\": \"500\", \"currency\": \"GBP\"}}";

    @TempDir
    Path folder;

    private Path database;
    private Path brief;

    /** Thirty creators, of whom every second is from GB; the n-th has about 1,000 n views a video. */
    @BeforeEach
    void importCreators() throws IOException {
        database = folder.resolve("creators.db");
        StringBuilder creators = new StringBuilder("handle,region,category,biography,followers,observed_at\n");
        StringBuilder videos = new StringBuilder("video_id,handle,views,likes,comments,shares,posted_at,observed_at\n");
        for (int i = 1; i <= 30; i++) {
            creators.append("creator" + i + "," + (i % 2 == 0 ? "GB" : "US")
                    + ",Beauty,vegan skincare,20000,2026-02-01T00:00:00Z\n");
            for (int j = 1; j <= 6; j++) {
                videos.append(i)
                        .append('0')
                        .append(j)
                        .append(",creator")
                        .append(i)
                        .append(',');
                videos.append(i * 1_000 * (j % 2 == 0 ? 8 : 12) / 10);
                videos.append(",9,9,9,2026-01-0" + j + "T00:00:00Z,2026-02-01T00:00:00Z\n");
            }
        }
        Path people = Files.writeString(folder.resolve("people.csv"), creators);
        Path posts = Files.writeString(folder.resolve("posts.csv"), videos);
        CommandRun.of("import", "csv", people, "--database", database).succeeds();
        CommandRun.of("import", "csv", posts, "--database", database).succeeds();
        brief = Files.writeString(folder.resolve("brief.json"), BRIEF);
    }

    private Path terms(String terms) throws IOException {
        return Files.writeString(folder.resolve("terms.json"), terms);
    }

    @Test
    void the_best_set_keeps_to_the_budget_and_the_terms() throws IOException {
        Path terms = terms(
                "{\"thousandViews\": \"6\", \"creators\": {\"most\": 2}, \"prices\": {\"creator30\": \"450\"}, \"overlap\": {\"most\": 0.1}}");
        JsonNode portfolio = new ObjectMapper()
                .readTree(CommandRun.of(
                                "portfolio",
                                "--brief",
                                brief,
                                "--terms",
                                terms,
                                "--database",
                                database,
                                "--format",
                                "json")
                        .succeeds()
                        .out());
        // The dear one is left; 28 and 26 are the next that are watched most.
        assertEquals(
                "[\"creator26\",\"creator28\"]", portfolio.at("/best/handles").toString());
        // Medians of 26,000 and 28,000 views at 6 a thousand.
        assertEquals("324", portfolio.at("/best/price").asText());
        assertEquals("GBP", portfolio.get("currency").asText());
        assertEquals(15, portfolio.get("n").asInt());
        assertEquals(15, portfolio.at("/leftOut/in another region").asInt());
        assertEquals("estimated", portfolio.at("/creators/0/price/basis").asText());
        assertEquals("real", portfolio.get("data").asText());
    }

    @Test
    void the_report_says_what_was_chosen_and_why() {
        String report = CommandRun.of("portfolio", "--brief", brief, "--budget", "300", "--database", database)
                .succeeds()
                .out();
        assertTrue(report.contains("of 15 creators for "), report);
        assertTrue(report.contains("of 300 GBP"), report);
        assertTrue(report.contains("assumed: tell what it is to you"), report);
        assertTrue(report.contains("The swaps of one creator that cost least"), report);
    }

    @Test
    void it_is_chosen_among_a_shortlist_by_prices_from_a_file() throws IOException {
        Path prices = Files.writeString(
                folder.resolve("prices.csv"), "handle,price,currency\n@creator2,100,GBP\ncreator4,120.50,GBP\n");
        String report = CommandRun.of(
                        "portfolio",
                        "--brief",
                        brief,
                        "--among",
                        "creator2,@creator4,creator5",
                        "--prices",
                        prices,
                        "--database",
                        database)
                .succeeds()
                .out();
        assertTrue(report.contains("Among 2 candidates"), report);
        assertTrue(report.contains("@creator5 of the shortlist is left out: in another region."), report);
        CommandRun.of(
                        "portfolio",
                        "--brief",
                        brief,
                        "--prices",
                        Files.writeString(prices, "handle,cost\ncreator2,100\n"),
                        "--database",
                        database)
                .fails(Main.BAD_INPUT, "has no column 'price'");
    }

    @Test
    void where_nobody_answers_to_the_words_the_limits_choose_and_it_is_said() throws IOException {
        Path cars = Files.writeString(folder.resolve("cars.json"), BRIEF.replace("vegan skincare", "engines"));
        String report = CommandRun.of("portfolio", "--brief", cars, "--database", database)
                .succeeds()
                .out();
        assertTrue(report.contains("No creator answers to the brief's words: chosen by its limits alone."), report);
        assertTrue(report.contains("Among 15 candidates"), report);
    }

    @Test
    void what_cannot_be_had_is_one_line() throws IOException {
        CommandRun.of("portfolio", "--brief", brief, "--budget", "0", "--database", database)
                .fails(Main.BAD_INPUT, "budget", "more than 0");
        CommandRun.of(
                        "portfolio",
                        "--brief",
                        brief,
                        "--terms",
                        terms("{\"creators\": {\"least\": 16}}"),
                        "--database",
                        database)
                .fails(Main.BAD_INPUT, "at least 16 creators");
        Path nobody = Files.writeString(folder.resolve("nobody.json"), BRIEF.replace("GB\"", "FR\""));
        CommandRun.of("portfolio", "--brief", nobody, "--database", database)
                .fails(Main.BAD_INPUT, "nobody to choose from");
    }
}
