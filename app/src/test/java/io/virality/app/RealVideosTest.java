package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of 50,227 real videos, against plain loops over the file's text and figures that were made without us. */
@Tag("real-data")
class RealVideosTest {

    private static final Path FILE = Path.of("../../shared/data/videos/tiktok_creator_videos_2020-11.csv");
    private static final String TIERS = "<10k:0, 10k-100k:10000, 100k-1m:100000, 1m-10m:1000000, ≥10m:10000000";

    private static final long THREE_DAYS = 3 * 86_400;

    /** By someone else: videos, median and pooled engagement of each tier. */
    private static final Map<String, double[]> ELSEWHERE = Map.of(
            "<10k", new double[] {864, .17301, .12555},
            "10k-100k", new double[] {4_296, .14550, .14133},
            "100k-1m", new double[] {9_051, .12983, .12704},
            "1m-10m", new double[] {24_138, .15664, .13958},
            "≥10m", new double[] {11_877, .15950, .14536});

    @TempDir
    static Path folder;

    private static Path database;
    private static List<Video> file;

    /** A row of the file. */
    private record Video(
            String crawl, String id, String creator, long posted, long views, long interactions, long followers) {}

    @BeforeAll
    static void importFile() throws IOException {
        assumeTrue(Files.exists(FILE), "the development data is not beside the repository: " + FILE);
        database = folder.resolve("videos.db");
        CommandRun.of("import", "csv", FILE, "--database", database).succeeds();
        file = Files.readAllLines(FILE).stream()
                .skip(1)
                .map(RealVideosTest::video)
                .toList();
    }

    @AfterAll
    static void forgetFile() {
        file = null;
    }

    @Test
    void tiers_have_the_figures_of_a_plain_loop_over_the_first_observation_of_each_video() throws IOException {
        Map<String, Long> ended = new HashMap<>();
        file.forEach(video -> ended.merge(video.crawl(), video.posted(), Math::max));
        Map<String, Video> first = new HashMap<>();
        for (Video video : file) {
            first.merge(
                    video.id(), video, (one, other) -> ended.get(other.crawl()) < ended.get(one.crawl()) ? other : one);
        }
        JsonNode rows = insight("video-engagement-by-tier", "tiers=" + TIERS).get("rows");
        assertEquals(ELSEWHERE.size(), rows.size());
        long[] edges = {0, 10_000, 100_000, 1_000_000, 10_000_000, Long.MAX_VALUE};
        for (int tier = 0; tier < rows.size(); tier++) {
            long from = edges[tier];
            long until = edges[tier + 1];
            List<Video> videos = first.values().stream()
                    .filter(video -> video.views() > 0 && video.followers() >= from && video.followers() < until)
                    .toList();
            JsonNode row = rows.get(tier);
            double pooled =
                    (double) videos.stream().mapToLong(Video::interactions).sum()
                            / videos.stream().mapToLong(Video::views).sum();
            assertEquals(videos.size(), row.get("n").asLong());
            assertEquals(median(videos), row.get("median").asDouble(), 1e-12);
            assertEquals(pooled, row.get("pooled").asDouble(), 1e-12);
            assertTrue(row.get("low").asDouble() < row.get("median").asDouble());
            double[] elsewhere = ELSEWHERE.get(row.get("tier").asText());
            assertEquals(elsewhere[0], row.get("n").asLong());
            assertEquals(elsewhere[1], row.get("median").asDouble(), 5e-6);
            // Made from each video's first row in the file, which is not always of the earliest round.
            assertEquals(elsewhere[2], row.get("pooled").asDouble(), 1e-5);
        }
    }

    @Test
    void the_most_viral_video_is_that_of_a_plain_loop_over_the_newest_observation_of_each() throws IOException {
        Map<String, Long> ended = new HashMap<>();
        file.forEach(video -> ended.merge(video.crawl(), video.posted(), Math::max));
        Map<String, Video> newest = new HashMap<>();
        for (Video video : file) {
            newest.merge(
                    video.id(), video, (one, other) -> ended.get(other.crawl()) > ended.get(one.crawl()) ? other : one);
        }
        Map<String, List<Video>> settled = newest.values().stream()
                .filter(video -> ended.get(video.crawl()) - video.posted() >= THREE_DAYS)
                .collect(Collectors.groupingBy(Video::creator));
        double highest = 0;
        for (List<Video> videos : settled.values()) {
            for (Video video : videos) {
                double[] others = videos.stream()
                        .filter(other -> other != video)
                        .mapToDouble(Video::views)
                        .sorted()
                        .toArray();
                if (others.length >= 9 && middle(others) > 0) {
                    highest = Math.max(highest, video.views() / middle(others));
                }
            }
        }
        JsonNode answer = insight("viral-videos");
        assertEquals(highest, answer.get("rows").get(0).get("ratio").asDouble(), 1e-9);
        assertEquals(10, answer.get("rows").size());
    }

    private static double median(List<Video> videos) {
        double[] rates = videos.stream()
                .mapToDouble(video -> (double) video.interactions() / video.views())
                .sorted()
                .toArray();
        return middle(rates);
    }

    private static double middle(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static JsonNode insight(String id, String... parameters) throws IOException {
        Object[] arguments = {"insights", id, "--database", database, "--format", "json"};
        Object[] all = Arrays.copyOf(arguments, arguments.length + 2 * parameters.length);
        for (int i = 0; i < parameters.length; i++) {
            all[arguments.length + 2 * i] = "--set";
            all[arguments.length + 2 * i + 1] = parameters[i];
        }
        return new ObjectMapper().readTree(CommandRun.of(all).succeeds().out());
    }

    /** Commas stand in no cell but quoted ones: crawl, id, time, name, hashtags, song, length, likes, shares, …. */
    private static Video video(String line) {
        String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        long interactions = Long.parseLong(cells[7]) + Long.parseLong(cells[8]) + Long.parseLong(cells[9]);
        return new Video(
                cells[0],
                cells[1],
                cells[3],
                Long.parseLong(cells[2]),
                Long.parseLong(cells[10]),
                interactions,
                Long.parseLong(cells[11]));
    }
}
