package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Guice;
import com.google.inject.Injector;
import io.virality.application.port.Creators;
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
