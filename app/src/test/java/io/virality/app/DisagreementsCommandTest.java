package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisagreementsCommandTest {

    @TempDir
    Path folder;

    private Path database;

    @BeforeEach
    void import_two_files_that_contradict_each_other() throws IOException {
        database = folder.resolve("some.db");
        Path first = Files.writeString(
                folder.resolve("first.ndjson"),
                String.join(
                        "\n",
                        "{\"format\":\"virality\",\"version\":1,\"data\":\"real\"}",
                        row("survey", "alice", "US", 5),
                        row("census", "alice", "GB", 5),
                        row("survey", "bob", "FR", 6),
                        row("census", "bob", "FR", 7)));
        CommandRun.of("import", "ndjson", first, "--database", database).succeeds();
    }

    private static String row(String source, String handle, String region, int followers) {
        return "{\"kind\":\"creator\",\"handle\":\"" + handle + "\",\"observed_at\":\"2026-03-01T00:00:00Z\","
                + "\"source\":\"" + source + "\",\"source_version\":\"v@1\",\"region\":\"" + region
                + "\",\"followers\":" + followers + "}";
    }

    @Test
    void both_values_are_listed_with_their_sources() {
        CommandRun run = CommandRun.of("disagreements", "--database", database).succeeds();
        assertEquals("""
                alice on tiktok, region: 'US' (survey v@1, 2026-03-01T00:00:00Z) rules over 'GB' (census v@1, 2026-03-01T00:00:00Z)
                bob on tiktok, followers: '6' (survey v@1, 2026-03-01T00:00:00Z) rules over '7' (census v@1, 2026-03-01T00:00:00Z)
                2 of 2 disagreements
                """, run.out().replace("\r\n", "\n"));
    }

    @Test
    void one_field_can_be_asked_for_as_a_document() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(CommandRun.of(
                                "disagreements", "--field", "followers", "--format", "json", "--database", database)
                        .succeeds()
                        .out());
        assertEquals(1, document.get("total").asInt());
        assertEquals("7", document.at("/disagreements/0/other/value").asText());
        assertTrue(document.at("/sql/text").asText().startsWith("with"));
        String statement = CommandRun.of("disagreements", "--field", "followers", "--sql", "--database", database)
                .succeeds()
                .out();
        assertTrue(statement.strip().endsWith(";"), statement);
        assertFalse(statement.contains("'region'"), statement);
    }

    @Test
    void an_unknown_field_is_refused() {
        CommandRun.of("disagreements", "--field", "age", "--database", database)
                .fails(Main.BAD_INPUT, "unknown field 'age'", "followers");
        CommandRun.of("disagreements", "--limit", "0", "--database", database).fails(Main.BAD_INPUT, "--limit");
    }
}
