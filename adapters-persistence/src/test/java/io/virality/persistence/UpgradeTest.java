package io.virality.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.virality.application.port.StoredPorts;
import io.virality.domain.creator.Handle;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.VideoObservation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What older versions stored is still there, whatever version it was. */
class UpgradeTest {

    /** One of everything that the first version could hold. */
    private static final List<String> FIRST = List.of(
            "insert into source values (1, 'survey', 'survey@1', 0, 2)",
            "insert into creator values (1, 'tiktok', '9007199254740993', 'ada', 1000)",
            "insert into creator_profile values (1, 1, 1000, 'Ada', 'says', null, 'US', 'en', null, 1)",
            "insert into creator_snapshot values (1, 1000, 1, 500, 2, 3, 4, .1, .08, .02)",
            "insert into video values (1, 'tiktok', '72', 1, 900, 'caption', 'fyp', 'sound', 15)",
            "insert into video_snapshot values (1, 1000, 1, 100, 10, 2, 1, null)",
            "insert into import_run (id, source, version, started_at, finished_at, stored)"
                    + " values (1, 'survey', 'survey@1', 1000, 1001, 2)");

    /** The same as the eighth version held it, with the current state that it had derived. */
    private static final List<String> EIGHTH = List.of(
            "insert into source values (1, 'survey', 'survey@1', 0, 2)",
            "insert into creator values (1, 'tiktok', '9007199254740993', 'ada', 1000)",
            "insert into creator_profile values (1, 1, 1000, 'Ada', 'says', null, 'US', 'en', null, 1)",
            "insert into creator_snapshot values (1, 1000, 1, 500, 2, 3, 4, .1, .08, .02)",
            "insert into video values (1, 'tiktok', '72', 1, 900, 'caption', 'fyp', 'sound', 15, null)",
            "insert into video_snapshot values (1, 1000, 1, 100, 10, 2, 1, null, 500)",
            "insert into creator_state (creator_id, platform, handle, followers, source_id, simulated, observed_at,"
                    + " first_followers, first_observed_at) values (1, 'tiktok', 'ada', 500, 1, 0, 1000, 500, 1000)",
            "insert into video_state values (1, 1, 900, 1000, 0, 100, 13, 500, 1000, 0, 100, 13, 500, null, null)",
            "insert into video_hashtag values ('fyp', 1, 1)",
            "insert into import_run (id, source, version, started_at, finished_at, stored)"
                    + " values (1, 'survey', 'survey@1', 1000, 1001, 2)");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "8"})
    void what_an_older_version_stored_is_kept(String version) throws SQLException {
        Path file = folder.resolve("old.db");
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .target(version)
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String row : version.equals("8") ? EIGHTH : FIRST) {
                statement.execute(row);
            }
        }
        try (PersistenceModule module = PersistenceModule.existing(file)) {
            StoredPorts ports = TestDatabase.of(module);
            List<Reading> held = new ArrayList<>();
            ports.holdings().forEach(held::add);
            assertEquals(
                    List.of("Ada", "fyp", "100"),
                    List.of(
                            ((CreatorObservation) held.get(1))
                                    .profile()
                                    .nickname()
                                    .orElseThrow(),
                            ((VideoObservation) held.get(3))
                                    .details()
                                    .hashtags()
                                    .get(0),
                            Long.toString(((VideoObservation) held.get(4))
                                    .counts()
                                    .views()
                                    .orElseThrow())));
            assertEquals(5, held.size());
            assertEquals(
                    500,
                    ports.creators()
                            .find(Handle.tiktok("ada"))
                            .orElseThrow()
                            .counts()
                            .followers()
                            .orElseThrow());
            assertEquals(1, ports.importLog().find(1).orElseThrow().number());
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            try (ResultSet first =
                    statement.executeQuery("select first_followers, first_observed_at from creator_state")) {
                assertEquals(500, first.getLong(1));
                assertEquals(1_000, first.getLong(2));
            }
            try (ResultSet counts = statement.executeQuery("select likes, shares, most_views from video_state")) {
                assertEquals(List.of(10L, 1L, 100L), List.of(counts.getLong(1), counts.getLong(2), counts.getLong(3)));
            }
            try (ResultSet tallies = statement.executeQuery(
                    "select group_concat(told || n || oldest_at || newest_at) from source_tally")) {
                assertEquals("creator_snapshot110001000,video_snapshot110001000", tallies.getString(1));
            }
            try (ResultSet check = statement.executeQuery("pragma integrity_check")) {
                assertEquals("ok", check.getString(1));
            }
            try (ResultSet violations = statement.executeQuery("pragma foreign_key_check")) {
                assertFalse(violations.next());
            }
        }
    }
}
