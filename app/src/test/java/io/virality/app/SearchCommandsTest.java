package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code virality index}, {@code search} and {@code lookalikes}. */
class SearchCommandsTest {

    @TempDir
    Path folder;

    private Path database;

    @BeforeEach
    void creators() throws IOException {
        database = folder.resolve("some.db");
        List<String> rows = new ArrayList<>();
        rows.add("{\"format\":\"virality\",\"version\":1,\"data\":\"real\"}");
        rows.add(row("baker", "GB", 50_000, "I bake sourdough bread for my family"));
        rows.add(row("cook", "GB", 700, "soup with bread and the best wine"));
        rows.add(row("confectioner", "US", 90_000, "my cakes and pastries from the oven"));
        rows.add(row("gamer", "US", 80_000, "speedruns of video games every night"));
        rows.add(row("silent", "US", 10, "."));
        for (int i = 0; i < 25; i++) {
            rows.add(row("runner" + i, "DE", 1_000 * (i + 1), "I am running in the forest with my friends, day " + i));
        }
        Path file = Files.writeString(folder.resolve("some.ndjson"), String.join("\n", rows));
        CommandRun.of("import", "ndjson", file, "--database", database).succeeds();
    }

    private static String row(String handle, String region, int followers, String biography) {
        return "{\"kind\":\"creator\",\"handle\":\"" + handle + "\",\"observed_at\":\"2026-03-01T00:00:00Z\","
                + "\"source\":\"survey\",\"source_version\":\"v@1\",\"region\":\"" + region + "\",\"followers\":"
                + followers + ",\"engagement_rate\":0.05,\"biography\":\"" + biography + "\"}";
    }

    private CommandRun run(Object... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.add("--database");
        all.add(database);
        return CommandRun.of(all.toArray());
    }

    private static JsonNode json(CommandRun run) throws IOException {
        return new ObjectMapper().readTree(run.succeeds().out());
    }

    @Test
    void words_are_found_before_anything_was_indexed_and_meaning_afterwards() throws IOException {
        String byWords = run("search", "bread").succeeds().out();
        assertTrue(byWords.contains("@baker, 50,000 followers, GB"), byWords);
        assertTrue(byWords.contains("says bread (BM25"), byWords);
        assertTrue(byWords.contains("no creator's meaning is known yet"), byWords);
        run("search", "pastry chef", "--mode", "semantic").fails(Main.BAD_INPUT, "'virality index' reads them");

        String indexed = run("index").succeeds().out();
        assertTrue(
                indexed.contains("Of 30 creators the words of 30 are indexed, and the meaning of 29 is known."),
                indexed);
        assertTrue(indexed.contains("say too little, or not in English"), indexed);
        assertEquals(indexed, run("index").succeeds().out());

        JsonNode found = json(run("search", "pastry chef", "--mode", "semantic", "--limit", "1", "--format", "json"));
        assertEquals("confectioner", found.at("/matches/0/handle").asText(), found::toString);
        assertEquals("cosine", found.get("score").asText());
    }

    @Test
    void filters_and_pages_hold() throws IOException {
        JsonNode british = json(run(
                "search",
                "bread",
                "--mode",
                "keyword",
                "--region",
                "GB",
                "--min-followers",
                "1000",
                "--format",
                "json"));
        assertEquals(List.of("baker"), british.findValuesAsText("handle"));

        JsonNode first = json(run("search", "bread", "--mode", "keyword", "--limit", "1", "--format", "json"));
        JsonNode second = json(run(
                "search",
                "bread",
                "--mode",
                "keyword",
                "--limit",
                "1",
                "--after",
                first.get("next").asText(),
                "--format",
                "json"));
        assertEquals(2, first.get("total").asInt());
        assertEquals(2, second.at("/matches/0/rank").asInt());
        assertFalse(second.hasNonNull("next"));
    }

    @Test
    void what_cannot_be_searched_is_one_line_that_says_why() {
        run("search", "!!!").fails(Main.BAD_INPUT, "letter");
        run("search", "bread", "--mode", "psychic").fails(Main.BAD_INPUT, "unknown mode 'psychic'");
        run("search", "bread", "--limit", "0").fails(Main.BAD_INPUT, "limit");
        run("search", "bread", "--after", "x").fails(Main.BAD_INPUT, "not a cursor");
        run("search", "a".repeat(20_000)).fails(Main.BAD_INPUT, "characters");
        String nobody = run("search", "zymurgy", "--mode", "keyword").succeeds().out();
        assertTrue(nobody.startsWith("Nobody was found."), nobody);
        CommandRun.of("search", "bread", "--database", folder.resolve("no.db"))
                .fails(Main.BAD_INPUT, "there is no database");
    }

    @Test
    void lookalikes_say_in_what_they_are_alike_and_in_what_they_differ() throws IOException {
        run("index").succeeds();
        String text = run("lookalikes", "@baker", "--limit", "3").succeeds().out();
        assertTrue(text.contains("says alike: cosine"), text);
        assertTrue(text.contains("What it says was compared with that of 28 others."), text);

        JsonNode like = json(run("lookalikes", "runner3", "--limit", "5", "--format", "json"));
        assertTrue(
                like.findValuesAsText("handle").stream()
                                .filter(name -> name.startsWith("runner"))
                                .count()
                        >= 5,
                like::toString);
        run("lookalikes", "nobody").fails(Main.BAD_INPUT, "nobody");
        run("lookalikes", "a b").fails(Main.BAD_INPUT, "not a tiktok handle");
        run("lookalikes", "baker", "--limit", "0").fails(Main.BAD_INPUT, "1");
    }
}
