package io.virality.persistence;

import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.assumed;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.port.StoredPorts;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.Tally;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotIndexTest {

    @TempDir
    Path folder;

    private Path file;
    private PersistenceModule module;
    private StoredPorts ports;

    @BeforeEach
    void open() {
        file = folder.resolve("index.db");
        module = PersistenceModule.creating(file);
        ports = TestDatabase.of(module);
    }

    @AfterEach
    void close() {
        module.close();
    }

    @Test
    void a_small_import_keeps_it() throws SQLException {
        assertEquals(new Tally(SnapshotIndex.LARGE - 1, 0, 0), store(0, SnapshotIndex.LARGE - 1));
        assertTrue(isPresent());
    }

    @Test
    void a_large_import_goes_without_it_until_it_closes() throws SQLException {
        store(0, SnapshotIndex.LARGE);
        assertFalse(isPresent());
        assertEquals(new Tally(7, 0, 5), store(SnapshotIndex.LARGE - 5, 12));
        assertFalse(isPresent());
        ports.transactions().run(ports.creators()::refresh);
        assertTrue(isPresent());
        assertEquals(SnapshotIndex.LARGE + 7, ports.dataset().overview().snapshots());
        assertEquals(
                SnapshotIndex.LARGE + 6,
                ports.creators()
                        .find(counts("alice", 0, by("survey", NOON))
                                .creator()
                                .handle()
                                .orElseThrow())
                        .orElseThrow()
                        .counts()
                        .followers()
                        .orElseThrow());
    }

    @Test
    void an_import_that_adds_little_to_much_keeps_it() throws SQLException {
        store(0, 6 * SnapshotIndex.LARGE);
        ports.transactions().run(ports.creators()::refresh);
        store(6 * SnapshotIndex.LARGE, SnapshotIndex.LARGE);
        assertTrue(isPresent());
        store(7 * SnapshotIndex.LARGE, SnapshotIndex.LARGE);
        assertFalse(isPresent());
    }

    @Test
    void a_row_that_needs_it_brings_it_back() throws SQLException {
        store(0, SnapshotIndex.LARGE);
        record(List.of(counts("alice", 7, assumed("survey", NOON))));
        assertTrue(isPresent());
        store(SnapshotIndex.LARGE, SnapshotIndex.LARGE);
        assertTrue(isPresent(), "there may be more of them");
    }

    @Test
    void what_is_rolled_back_has_not_dropped_it() throws SQLException {
        assertThrows(IllegalStateException.class, () -> ports.transactions().run(() -> {
            ports.creators().record(observations(0, SnapshotIndex.LARGE));
            throw new IllegalStateException("a test");
        }));
        assertTrue(isPresent());
        store(0, SnapshotIndex.LARGE - 1);
        assertTrue(isPresent(), "what was rolled back is not counted");
    }

    private Tally store(int from, int count) {
        return record(observations(from, count));
    }

    private Tally record(List<CreatorObservation> observations) {
        Tally[] tally = new Tally[1];
        ports.transactions().run(() -> tally[0] = ports.creators().record(observations));
        return tally[0];
    }

    private static List<CreatorObservation> observations(int from, int count) {
        return LongStream.range(from, from + count)
                .mapToObj(number -> counts("alice", number, by("survey", NOON.plus(Duration.ofMinutes(number)))))
                .toList();
    }

    private boolean isPresent() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select 1 from sqlite_master where name = 'creator_snapshot_by_creator'")) {
            return rows.next();
        }
    }
}
