package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.domain.creator.Tiers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path home;

    @Test
    void without_a_file_everything_has_its_default() {
        Settings settings = Settings.read(home, Map.of());
        assertEquals(Path.of("virality.db"), settings.database());
        assertEquals("127.0.0.1", settings.host());
        assertEquals(7070, settings.port());
        assertEquals(Tiers.STANDARD, settings.tiers());
        assertEquals(home.resolve("plugins"), settings.plugins());
        assertEquals(512_000_000, settings.largestUpload());
    }

    @Test
    void the_file_shipped_with_the_product_names_every_setting_with_its_default() throws IOException {
        Settings usual = Settings.read(home, Map.of());
        assertEquals(usual.port(), Settings.read(CommandRun.HOME, Map.of()).port(), "it sets nothing");
        String shipped = Files.readString(CommandRun.HOME.resolve("etc/virality.properties"));
        write(shipped.replaceAll("(?m)^#(?! )", ""));
        assertEquals(usual, Settings.read(home, Map.of()));
        assertEquals(
                7, shipped.lines().filter(line -> line.matches("#[a-z_]+=.*")).count());
    }

    @Test
    void the_environment_wins_over_the_file() throws IOException {
        write("port=1111\nhost=localhost\n");
        Settings settings = Settings.read(home, Map.of("VIRALITY_PORT", "2222", "HOME", "unrelated"));
        assertEquals(2222, settings.port());
        assertEquals("localhost", settings.host());
    }

    @Test
    void an_unknown_key_is_an_error_with_a_suggestion() throws IOException {
        write("prot=1111\n");
        assertInvalid("did you mean 'port'", Map.of());
        write("");
        assertInvalid("did you mean 'database'", Map.of("VIRALITY_DATABSE", "x.db"));
    }

    @Test
    void impossible_values_are_errors() throws IOException {
        assertInvalid("'port'", Map.of("VIRALITY_PORT", "70700"));
        assertInvalid("'upload_megabytes'", Map.of("VIRALITY_UPLOAD_MEGABYTES", "half"));
        assertInvalid("'port'", Map.of("VIRALITY_PORT", "many"));
        assertInvalid("'tiers'", Map.of("VIRALITY_TIERS", "small:5"));
    }

    private void write(String text) throws IOException {
        Files.createDirectories(home.resolve("etc"));
        Files.writeString(home.resolve("etc/virality.properties"), text);
    }

    private void assertInvalid(String words, Map<String, String> environment) {
        Failure failure = assertThrows(Failure.class, () -> Settings.read(home, environment));
        assertEquals(Failure.Kind.INVALID_INPUT, failure.kind());
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
    }
}
