package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Injector;
import io.virality.application.ingest.ExportEverything;
import io.virality.application.ingest.ImportSource;
import io.virality.domain.creator.Origin;
import io.virality.domain.ingest.ImportSummary;
import io.virality.persistence.PersistenceModule;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {

    private static final int CREATORS = 150;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T10:00:00Z"), ZoneOffset.UTC);
    private static final PrintWriter NOBODY = new PrintWriter(Writer.nullWriter());

    @TempDir
    Path folder;

    @Test
    void the_newest_day_is_a_real_import_of_simulated_rows() {
        try (PersistenceModule storage = PersistenceModule.creating(folder.resolve("one.db"))) {
            ImportSource imports = wired(storage).getInstance(ImportSource.class);
            Simulation simulation = new Simulation(7, CREATORS, 30, CLOCK);
            ImportSummary history = simulation.importHistory(imports, NOBODY);
            ImportSummary newest = simulation.importNewestDay(imports, NOBODY);
            assertEquals(0, history.rejected() + newest.rejected());
            assertEquals("tiktok-research@2", newest.version());
            assertEquals(Origin.SIMULATED, newest.origin());
            assertTrue(newest.tally().stored() >= CREATORS, newest::toString);
        }
    }

    @Test
    void the_same_again_changes_nothing() {
        try (PersistenceModule storage = PersistenceModule.creating(folder.resolve("one.db"))) {
            ImportSource imports = wired(storage).getInstance(ImportSource.class);
            fill(imports);
            Simulation again = new Simulation(7, CREATORS, 30, CLOCK);
            assertEquals(0, again.importNewestDay(imports, NOBODY).tally().stored());
            assertEquals(0, again.importNewestDay(imports, NOBODY).tally().updated());
        }
    }

    @Test
    void equal_seeds_give_equal_exports() throws IOException {
        assertArrayEquals(exported("one"), exported("other"));
    }

    private byte[] exported(String name) throws IOException {
        Path file = folder.resolve(name + ".ndjson");
        try (PersistenceModule storage = PersistenceModule.creating(folder.resolve(name + ".db"))) {
            Injector injector = wired(storage);
            fill(injector.getInstance(ImportSource.class));
            injector.getInstance(ExportEverything.class).exportTo(file);
        }
        return Files.readAllBytes(file);
    }

    private static void fill(ImportSource imports) {
        Simulation simulation = new Simulation(7, CREATORS, 30, CLOCK);
        simulation.importHistory(imports, NOBODY);
        simulation.importNewestDay(imports, NOBODY);
    }

    private static Injector wired(PersistenceModule storage) {
        return Wiring.wire(Settings.read(CommandRun.HOME, Map.of()), storage);
    }
}
