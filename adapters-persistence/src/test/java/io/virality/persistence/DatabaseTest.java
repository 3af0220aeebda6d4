package io.virality.persistence;

import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.application.port.StoredPorts;
import io.virality.domain.ingest.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    @TempDir
    Path folder;

    @Test
    void the_schema_version_is_that_of_the_newest_migration() throws IOException {
        try (var migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
            int newest = migrations
                    .map(file -> file.getFileName().toString().replaceFirst("V([0-9]+)__.*", "$1"))
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElseThrow();
            assertEquals(Database.SCHEMA_VERSION, newest);
        }
    }

    @Test
    void what_is_stored_is_there_when_the_file_is_opened_again() {
        Path file = folder.resolve("kept.db");
        try (PersistenceModule first = PersistenceModule.creating(file)) {
            store(TestDatabase.of(first));
        }
        assertFalse(Files.exists(folder.resolve("kept.db-wal")), "a closed file stands alone");
        try (PersistenceModule second = PersistenceModule.existing(file)) {
            StoredPorts ports = TestDatabase.of(second);
            assertEquals(1, ports.dataset().overview().creators());
            assertEquals(new Tally(0, 0, 1), store(ports));
        }
    }

    @Test
    void nothing_is_created_before_it_is_needed() {
        Path file = folder.resolve("lazy.db");
        try (PersistenceModule module = PersistenceModule.creating(file)) {
            TestDatabase.of(module);
        }
        assertFalse(Files.exists(file));
    }

    @Test
    void what_a_killed_import_left_undone_is_completed_when_the_file_is_opened() throws SQLException {
        Path file = folder.resolve("killed.db");
        try (PersistenceModule first = PersistenceModule.creating(file)) {
            StoredPorts ports = TestDatabase.of(first);
            ports.transactions().run(() -> ports.creators().record(List.of(counts("alice", 5, by("survey", NOON)))));
            assertEquals(0, ports.dataset().overview().creators(), "its current state is not there yet");
        }
        execute(file, "drop index creator_snapshot_by_creator");
        try (PersistenceModule second = PersistenceModule.existing(file)) {
            assertEquals(1, TestDatabase.of(second).dataset().overview().creators());
        }
        execute(file, "drop index creator_snapshot_by_creator");
    }

    @Test
    void a_file_that_an_import_is_working_on_is_left_to_it() throws SQLException {
        Path file = folder.resolve("running.db");
        try (PersistenceModule first = PersistenceModule.creating(file);
                PersistenceModule second = PersistenceModule.existing(file)) {
            StoredPorts importing = TestDatabase.of(first);
            long run = importing.importLog().begin("survey", "test@1", Optional.empty(), NOON);
            importing
                    .transactions()
                    .run(() -> importing.creators().record(List.of(counts("alice", 5, by("survey", NOON)))));
            assertEquals(0, TestDatabase.of(second).dataset().overview().creators());
            importing.importLog().breakOff(run, "a test", NOON);
        }
        try (PersistenceModule third = PersistenceModule.existing(file)) {
            assertEquals(1, TestDatabase.of(third).dataset().overview().creators());
        }
    }

    @Test
    void a_missing_file_is_not_found_unless_it_may_be_created() {
        assertFailure(
                Failure.Kind.NOT_FOUND, "import something first", PersistenceModule.existing(folder.resolve("no.db")));
        assertFalse(Files.exists(folder.resolve("no.db")));
        assertFailure(
                Failure.Kind.INVALID_INPUT,
                "folder does not exist",
                PersistenceModule.creating(folder.resolve("no/folder.db")));
    }

    @Test
    void a_directory_is_no_database() {
        assertFailure(Failure.Kind.INVALID_INPUT, "is a directory", PersistenceModule.creating(folder));
    }

    @Test
    void some_other_file_is_no_database() throws IOException {
        Path file = Files.writeString(folder.resolve("text.db"), "not a database, but long enough\n".repeat(100));
        assertFailure(Failure.Kind.INVALID_INPUT, "is not an SQLite database", PersistenceModule.creating(file));
        assertTrue(Files.readString(file).startsWith("not a database"), "left as it was");
    }

    @Test
    void a_file_of_a_newer_version_is_refused() throws SQLException {
        Path file = folder.resolve("newer.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma user_version = 999");
        }
        assertFailure(Failure.Kind.CONFLICT, "newer version", PersistenceModule.existing(file));
    }

    @Test
    void somebody_elses_database_is_refused() throws SQLException {
        Path file = folder.resolve("other.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("create table recipes (name text)");
        }
        assertFailure(Failure.Kind.CONFLICT, "is it a database of Virality?", PersistenceModule.existing(file));
    }

    @Test
    void a_file_that_another_process_writes_to_is_busy() throws SQLException {
        Path file = folder.resolve("locked.db");
        try (PersistenceModule module = PersistenceModule.creating(file)) {
            StoredPorts ports = TestDatabase.of(module);
            store(ports);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                statement.execute("begin exclusive");
                Failure failure = assertThrows(Failure.class, () -> store(ports));
                assertEquals(Failure.Kind.BUSY, failure.kind());
                assertTrue(failure.getMessage().contains("locked by another process"), failure.getMessage());
                statement.execute("rollback");
            }
            assertEquals(new Tally(0, 0, 1), store(ports));
        }
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Tally store(StoredPorts ports) {
        Tally[] tally = new Tally[1];
        ports.transactions().run(() -> {
            tally[0] = ports.creators().record(List.of(counts("alice", 5, by("survey", NOON))));
            ports.creators().refresh();
        });
        return tally[0];
    }

    private static void assertFailure(Failure.Kind kind, String message, PersistenceModule module) {
        try (module) {
            StoredPorts ports = TestDatabase.of(module);
            Failure failure = assertThrows(Failure.class, () -> ports.dataset().overview());
            assertEquals(kind, failure.kind());
            assertTrue(failure.getMessage().contains(message), failure.getMessage());
        }
    }
}
