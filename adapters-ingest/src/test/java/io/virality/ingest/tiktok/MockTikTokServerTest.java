package io.virality.ingest.tiktok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.spi.SourceException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MockTikTokServerTest {

    private static final String ANYTHING =
            "{\"and\":[{\"operation\":\"GTE\",\"field_name\":\"view_count\",\"field_values\":[\"0\"]}]}";
    private static final String JUNE = "\"start_date\":\"20260601\",\"end_date\":\"20260630\"";

    private final HttpClient http = HttpClient.newHttpClient();
    private ResearchRun run;
    private String token = "none";

    @AfterEach
    void stop() {
        if (run != null) {
            run.close();
        }
    }

    @Test
    void a_token_ends_after_its_life() throws Exception {
        start(Map.of());
        assertEquals(200, video("id", ANYTHING, "").statusCode());
        run.time.sleep(Duration.ofSeconds(7_200));
        HttpResponse<String> refused = video("id", ANYTHING, "");
        assertEquals(401, refused.statusCode());
        assertEquals("access_token_invalid", error(refused).get("code").asText());
    }

    @Test
    void an_answer_holds_the_fields_asked_for_and_no_others() throws Exception {
        start(Map.of());
        JsonNode videos = data(video("id,create_time", ANYTHING, "")).get("videos");
        assertFalse(videos.isEmpty());
        videos.forEach(video -> {
            assertEquals(2, video.size(), video.toString());
            assertTrue(video.get("id").isIntegralNumber());
            assertTrue(video.get("id").asLong() > 1L << 53);
            long lead = video.get("create_time").asLong() - (video.get("id").asLong() >> 32);
            assertTrue(lead >= 22 && lead <= 136, "uploaded a little before it was posted: " + lead);
        });
        HttpResponse<String> unknown = video("id,likes", ANYTHING, "");
        assertEquals(400, unknown.statusCode());
        assertEquals("invalid_params", error(unknown).get("code").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"and\":[]}",
                "{\"and\":[{\"operation\":\"EQ\",\"field_name\":\"colour\",\"field_values\":[\"a\"]}]}",
                "{\"and\":[{\"operation\":\"GT\",\"field_name\":\"username\",\"field_values\":[\"a\"]}]}",
                "{\"and\":[{\"operation\":\"EQ\",\"field_name\":\"username\",\"field_values\":[]}]}",
                "{\"and\":[{\"operation\":\"EQ\",\"field_name\":\"video_id\",\"field_values\":[7]}]}"
            })
    void an_impossible_query_is_refused(String query) throws Exception {
        start(Map.of());
        assertEquals(400, video("id", query, "").statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"start_date\":\"20260530\",\"end_date\":\"20260630\"",
                "\"start_date\":\"20260630\",\"end_date\":\"20260601\"",
                "\"start_date\":\"2026-06-01\",\"end_date\":\"20260630\"",
                "\"end_date\":\"20260630\"",
                JUNE + ",\"max_count\":101",
                JUNE + ",\"max_count\":0",
                JUNE + ",\"max_count\":\"many\"",
                JUNE + ",\"cursor\":20"
            })
    void an_impossible_period_or_page_is_refused(String rest) throws Exception {
        start(Map.of());
        assertEquals(
                400, research("id", "{\"query\":" + ANYTHING + "," + rest + "}").statusCode());
    }

    @Test
    void the_cursor_counts_candidates_and_ids_descend() throws Exception {
        start(Map.of("hidden", ".4"));
        int shown = 0;
        long cursor = 0;
        String more = "";
        long lastId = Long.MAX_VALUE;
        JsonNode page;
        do {
            page = data(video("id", ANYTHING, ",\"max_count\":50" + more));
            for (JsonNode video : page.get("videos")) {
                assertTrue(video.get("id").asLong() < lastId);
                lastId = video.get("id").asLong();
                shown++;
            }
            boolean hasMore = page.get("has_more").asBoolean();
            assertTrue(!hasMore || page.get("cursor").asLong() == cursor + 50);
            cursor = page.get("cursor").asLong();
            more = ",\"cursor\":" + cursor + ",\"search_id\":\""
                    + page.get("search_id").asText() + "\"";
        } while (page.get("has_more").asBoolean());
        assertTrue(cursor > 100, "several pages");
        assertEquals(.6, (double) shown / cursor, .1);
    }

    @Test
    void a_search_id_belongs_to_its_query() throws Exception {
        start(Map.of());
        String id = data(video("id", ANYTHING, "")).get("search_id").asText();
        String more = ",\"cursor\":20,\"search_id\":\"" + id + "\"";
        assertEquals(200, video("id", ANYTHING, more).statusCode());
        HttpResponse<String> refused = video("id", ANYTHING.replace("\"0\"", "\"1\""), more);
        assertEquals(400, refused.statusCode());
        assertEquals(
                "Search Id " + id + " is invalid or expired",
                error(refused).get("message").asText());
    }

    @Test
    void all_of_and_any_of_or_and_none_of_not() throws Exception {
        start(Map.of("hidden", "0"));
        String us = "{\"operation\":\"EQ\",\"field_name\":\"region_code\",\"field_values\":[\"US\"]}";
        String br = us.replace("US", "BR");
        String both = us.replace("\"EQ\"", "\"IN\"").replace("\"US\"", "\"US\",\"BR\"");
        assertEquals(Set.of("US"), regions("{\"and\":[" + us + "]}"));
        assertEquals(Set.of(), regions("{\"and\":[" + us + "," + br + "]}"));
        assertEquals(Set.of("US", "BR"), regions("{\"or\":[" + us + "," + br + "]}"));
        assertEquals(Set.of("BR"), regions("{\"and\":[" + both + "],\"not\":[" + us + "]}"));
        assertFalse(regions("{\"not\":[" + both + "]}").contains("US"));
    }

    @Test
    void the_days_requests_are_counted_errors_included_until_midnight_in_utc() throws Exception {
        start(Map.of("requestsPerDay", "3", "serverErrors", "1"));
        for (int i = 0; i < 3; i++) {
            assertEquals(500, video("id", ANYTHING, "").statusCode());
        }
        HttpResponse<String> refused = video("id", ANYTHING, "");
        assertEquals(429, refused.statusCode());
        assertEquals("daily_quota_limit_exceeded", error(refused).get("code").asText());
        run.time.sleep(Duration.ofHours(12));
        login();
        assertEquals(500, video("id", ANYTHING, "").statusCode());
    }

    @Test
    void a_log_id_is_the_time_and_hexadecimal_digits() throws Exception {
        start(Map.of());
        String log = error(video("id", ANYTHING, "")).get("log_id").asText();
        assertTrue(log.matches("20260702120000[0-9A-F]{20}"), log);
    }

    @Test
    void a_gateway_answers_in_html() throws Exception {
        start(Map.of("gatewayTimeouts", "1"));
        HttpResponse<String> late = video("id", ANYTHING, "");
        assertEquals(504, late.statusCode());
        assertTrue(late.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
    }

    @Test
    void equal_seeds_and_calls_give_equal_answers() throws Exception {
        start(Map.of("serverErrors", ".5"));
        String first =
                video("id", ANYTHING, "").body() + video("id", ANYTHING, "").body();
        run.close();
        start(Map.of("serverErrors", ".5"));
        assertEquals(
                first,
                video("id", ANYTHING, "").body() + video("id", ANYTHING, "").body());
    }

    @Test
    void too_many_faults_and_unknown_ones_are_refused() {
        assertThrows(SourceException.class, () -> start(Map.of("serverErrors", ".7", "cursors", ".4")));
        assertThrows(SourceException.class, () -> start(Map.of("earthquakes", ".7")));
    }

    private Set<String> regions(String query) throws Exception {
        Set<String> regions = new HashSet<>();
        data(video("region_code", query, ",\"max_count\":100"))
                .get("videos")
                .forEach(video -> regions.add(video.get("region_code").asText()));
        return regions;
    }

    private void start(Map<String, String> faults) throws Exception {
        run = new ResearchRun(faults);
        login();
    }

    private void login() throws Exception {
        String form = "client_key=k&client_secret=s&grant_type=client_credentials";
        token = TikTokAnswer.JSON
                .readTree(post("/v2/oauth/token/", form).body())
                .get("access_token")
                .asText();
        assertTrue(token.startsWith("clt."), token);
    }

    private HttpResponse<String> video(String fields, String query, String rest) throws Exception {
        return research(fields, "{\"query\":" + query + "," + JUNE + rest + "}");
    }

    private HttpResponse<String> research(String fields, String body) throws Exception {
        return post("/v2/research/video/query/?fields=" + fields, body);
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + run.server.port() + path))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode data(HttpResponse<String> response) throws Exception {
        assertEquals(200, response.statusCode(), response.body());
        return TikTokAnswer.JSON.readTree(response.body()).get("data");
    }

    private static JsonNode error(HttpResponse<String> response) throws Exception {
        return TikTokAnswer.JSON.readTree(response.body()).get("error");
    }
}
