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

class FeedbackCommandTest {

    private static final String BRAND = "Green Face";

    @TempDir
    Path folder;

    private Path database;

    @BeforeEach
    void creators() throws IOException {
        database = folder.resolve("some.db");
        Path file = Files.writeString(
                folder.resolve("some.ndjson"),
                String.join(
                        "\n",
                        "{\"format\":\"virality\",\"version\":1,\"data\":\"real\"}",
                        row("alice", "bread and rolls"),
                        row("bob", "bread and wine")));
        CommandRun.of("import", "ndjson", file, "--database", database).succeeds();
    }

    private static String row(String handle, String biography) {
        return "{\"kind\":\"creator\",\"handle\":\"" + handle + "\",\"observed_at\":\"2026-03-01T00:00:00Z\","
                + "\"source\":\"survey\",\"source_version\":\"v@1\",\"followers\":5000,\"biography\":\"" + biography
                + "\"}";
    }

    private CommandRun feedback(Object... words) {
        Object[] all = new Object[words.length + 3];
        all[0] = "feedback";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "--database";
        all[words.length + 2] = database;
        return CommandRun.of(all);
    }

    @Test
    void what_a_brand_says_is_listed_and_used_for_its_briefs() throws IOException {
        assertEquals(
                "Green Face has said nothing of any creator.",
                feedback(BRAND).succeeds().out().strip());
        feedback(BRAND, "@bob", "dismissed").succeeds();
        feedback("green face", "alice", "hired").succeeds();

        JsonNode said = new ObjectMapper()
                .readTree(feedback(BRAND, "--format", "json").succeeds().out());
        assertEquals("[\"alice\",\"bob\"]", handles(said).toString());
        String list = feedback(BRAND).succeeds().out();
        assertTrue(list.contains("@alice  hired      20"), list);
        assertTrue(list.contains("@bob    dismissed  20"), list);

        Path brief =
                Files.writeString(folder.resolve("brief.json"), "{\"text\": \"bread\", \"brand\": \"Green Face\"}");
        String recommended = CommandRun.of("recommend", "--brief", brief, "--database", database)
                .succeeds()
                .out();
        assertTrue(recommended.contains("already hired by Green Face"), recommended);
        assertTrue(recommended.contains("1 left out: dismissed by the brand"), recommended);
    }

    private static JsonNode handles(JsonNode said) {
        var handles = new ObjectMapper().createArrayNode();
        said.get("feedback").forEach(one -> handles.add(one.get("handle").asText()));
        return handles;
    }

    @Test
    void what_cannot_be_said_is_one_line_that_says_why() {
        feedback(BRAND, "nobody", "hired").fails(Main.BAD_INPUT, "no creator @nobody");
        feedback(BRAND, "alice").fails(Main.BAD_INPUT, "how far", "shortlisted, dismissed, contacted or hired");
        feedback(BRAND, "a b", "hired").fails(Main.BAD_INPUT, "not a tiktok handle");
        feedback(" ").fails(Main.BAD_INPUT, "not a brand");
        assertEquals(
                "Green Face has said nothing of any creator.",
                feedback(BRAND).succeeds().out().strip());
    }
}
