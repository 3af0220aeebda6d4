package io.virality.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.virality.application.port.Models;
import io.virality.application.port.StoredPorts;
import io.virality.domain.assignment.Attribute.Field;
import io.virality.domain.assignment.Attribute.Fields;
import io.virality.domain.assignment.Attribute.Text;
import io.virality.domain.assignment.Namespace;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.experiment.Cap;
import io.virality.domain.experiment.CapRule;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Exposure;
import io.virality.domain.experiment.Kept;
import io.virality.domain.experiment.Measurement;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.Outcome;
import io.virality.domain.experiment.RandomizedUnit;
import io.virality.domain.experiment.RegisteredMetric;
import io.virality.domain.experiment.Summary;
import io.virality.domain.experiment.Targeting;
import io.virality.domain.experiment.Variation;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.ExperimentObservation;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.VideoObservation;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.ModelKind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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

    /** What the tenth version, the first with experiments, held of one. */
    private static final List<String> EXPERIMENT = List.of(
            "insert into experiment values (1, 'boost', 'sells more', 'ada', 'USER', .5, '{\"country\":\"US\"}', 'shop', 0,"
                    + " .5, 'id', 1, 'FREQUENTIST', .05, 'RUNNING', 1000, null, 0)",
            "insert into experiment_variation values (1, 0, 'control', '', .5), (1, 1, 'boosted', '', .5)",
            "insert into experiment_metric values (1, 0, 'revenue', 'PRIMARY', 'MEAN', 'order', null, 0, 5000, null,"
                    + " null, .9, 0, 1, null), (1, 1, 'per-visit', 'GUARDRAIL', 'RATIO', 'order', 'visit', 7, null, 9000,"
                    + " 12.5, null, 0, 0, .02)",
            "insert into experiment_change values (1, 0, 900, 'ada', 'DRAFTED', 'drafted'),"
                    + " (1, 1, 1000, 'bob', 'STARTED', 'started')",
            "insert into experiment_delivery values (1, 1, 20000)",
            "insert into exposure values (1, 'u', 'control', 1500, '{\"tier\":\"nano\"}', 0, 1),"
                    + " (1, 'v', 'boosted', 1600, '{}', 1, 1)",
            "insert into outcome values (1, 'order', 'u', 2000, '', 7.5, 1)",
            "insert into experiment_summary values (1, 'revenue', 'boosted', 1000, 10, 2.5, 1.25, 1)");

    /** A model, with all that is told of it. */
    private static final List<String> MODEL = List.of(
            "insert into model values ('growth-1', 'GROWTH', 'Growth', 1000, 'hash', 900, 'REAL', 7, 'nothing', 'library')",
            "insert into model_rows values ('growth-1', 0, 'creators', 5)",
            "insert into model_feature values ('growth-1', 0, 'likes', 'how many', 1, 2)",
            "insert into model_setting values ('growth-1', 0, 'depth', '3')",
            "insert into model_metric values ('growth-1', 0, 'error', 'how far off', 0)",
            "insert into model_figure values ('growth-1', 0, 'MODEL', .5, null, null, null)",
            "insert into model_payload values ('growth-1', x'0102')");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"11", "16"})
    void models_of_older_versions_are_kept(String version) throws SQLException {
        Path file = stored(version, MODEL);
        try (PersistenceModule module = PersistenceModule.existing(file)) {
            Models models = TestDatabase.of(module).models();
            ModelCard card = models.newest(ModelKind.GROWTH).orElseThrow();
            assertEquals(Map.of("creators", 5L), card.rows().counts());
            assertEquals(Map.of("depth", "3"), card.settings());
            assertEquals("likes", card.features().get(0).name());
            assertEquals(.5, card.metrics().get(0).model().value());
            assertArrayEquals(new byte[] {1, 2}, models.payload("growth-1").orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "13"})
    void experiments_of_older_versions_are_kept(String version) throws SQLException {
        List<String> rows = new ArrayList<>(EXPERIMENT);
        if (version.equals("13")) {
            rows.add("insert into experiment_cap values (1, 'revenue', 7.25, 3000)");
        }
        Path file = stored(version, rows);
        try (PersistenceModule module = PersistenceModule.existing(file)) {
            StoredPorts ports = TestDatabase.of(module);
            List<Kept> held = new ArrayList<>();
            ports.holdings().forEach(reading -> held.add(((ExperimentObservation) reading).kept()));
            Instant told = Instant.ofEpochMilli(20_000);
            assertEquals(
                    List.of(
                            new Kept.Course(
                                    running(),
                                    Optional.of(told),
                                    version.equals("10")
                                            ? List.of()
                                            : List.of(new Kept.FixedCap(
                                                    "revenue", new Cap(7.25), Instant.ofEpochMilli(3_000)))),
                            new Kept.Met(
                                    "boost",
                                    new Exposure(
                                            "u",
                                            "control",
                                            Instant.ofEpochMilli(1_500),
                                            new Fields(List.of(new Field("tier", new Text("nano")))),
                                            false),
                                    told),
                            new Kept.Met(
                                    "boost",
                                    new Exposure("v", "boosted", Instant.ofEpochMilli(1_600), Fields.NONE, true),
                                    told),
                            new Kept.Happened(
                                    "boost", new Outcome("u", "order", Instant.ofEpochMilli(2_000), "", 7.5), told),
                            new Kept.Counted(
                                    "boost",
                                    new Summary("revenue", "boosted", Instant.ofEpochMilli(1_000), 10, 2.5, 1.25),
                                    told)),
                    held);
        }
        assertSound(file);
    }

    private static Experiment running() {
        Duration millisecond = Duration.ofMillis(1);
        Design design = new Design(
                "boost",
                "sells more",
                "ada",
                RandomizedUnit.USER,
                List.of(new Variation("control", "", .5), new Variation("boosted", "", .5)),
                new Targeting(
                        .5,
                        new Fields(List.of(new Field("country", new Text("US")))),
                        Optional.of(new Namespace("shop", 0, .5)),
                        "id",
                        true),
                List.of(
                        RegisteredMetric.of(
                                "revenue",
                                Metric.Role.PRIMARY,
                                Measurement.of(Metric.Kind.MEAN, "order")
                                        .within(millisecond.multipliedBy(5_000))
                                        .capped(new CapRule.AtQuantile(.9, false))),
                        new RegisteredMetric(
                                "per-visit",
                                Metric.Role.GUARDRAIL,
                                new Measurement(
                                        Metric.Kind.RATIO,
                                        "order",
                                        Optional.of("visit"),
                                        millisecond.multipliedBy(7),
                                        Optional.empty(),
                                        Optional.of(millisecond.multipliedBy(9_000)),
                                        Optional.of(new CapRule.At(12.5))),
                                false,
                                OptionalDouble.of(.02))),
                Engine.FREQUENTIST,
                .05);
        return Experiment.drafted(design, Origin.REAL, "ada", Instant.ofEpochMilli(900))
                .started("bob", Instant.ofEpochMilli(1_000));
    }

    private Path stored(String version, List<String> rows) throws SQLException {
        Path file = folder.resolve("old.db");
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .target(version)
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String row : rows) {
                statement.execute(row);
            }
        }
        return file;
    }

    private static void assertSound(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            try (ResultSet check = statement.executeQuery("pragma integrity_check")) {
                assertEquals("ok", check.getString(1));
            }
            try (ResultSet violations = statement.executeQuery("pragma foreign_key_check")) {
                assertFalse(violations.next());
            }
            // The tables that an import fills row by row tell SQLite nothing of what they refer to.
            try (ResultSet strays = statement.executeQuery(
                    "select * from creator_snapshot"
                            + " where creator_id not in (select id from creator) or source_id not in (select id from source)")) {
                assertFalse(strays.next());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "8"})
    void what_an_older_version_stored_is_kept(String version) throws SQLException {
        Path file = stored(version, version.equals("8") ? EIGHTH : FIRST);
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
            try (ResultSet growth =
                    statement.executeQuery("select first_followers, first_observed_at, growth_source_id,"
                            + " last_followers, last_observed_at from creator_state")) {
                assertEquals(
                        List.of(500L, 1_000L, 1L, 500L, 1_000L),
                        List.of(
                                growth.getLong(1),
                                growth.getLong(2),
                                growth.getLong(3),
                                growth.getLong(4),
                                growth.getLong(5)));
            }
            try (ResultSet counts = statement.executeQuery("select likes, shares, most_views from video_state")) {
                assertEquals(List.of(10L, 1L, 100L), List.of(counts.getLong(1), counts.getLong(2), counts.getLong(3)));
            }
            try (ResultSet tallies = statement.executeQuery(
                    "select group_concat(told || n || oldest_at || newest_at) from source_tally")) {
                assertEquals("creator_snapshot110001000,video_snapshot110001000", tallies.getString(1));
            }
        }
        assertSound(file);
    }
}
