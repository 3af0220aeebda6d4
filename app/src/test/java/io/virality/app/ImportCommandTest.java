package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private static final String HEADER = "name,fans,region\n";
    private static final String[] MAPPED = {"--map", "name=handle", "--map", "fans=followers", "--map", "region=region"
    };

    @TempDir
    Path folder;

    private Path database;

    @BeforeEach
    void nameDatabase() {
        database = folder.resolve("test.db");
    }

    @Test
    void an_unknown_layout_is_read_with_a_mapping() throws IOException, SQLException {
        CommandRun run = importing(csv(HEADER + "alice,1000,US\nbob,2000,\n")).succeeds();
        assertTrue(run.out().contains("2 rows read"), run.out());
        assertEquals(2, count("creator_snapshot"));
    }

    @Test
    void the_summary_is_one_json_document() throws IOException {
        Path file = csv(HEADER + "alice,1000,US\nbob,many,US\ncarol,-3,US\ndave,none,US\n");
        JsonNode first = json(importing(file, "--format", "json").succeeds());
        assertEquals("csv", first.get("source").asText());
        assertEquals(4, first.get("read").asLong());
        assertEquals(1, first.get("stored").asLong());
        assertEquals(3, first.get("rejected").asLong());
        assertTrue(first.get("seconds").isNumber());
        JsonNode reason = first.get("rejections").get(0);
        assertEquals(2, reason.get("count").asLong());
        assertEquals(3, reason.get("firstLine").asLong());
        assertTrue(reason.get("reason").asText().contains("followers"));

        JsonNode second = json(importing(file, "--format", "json").succeeds());
        assertEquals(0, second.get("stored").asLong());
        assertEquals(0, second.get("updated").asLong());
        assertEquals(1, second.get("unchanged").asLong());
    }

    @Test
    void a_corrected_file_updates() throws IOException {
        importing(csv(HEADER + "alice,1000,US\nbob,2000,US\n")).succeeds();
        JsonNode summary = json(importing(csv(HEADER + "alice,1001,US\nbob,2000,US\n"), "--format", "json")
                .succeeds());
        assertEquals(1, summary.get("updated").asLong());
        assertEquals(1, summary.get("unchanged").asLong());
    }

    @Test
    void if_every_row_is_rejected_the_input_was_bad() throws IOException {
        CommandRun run = importing(csv(HEADER + "!,1,US\n?,2,US\n"));
        assertEquals(Main.BAD_INPUT, run.exitCode());
        assertTrue(run.out().contains("2 × "), run.out());
    }

    @Test
    void rejected_rows_are_listed_by_reason_and_as_they_were_read() throws IOException {
        importing(csv(HEADER + "alice,1000,US\nbob,many,US\ncarol,none,US\n")).succeeds();
        CommandRun groups = CommandRun.of("quarantine", "--database", database).succeeds();
        assertTrue(groups.out().contains("import 1 from csv: 2 × followers"), groups.out());
        assertFalse(groups.out().contains("carol"), groups.out());
        CommandRun rows = CommandRun.of("quarantine", "--rows", "5", "--import", "1", "--database", database)
                .succeeds();
        assertTrue(rows.out().contains("carol"), rows.out());
    }

    @Test
    void a_missing_file_is_said() {
        importing(folder.resolve("missing.csv")).fails(Main.BAD_INPUT, "missing.csv");
        assertNothingStored();
    }

    @Test
    void a_directory_is_said() {
        importing(folder).fails(Main.BAD_INPUT, "directory");
        assertNothingStored();
    }

    @Test
    void a_binary_file_is_said() throws IOException {
        importing(Files.write(folder.resolve("binary.csv"), new byte[] {'n', 'a', 0, 1, 2, 0, 10, 3}))
                .fails(Main.BAD_INPUT, "binary.csv");
        assertNothingStored();
    }

    @Test
    void an_empty_file_is_said() throws IOException {
        importing(csv("")).fails(Main.BAD_INPUT, "empty");
        assertNothingStored();
    }

    @Test
    void a_header_that_nobody_knows_names_what_is_missing_and_the_presets() throws IOException {
        Path file = csv("colour,taste\nred,sweet\n");
        CommandRun.of("import", "csv", file, "--database", database)
                .fails(Main.BAD_INPUT, "colour", "handle", "bright-data-profiles", "--map");
        assertNothingStored();
    }

    @Test
    void a_truncated_quoted_field_is_said_with_its_line_and_nothing_is_stored() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 12_000; i++) {
            text.append("creator_").append(i).append(",5,US\n");
        }
        importing(csv(text + "last,6,\"cut off\nhere")).fails(Main.BAD_INPUT, "12002", "never closed");
        assertNothingStored();
    }

    @Test
    void a_file_that_is_not_utf_8_is_said_with_its_line() throws IOException {
        Path file = Files.write(
                folder.resolve("latin.csv"), (HEADER + "a,1,US\nb,2,café\n").getBytes(StandardCharsets.ISO_8859_1));
        importing(file).fails(Main.BAD_INPUT, "line 3", "UTF-8");
        assertNothingStored();
    }

    @Test
    void a_database_locked_by_another_process_is_said() throws IOException, SQLException {
        Path file = csv(HEADER + "alice,1000,US\n");
        importing(file).succeeds();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = other.createStatement()) {
            statement.execute("begin exclusive");
            importing(csv(HEADER + "bob,1,US\n")).fails(Main.FAILED, "test.db", "locked by another process");
            statement.execute("rollback");
        }
        assertEquals(1, count("creator_snapshot"));
    }

    @Test
    void an_unknown_source_is_said_with_the_known_ones() {
        CommandRun.of("import", "dmo", "--database", database).fails(Main.BAD_INPUT, "dmo", "demo");
        assertNothingStored();
    }

    @Test
    void an_explanation_shows_what_would_be_read_and_stores_nothing() throws IOException {
        Path file = csv("name;fans;colour\nalice;1000;red\nbob;many;blue\n");
        String[] options = {"--explain", "--map", "name=handle", "--map", "fans=followers", "--format", "json"};
        JsonNode preview = json(CommandRun.of(
                        "import",
                        "csv",
                        file,
                        "--database",
                        database,
                        options[0],
                        options[1],
                        options[2],
                        options[3],
                        options[4],
                        options[5],
                        options[6])
                .succeeds());
        assertEquals(";", preview.get("facts").get("delimiter").asText());
        assertEquals("followers", preview.get("columns").get(1).get("field").asText());
        assertEquals("", preview.get("columns").get(2).get("field").asText());
        assertEquals(
                "alice", preview.get("rows").get(0).get("fields").get("handle").asText());
        assertEquals(
                "followers is not a whole number: many",
                preview.get("rows").get(1).get("rejected").asText());
        assertNothingStored();
        String table = CommandRun.of(
                        "import", "csv", file, "--explain", "--map", "name=handle", "--map", "fans=followers")
                .succeeds()
                .out();
        assertTrue(table.contains("would be rejected: followers is not a whole number: many"), table);
        assertTrue(table.contains("not read"), table);
    }

    @Test
    void an_unknown_option_is_a_usage_error() {
        CommandRun run = CommandRun.of("import", "csv", "x.csv", "--databse", database);
        assertEquals(Main.BAD_INPUT, run.exitCode());
        assertTrue(run.error().contains("--databse"), run.error());
        assertTrue(run.error().contains("--help"), run.error());
    }

    private CommandRun importing(Path file, String... more) {
        Object[] arguments = new Object[5 + MAPPED.length + more.length];
        arguments[0] = "import";
        arguments[1] = "csv";
        arguments[2] = file;
        arguments[3] = "--database";
        arguments[4] = database;
        System.arraycopy(MAPPED, 0, arguments, 5, MAPPED.length);
        System.arraycopy(more, 0, arguments, 5 + MAPPED.length, more.length);
        return CommandRun.of(arguments);
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("input.csv"), text);
    }

    private void assertNothingStored() {
        assertFalse(Files.exists(database), "not even a file is left behind");
    }

    private long count(String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            return rows.getLong(1);
        }
    }

    private static JsonNode json(CommandRun run) throws IOException {
        return new ObjectMapper().readTree(run.out());
    }
}
