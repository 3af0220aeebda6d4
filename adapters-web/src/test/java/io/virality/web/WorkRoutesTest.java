package io.virality.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WorkRoutesTest {

    @RegisterExtension
    private final RunningServer server = new RunningServer();

    @Test
    void a_page_of_videos_comes_with_all_that_a_figure_needs_and_names_the_next() {
        JsonNode answer = server.json("/api/v1/creators/ada/videos?limit=1");
        assertEquals("creator-videos", answer.get("insight").asText());
        assertEquals("-posted", answer.at("/parameters/sort").asText());
        assertEquals(2, answer.get("n").asInt());
        assertEquals(.25, answer.at("/rows/0/ratio").asDouble());
        assertEquals(
                "https://www.tiktok.com/@ada/video/some video",
                answer.at("/rows/0/link").asText());
        assertEquals("select 1", answer.at("/sql/text").asText());
        assertEquals("1", answer.get("next").asText());
        assertFalse(server.json("/api/v1/creators/ada/videos?cursor=1").has("next"), "the last page");
    }

    @Test
    void sponsorships_say_how_one_knows() {
        JsonNode row = server.json("/api/v1/creators/ada/sponsorships?sort=brand")
                .get("rows")
                .get(0);
        assertEquals("tagged", row.get("evidence").asText());
        assertEquals("suspected", row.get("standing").asText());
    }

    @Test
    void an_unknown_order_is_refused_with_those_that_are_known() {
        HttpResponse<String> answer = server.get("/api/v1/creators/ada/videos?sort=beauty");
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("-posted"), answer.body());
        assertEquals(404, server.get("/api/v1/creators/nobody/videos").statusCode());
    }
}
