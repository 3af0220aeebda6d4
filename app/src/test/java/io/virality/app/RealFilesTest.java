package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "growth/youtube_daily_snapshots_2026.csv, 4628, 4628, 0",
        "growth/youtube_weekly_subscribers_2019-2022.csv, 22188, 11165, 0",
        "marketplace/facebook_ads_kag.csv, 1143, 1143, 0",
        "sponsorship/creator_brand_pairs_2020.csv, 162, 162, 0",
        "sponsorship/disclosed_ad_videos_2020.csv, 682, 682, 0",
        "synthetic/google_tiktok_dataset.csv, 19382, 19382, 0",
        "synthetic/media_mix_weekly.csv, 1248, 1248, 0",
        "synthetic/ecommerce_ad_performance.csv, 1807, 1807, 0",
        "marketplace/tiktok_shops_gmv.json, 493, 493, 0"
    })
    void every_row_is_accounted_for_and_a_second_run_changes_nothing(String name, long read, long stored, long rejected)
            throws IOException {
        Path file = real(name);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "growth/youtube_weekly_subscribers_2019-2022.csv",
                "marketplace/facebook_ads_kag.csv",
                "sponsorship/creator_brand_pairs_2020.csv",
                "sponsorship/disclosed_ad_videos_2020.csv",
                "synthetic/google_tiktok_dataset.csv",
                "synthetic/media_mix_weekly.csv",
                "synthetic/ecommerce_ad_performance.csv"
            })
    void rows_and_columns_in_another_order_say_nothing_else(String name) throws IOException {
        Path file = real(name);
        JsonNode shuffled = importing(Files.write(folder.resolve(file.getFileName()), shuffled(file)));
        assertEquals(0, shuffled.get("rejected").asLong());
        JsonNode original = importing(file);
        assertEquals(0, original.get("stored").asLong());
        assertEquals(0, original.get("updated").asLong());
        assertEquals(shuffled.get("read").asLong(), original.get("unchanged").asLong());
    }

    /** For files whose cells hold no line ends. */
    private static List<String> shuffled(Path file) throws IOException {
        List<String[]> table = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            table.add(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
        }
        Random random = new Random(7);
        List<Integer> order = new ArrayList<>();
        for (int column = 0; column < table.get(0).length; column++) {
            order.add(column);
        }
        Collections.shuffle(order, random);
        Collections.shuffle(table.subList(1, table.size()), random);
        return table.stream()
                .map(row -> order.stream().map(column -> row[column]).collect(Collectors.joining(",")))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cookie_cats.csv",
                "marketing_AB_sample.csv",
                "udacity_free_trial_control.csv",
                "udacity_free_trial_experiment.csv"
            })
    void the_results_of_an_experiment_are_refused_with_a_word_on_what_they_are_for(String name) {
        Path file = real("experiments/" + name);
        CommandRun.of("import", "csv", file, "--database", folder.resolve("real.db"))
                .fails(Main.BAD_INPUT, "the results of an experiment are not imported, they are analysed");
    }

    private static Path real(String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), "the development data is not beside the repository: " + file);
        return file;
    }

    private JsonNode importing(Path file) throws IOException {
        Path database = folder.resolve("real.db");
        CommandRun run = file.toString().endsWith(".json")
                ? CommandRun.of(
                        "import", "tiktok-shops", "--set", "file=" + file, "--database", database, "--format", "json")
                : CommandRun.of("import", "csv", file, "--database", database, "--format", "json");
        return new ObjectMapper().readTree(run.succeeds().out());
    }
}
