package io.virality.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.virality.application.port.CreatorIndexContract;
import io.virality.application.port.StoredPorts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JooqCreatorIndexTest extends CreatorIndexContract {

    @TempDir
    Path folder;

    @Override
    protected StoredPorts open() {
        return TestDatabase.in(folder);
    }

    @Test
    void all_words_bring_creators_unless_these_are_very_many() {
        assertEquals(List.of("rare OR often"), JooqCreatorIndex.queries(Map.of("often", 30_000.0, "rare", 20_000.0)));
        assertEquals(List.of("everywhere"), JooqCreatorIndex.queries(Map.of("everywhere", 900_000.0)));
    }

    @Test
    void words_that_very_many_use_only_count_for_those_whom_rarer_words_bring() {
        assertEquals(
                List.of("(never OR rare) NOT (often)", "(never OR rare) AND (often)"),
                JooqCreatorIndex.queries(
                        Map.of("often", 140_000.0, "rare", 40_000.0, "never", 0.0, "everywhere", 900_000.0)));
    }
}
