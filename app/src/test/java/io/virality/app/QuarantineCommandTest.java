package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.Guice;
import com.google.inject.Injector;
import io.virality.application.port.ImportLog;
import io.virality.application.port.Observations;
import io.virality.application.port.Quarantine;
import io.virality.domain.ingest.Rejection;
import io.virality.persistence.PersistenceModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineCommandTest {

    @TempDir
    Path folder;

    private Path database;

    @BeforeEach
    void import_a_file_with_bad_rows() throws IOException {
        database = folder.resolve("some.db");
        Path file = Files.writeString(
                folder.resolve("fans.csv"), "name,fans\nalice,5\nbob,-1\ncarol,many\n\"d\"\"\u001b[31m\",7\nerin\n");
        CommandRun.of(
                        "import",
                        "csv",
                        file,
                        "--map",
                        "name=handle",
                        "--map",
                        "fans=followers",
                        "--observed-at",
                        "2026-03-01",
                        "--database",
                        database)
                .succeeds();
    }

    @Test
    void rejected_rows_are_exported_one_a_line_with_the_field_that_is_wrong() throws IOException {
        Path file = folder.resolve("rejected.ndjson");
        CommandRun run = CommandRun.of("quarantine", "--export", file, "--database", database)
                .succeeds();
        assertEquals("Exported 4 rejected rows to " + file + ".", run.out().strip());
        List<JsonNode> rows = rows(file);
        assertEquals(4, rows.size());
        JsonNode bob = rows.get(0);
        assertEquals("1", bob.get("import").asText());
        assertEquals("3", bob.get("position").asText());
        assertEquals("followers is negative", bob.get("reason").asText());
        assertEquals("followers", bob.get("field").asText());
        assertEquals("-1", bob.get("detail").asText());
        assertEquals("bob,-1", bob.get("raw").asText());
        assertEquals("bob", bob.get("fields").get("handle").asText());
        assertEquals("-1", bob.get("fields").get("followers").asText());
        assertEquals("handle", rows.get(2).get("field").asText());
        assertFalse(rows.get(3).has("fields"), "too few cells: nothing can be read of it");
        assertFalse(rows.get(3).has("field"));
        assertFalse(Files.exists(folder.resolve("rejected.ndjson.part")));
    }

    @Test
    void an_export_replaces_nothing_and_leaves_nothing_half_written() throws IOException {
        Path file = Files.writeString(folder.resolve("there.ndjson"), "precious");
        CommandRun.of("quarantine", "--export", file, "--database", database).fails(Main.BAD_INPUT, "exists already");
        assertEquals("precious", Files.readString(file));
        Path nowhere = folder.resolve("nowhere").resolve("rejected.ndjson");
        CommandRun.of("quarantine", "--export", nowhere, "--database", database)
                .fails(Main.BAD_INPUT, "cannot be written");
        CommandRun.of("quarantine", "--retry", "--export", nowhere, "--database", database)
                .fails(Main.BAD_INPUT, "--retry or --export");
    }

    @Test
    void under_the_same_rules_nothing_is_understood_and_nothing_leaves() {
        CommandRun run =
                CommandRun.of("quarantine", "--retry", "--database", database).succeeds();
        assertTrue(run.out().startsWith("0 rows understood now"), run.out());
        assertTrue(run.out().contains("1 rejected again: followers is negative; first at 3: -1"), run.out());
        assertTrue(run.out().contains("1 cannot be read again"), run.out());
        assertEquals(
                run.out(),
                CommandRun.of("quarantine", "--retry", "--database", database)
                        .succeeds()
                        .out());
    }

    @Test
    void what_an_older_rule_rejected_is_stored_with_its_time_and_source_and_leaves() throws IOException {
        reject("{\"kind\":\"creator\",\"source\":\"survey\",\"source_version\":\"v@1\",\"simulated\":\"false\","
                + "\"freshness\":\"archive\",\"observed_at\":\"2026-02-03T00:00:00Z\",\"handle\":\"frank\","
                + "\"followers\":\"77\",\"region\":\"FR\"}");
        assertTrue(CommandRun.of("quarantine", "--retry", "--import", "1", "--database", database)
                .succeeds()
                .out()
                .startsWith("0 rows understood now"));
        CommandRun run = CommandRun.of("quarantine", "--retry", "--import", "2", "--database", database)
                .succeeds();
        assertEquals(
                "1 rows understood now: 1 stored, 0 updated, 0 unchanged",
                run.out().strip());
        assertTrue(CommandRun.of("quarantine", "--retry", "--import", "2", "--database", database)
                .succeeds()
                .out()
                .startsWith("0 rows understood now"));

        Path all = folder.resolve("all.ndjson");
        CommandRun.of("export", all, "--database", database).succeeds();
        String frank = Files.readAllLines(all).stream()
                .filter(line -> line.contains("frank") && line.contains("77"))
                .findFirst()
                .orElseThrow();
        assertTrue(frank.contains("\"observed_at\":\"2026-02-03T00:00:00Z\""), frank);
        assertTrue(frank.contains("\"source\":\"survey\""), frank);
        assertTrue(CommandRun.of("quarantine", "--database", database)
                .succeeds()
                .out()
                .contains("1 × a rule that is gone, 0 kept"));
    }

    private void reject(String fields) {
        try (PersistenceModule storage = PersistenceModule.existing(database)) {
            Injector injector = Guice.createInjector(storage);
            ImportLog log = injector.getInstance(ImportLog.class);
            long run = log.begin("survey", "v@1", Optional.empty(), Observations.NOON);
            injector.getInstance(Quarantine.class)
                    .add(run, List.of(new Rejection("9", "a rule that is gone", "", "raw", Optional.of(fields))));
            log.finish(run, Observations.NOON);
        }
    }

    private static List<JsonNode> rows(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            rows.add(json.readTree(line));
        }
        return rows;
    }
}
