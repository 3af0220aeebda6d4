package io.virality.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFingerprintTest {

    @TempDir
    Path folder;

    @Test
    void a_position_is_understood_under_the_same_settings_alone() {
        String marked = of(Map.of("seed", "1", "days", "5")).mark("17/a b");
        assertEquals(Optional.of("17/a b"), of(Map.of("days", "5", "seed", "1")).unmark(marked));
        assertEquals(Optional.empty(), of(Map.of("days", "5", "seed", "2")).unmark(marked));
        assertEquals(Optional.empty(), of(Map.of("days", "5", "seed", "1")).unmark("17"));
    }

    @Test
    void the_content_of_a_file_is_hashed() throws IOException {
        Path file = Files.writeString(folder.resolve("abc.txt"), "abc");
        // FIPS 180-4, the first example
        assertEquals(
                Optional.of("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
                new SourceFingerprint(Map.of(), Optional.of(file)).ofContent());
        assertEquals(Optional.empty(), new SourceFingerprint(Map.of(), Optional.of(folder)).ofContent());
        assertEquals(Optional.empty(), of(Map.of()).ofContent());
    }

    private static SourceFingerprint of(Map<String, String> settings) {
        return new SourceFingerprint(settings, Optional.empty());
    }
}
