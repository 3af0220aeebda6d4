package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Guice;
import com.google.inject.Injector;
import io.virality.application.port.Creators;
import io.virality.application.port.Experiments;
import io.virality.application.port.ExperimentsContract;
import io.virality.application.port.KeptExperiments;
import io.virality.application.port.Observations;
import io.virality.application.port.Transactions;
import io.virality.application.port.Videos;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.VideoObservation;
import io.virality.persistence.PersistenceModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    @TempDir
    Path folder;

    @Test
    void an_export_imported_into_an_empty_database_is_exported_byte_by_byte_the_same() throws IOException {
        for (long seed = 1; seed <= 6; seed++) {
            String end = seed % 2 == 0 ? ".ndjson" : ".ndjson.gz";
            Path first = folder.resolve("first" + seed + ".db");
            store(first, Observations.anything(seed));
            tellOfExperiments(first, seed);
            Path exported = folder.resolve("first" + seed + end);
            CommandRun.of("export", exported, "--database", first).succeeds();
            Path second = folder.resolve("second" + seed + ".db");
            CommandRun run = CommandRun.of("import", "ndjson", exported, "--database", second, "--format", "json")
                    .succeeds();
            assertTrue(run.out().contains("\"rejected\":0"), run.out());
            Path again = folder.resolve("second" + seed + end);
            CommandRun.of("export", again, "--database", second).succeeds();
            assertArrayEquals(Files.readAllBytes(exported), Files.readAllBytes(again), "seed " + seed);
            assertTrue(Files.size(exported) > 1_000);
        }
    }

    @Test
    void simulated_data_stays_simulated() throws IOException {
        Path demo = folder.resolve("demo.db");
        CommandRun.of("import", "demo", "--set", "creators=20", "--set", "days=10", "--database", demo)
                .succeeds();
        Path exported = folder.resolve("demo.ndjson");
        CommandRun.of("export", exported, "--database", demo).succeeds();
        assertTrue(Files.readString(exported)
                .startsWith("{\"format\":\"virality\",\"version\":1,\"data\":\"simulated\"}\n"));
        Path copy = folder.resolve("copy.db");
        CommandRun.of("import", "ndjson", exported, "--database", copy).succeeds();
        for (Path database : List.of(demo, copy)) {
            CommandRun insight = CommandRun.of("insights", "engagement-by-tier", "--database", database)
                    .succeeds();
            assertTrue(insight.out().contains("SIMULATED DATA"), insight.out());
        }
        assertEquals(
                CommandRun.of("insights", "viral-creators", "--format", "json", "--database", demo)
                        .out(),
                CommandRun.of("insights", "viral-creators", "--format", "json", "--database", copy)
                        .out());
    }

    @Test
    void a_file_that_is_there_is_not_overwritten() throws IOException {
        Path database = folder.resolve("some.db");
        store(database, Observations.anything(1));
        CommandRun.of("export", database, "--database", database).fails(Main.BAD_INPUT, "exists already");
        assertFalse(Files.exists(folder.resolve("some.db.part")));
    }

    @Test
    void lines_that_cannot_be_are_rejected_one_by_one() throws IOException {
        Path file = Files.writeString(
                folder.resolve("hostile.ndjson"),
                String.join(
                        "\n",
                        "{\"format\":\"virality\",\"version\":1}",
                        "{\"kind\":\"creator\",\"handle\":\"alice\",\"followers\":5}",
                        "[".repeat(100_000),
                        "{\"kind\":\"creator\",\"handle\":\"bob\",\"followers\":{\"a\":[1]}}",
                        "{\"kind\":\"creator\",\"handle\":\"bob\",\"followers\":1e999999999}",
                        "{\"kind\":\"creator\",\"handle\":\"bob\",\"handle\":\"carol\"}",
                        "{\"kind\":\"creator\",\"handle\":\"" + "x".repeat(2_000_000) + "\"}",
                        "{\"kind\":\"creator\",\"handle\":\"b\0b\"}",
                        "7",
                        "{\"kind\":\"planet\"}",
                        "",
                        "{\"kind\":\"creator\",\"handle\":\"dave\",\"followers\":6,\"unknown\":[{}]}"));
        CommandRun run = CommandRun.of(
                        "import", "ndjson", file, "--database", folder.resolve("h.db"), "--format", "json")
                .succeeds();
        assertTrue(run.out().contains("\"stored\":2,"), run.out());
        assertTrue(run.out().contains("\"rejected\":8,"), run.out());
    }

    @Test
    void a_file_of_another_form_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("other.ndjson"), "{\"kind\":\"creator\"}\n");
        CommandRun.of("import", "ndjson", file, "--database", folder.resolve("o.db"))
                .fails(Main.BAD_INPUT, "docs/ndjson.md");
        Files.writeString(file, "{\"format\":\"virality\",\"version\":2}\n");
        CommandRun.of("import", "ndjson", file, "--database", folder.resolve("o.db"))
                .fails(Main.BAD_INPUT, "version 2");
        assertFalse(Files.exists(folder.resolve("o.db")));
    }

    @Test
    void experiments_give_the_same_results_where_they_are_imported() throws IOException {
        Path first = folder.resolve("first.db");
        try (PersistenceModule storage = PersistenceModule.creating(first)) {
            Injector injector = Guice.createInjector(storage);
            injector.getInstance(Transactions.class)
                    .run(() -> ExperimentsContract.told(injector.getInstance(Experiments.class), 400, 17));
        }
        Path exported = folder.resolve("first.ndjson");
        CommandRun.of("export", exported, "--database", first).succeeds();
        Path second = folder.resolve("second.db");
        CommandRun.of("import", "ndjson", exported, "--database", second).succeeds();
        String results = results(first);
        assertTrue(results.contains("revenue-winsorised"), results);
        assertEquals(results, results(second));
        CommandRun again = CommandRun.of("import", "ndjson", exported, "--database", second, "--format", "json")
                .succeeds();
        assertTrue(again.out().contains("\"stored\":0,\"updated\":0,"), again.out());
        assertEquals(results(first), results(second), "and a second time changes nothing");
    }

    private static String results(Path database) {
        return CommandRun.of("experiment", "results", "x", "--format", "json", "--database", database)
                .succeeds()
                .out()
                .replaceAll("\"delivery\":\"\\d+\"", "");
    }

    @Test
    void hostile_experiments_are_rejected_one_by_one_and_can_be_retried() throws IOException {
        String changes =
                "\"changes\":[{\"at\":\"2026-03-01T00:00:00Z\",\"by\":\"eve\",\"kind\":\"drafted\",\"words\":\"mine\"}]";
        String experiment = "{\"kind\":\"experiment\",\"experiment\":\"x\",\"unit\":\"user\",\"variations\":"
                + "[{\"key\":\"a\",\"weight\":0.5},{\"key\":\"b\",\"weight\":0.5}],\"coverage\":1,"
                + "\"attribute\":\"id\",\"metrics\":[{\"key\":\"m\",\"role\":\"primary\",\"kind\":\"mean\","
                + "\"outcome\":\"order\"}],\"engine\":\"frequentist\",\"alpha\":0.05,\"state\":\"running\","
                + "\"started_at\":\"2026-03-01T00:00:00Z\"," + changes + "}";
        String exposure = "{\"kind\":\"exposure\",\"experiment\":\"x\",\"unit\":\"u\",\"variation\":\"a\","
                + "\"exposed_at\":\"2026-03-01T00:00:00Z\",\"attributes\":{},"
                + "\"received_at\":\"2026-03-02T00:00:00Z\"}";
        String outcome = "{\"kind\":\"outcome\",\"experiment\":\"x\",\"unit\":\"u\",\"outcome\":\"order\","
                + "\"happened_at\":\"2026-03-01T00:00:00Z\",\"outcome_value\":7}";
        String summary = "{\"kind\":\"summary\",\"experiment\":\"x\",\"metric\":\"m\",\"variation\":\"a\","
                + "\"from\":\"2026-03-01T00:00:00Z\",\"units\":7,\"mean\":1,\"variance\":1}";
        Path file = Files.writeString(
                folder.resolve("hostile.ndjson"),
                String.join(
                        "\n",
                        "{\"format\":\"virality\",\"version\":1}",
                        exposure.replace("\"x\"", "\"unknown\""),
                        experiment,
                        experiment.replace("mine", "yours"),
                        experiment.replace("\"eve\"", "\" \""),
                        experiment.replace(changes, "\"changes\":[]"),
                        experiment.replace(changes, "\"changes\":{}"),
                        experiment.replace(changes, "\"changes\":[7]"),
                        experiment.replace("\"running\"", "\"dancing\""),
                        experiment.replace("\"running\"", "\"stopped\""),
                        experiment.replace("\"weight\":0.5", "\"weight\":1e999"),
                        experiment.replace("\"outcome\":\"order\"", "\"outcome\":\"order\",\"window_ms\":1e300"),
                        experiment.replace("\"coverage\":1", "\"coverage\":1,\"condition\":" + "[".repeat(100_000)),
                        experiment.replace(
                                changes,
                                changes + ",\"caps\":[{\"metric\":\"z\",\"value\":1,"
                                        + "\"at\":\"2026-03-01T00:00:00Z\"}]"),
                        exposure,
                        exposure.replace("\"a\"", "\"c\""),
                        exposure.replace("\"u\"", "\"\""),
                        exposure.replace("\"u\"", "\"" + "u".repeat(257) + "\""),
                        exposure.replace("\"u\"", "{\"u\":1}"),
                        exposure.replace("{}", "{\"a\":1,\"a\":2}"),
                        exposure.replace("{}", "7"),
                        exposure.replace("2026-03-01", "+999999999-03-01"),
                        outcome.replace("7", "1e999"),
                        outcome.replace("7", "\"NaN\""),
                        outcome.replace("happened_at", "happened"),
                        outcome,
                        summary.replace("\"units\":7", "\"units\":0"),
                        summary.replace("\"variance\":1", "\"variance\":-1")));
        Path database = folder.resolve("h.db");
        CommandRun run = CommandRun.of("import", "ndjson", file, "--database", database, "--format", "json")
                .succeeds();
        assertTrue(run.out().contains("\"stored\":3,"), run.out());
        assertTrue(run.out().contains("\"rejected\":24,"), run.out());
        assertTrue(run.out().contains("another experiment of this key is here, with another history"), run.out());
        assertTrue(run.out().contains("nobody knows the experiment of which this is told"), run.out());
        assertTrue(
                run.out().contains("\"reason\":\"a row that cannot be, of kind experiment\",\"count\":9"), run.out());
        CommandRun.of("experiment", "results", "x", "--database", database).succeeds();
        CommandRun.of("quarantine", "--retry", "--database", database).succeeds();
    }

    private static void tellOfExperiments(Path file, long seed) {
        try (PersistenceModule storage = PersistenceModule.existing(file)) {
            Injector injector = Guice.createInjector(storage);
            injector.getInstance(Transactions.class)
                    .run(() -> KeptExperiments.tell(injector.getInstance(Experiments.class), seed));
        }
    }

    private static void store(Path file, List<Reading> readings) {
        try (PersistenceModule storage = PersistenceModule.creating(file)) {
            Injector injector = Guice.createInjector(storage);
            injector.getInstance(Transactions.class).run(() -> {
                for (Reading reading : readings) {
                    if (reading instanceof CreatorObservation creator) {
                        injector.getInstance(Creators.class).record(List.of(creator));
                    } else if (reading instanceof VideoObservation video) {
                        injector.getInstance(Videos.class).record(List.of(video));
                    }
                }
                injector.getInstance(Creators.class).refresh();
            });
        }
    }
}
