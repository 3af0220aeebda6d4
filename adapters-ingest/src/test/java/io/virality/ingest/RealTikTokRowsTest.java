package io.virality.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.Feed;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.Rejection;
import io.virality.domain.ingest.SourceRequest;
import io.virality.domain.ingest.VideoObservation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recorded answers, replayed over HTTP and read by the product as a user would read them. */
@Tag("real-data")
class RealTikTokRowsTest {

    private static final Path BODIES = Path.of("..", "..", "shared", "data", "tiktok-api");
    private static final String LAST_PAGE =
            "{\"data\":{\"videos\":[],\"cursor\":0,\"has_more\":false},\"error\":{\"code\":\"ok\"}}";

    @TempDir
    private Path folder;

    @BeforeEach
    void need_the_bodies() {
        Assumptions.assumeTrue(Files.isDirectory(BODIES), "skipped: no " + BODIES);
    }

    @Test
    void every_recorded_video_is_read_or_refused_for_its_impossible_likes() throws Exception {
        for (String[] pages : new String[][] {
            {"research.video.query.recorded_garfield_page1.json"},
            {"research.video.query.recorded_page1.json", "research.video.query.recorded_page2.json"},
            {"research.video.query.recorded_by_video_id.json"}
        }) {
            Map<String, JsonNode> videos = new HashMap<>();
            List<String> bodies = new ArrayList<>();
            for (String page : pages) {
                bodies.add(Files.readString(BODIES.resolve(page)));
                new ObjectMapper()
                        .readTree(bodies.get(bodies.size() - 1))
                        .at("/data/videos")
                        .forEach(video -> videos.putIfAbsent(video.get("id").asText(), video));
            }
            bodies.add(LAST_PAGE);
            Map<String, String> question =
                    Map.of("hashtags", "garfield", "startDate", "2024-03-03", "endDate", "2024-03-04");
            List<Reading> readings = readings(question, bodies);
            assertEquals(videos.size(), readings.size(), pages[0]);
            long impossible = videos.values().stream()
                    .filter(video -> video.path("like_count").asLong()
                            > video.path("view_count").asLong())
                    .count();
            List<Rejection> rejections = readings.stream()
                    .filter(Rejection.class::isInstance)
                    .map(Rejection.class::cast)
                    .toList();
            assertEquals(impossible, rejections.size(), rejections.toString());
            for (Rejection rejection : rejections) {
                assertEquals("more likes than views", rejection.reason());
                assertTrue(rejection.raw().contains("\"like_count\":"), rejection.raw());
            }
            for (Reading reading : readings) {
                if (reading instanceof VideoObservation video) {
                    JsonNode said = videos.get(video.videoId());
                    assertEquals(
                            said.get("view_count").asLong(),
                            video.counts().views().orElseThrow());
                    assertEquals(
                            said.get("create_time").asLong(),
                            video.details().postedAt().orElseThrow().getEpochSecond());
                    assertEquals(
                            said.get("hashtag_names").size(),
                            video.details().hashtags().size());
                }
            }
        }
    }

    @Test
    void every_recorded_profile_is_read() throws Exception {
        int profiles = 0;
        try (Stream<Path> files = Files.list(BODIES)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("research.user.info.rec"))
                    .sorted()
                    .toList()) {
                String body = Files.readString(file);
                JsonNode said = new ObjectMapper().readTree(body).get("data");
                List<Reading> readings = readings(Map.of("usernames", "somebody"), List.of(body));
                assertEquals(1, readings.size());
                CreatorObservation creator = (CreatorObservation) readings.get(0);
                assertEquals(
                        said.get("follower_count").asLong(),
                        creator.snapshot().counts().followers().orElseThrow(),
                        file.toString());
                assertEquals(
                        said.get("likes_count").asLong(),
                        creator.snapshot().counts().likes().orElseThrow());
                assertEquals(
                        said.get("is_verified").asBoolean(),
                        creator.profile().verified().orElseThrow());
                profiles++;
            }
        }
        assertEquals(25, profiles);
    }

    @Test
    void a_refused_profile_is_a_rejection_with_its_reason() throws Exception {
        String body = Files.readString(BODIES.resolve("research.user.info.error_not_found.json"));
        List<Reading> readings = readings(Map.of("usernames", "user_00000000"), List.of(body));
        assertEquals(1, readings.size());
        Rejection rejection = (Rejection) readings.get(0);
        assertEquals("TikTok does not give this user", rejection.reason());
        assertTrue(rejection.detail().contains("cannot find the user"), rejection.detail());
    }

    /** What a source reads of a server that gives these bodies one after the other. */
    private List<Reading> readings(Map<String, String> question, List<String> bodies) throws Exception {
        List<String> left = new ArrayList<>(bodies);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean token = exchange.getRequestURI().getPath().equals("/v2/oauth/token/");
            byte[] body = (token ? "{\"access_token\":\"clt.x\"}" : left.remove(0)).getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            Files.writeString(folder.resolve("research.properties"), "type=tiktok-research\n");
            Map<String, String> properties = new HashMap<>(question);
            properties.put("baseUrl", "http://127.0.0.1:" + server.getAddress().getPort());
            List<Reading> readings = new ArrayList<>();
            try (Feed feed = new PluginSources(folder, new Plugins(folder), Clock.systemUTC())
                    .open(new SourceRequest("research", Optional.empty(), properties))) {
                for (Optional<Reading> next = feed.next(); next.isPresent(); next = feed.next()) {
                    readings.add(next.get());
                }
            }
            return readings;
        } finally {
            server.stop(0);
        }
    }
}
