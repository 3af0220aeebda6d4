package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every real file against counts that were made without us: rows, creators or videos, what cannot be. */
@Tag("real-data")
class RealFilesTest {

    private static final Path FOLDER = Path.of("../../shared/data");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "videos/tiktok_creator_videos_2020-11.csv, 54440, 54440, 0",
        "videos/tiktok_song_videos_2020-11.csv, 4500, 4484, 7",
        "creators/top_250_tiktokers_2020-10.csv, 256, 256, 0",
        "creators/top1000_tiktok_2022-03.csv, 1000, 987, 1",
        "creators/top1000_tiktok_2022-06.csv, 1007, 990, 2",
        "creators/top1000_instagram_2022-06.csv, 1022, 979, 8",
        "growth/tiktok_followers_daily_2022.csv, 3824, 3824, 0",
        "growth/youtube_daily_snapshots_2026.csv, 4628, 4628, 0"
    })
    void every_row_is_accounted_for_and_a_second_run_changes_nothing(String name, long read, long stored, long rejected)
            throws IOException {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), "the development data is not beside the repository: " + file);
        JsonNode first = importing(file);
        assertEquals(read, first.get("read").asLong());
        assertEquals(stored, first.get("stored").asLong());
        assertEquals(0, first.get("updated").asLong());
        assertEquals(rejected, first.get("rejected").asLong());
        assertEquals(read - stored - rejected, first.get("unchanged").asLong());
        JsonNode second = importing(file);
        assertEquals(0, second.get("stored").asLong());
        assertEquals(0, second.get("updated").asLong());
        assertEquals(rejected, second.get("rejected").asLong());
        assertEquals(read - rejected, second.get("unchanged").asLong());
    }

    private JsonNode importing(Path file) throws IOException {
        CommandRun run =
                CommandRun.of("import", "csv", file, "--database", folder.resolve("real.db"), "--format", "json");
        return new ObjectMapper().readTree(run.succeeds().out());
    }
}
