package io.virality.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SegmentRoutesTest {

    @RegisterExtension
    private final RunningServer server = new RunningServer();

    @Test
    void before_anybody_looked_there_are_none_and_the_answer_says_how_to_look() {
        HttpResponse<String> answer = server.get("/api/v1/segments");
        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("virality segments"), answer.body());
    }

    @Test
    void what_was_found_is_told_again() {
        HttpResponse<String> trained = server.post("/api/v1/segments?seed=3", BodyPublishers.noBody());
        assertEquals(200, trained.statusCode(), trained.body());
        JsonNode found = RunningServer.parse(trained.body());
        assertTrue(found.get("found").asBoolean());
        assertEquals(2, found.get("segments").size());
        assertEquals(40, found.at("/segments/0/size").asInt());
        assertTrue(found.at("/segments/1/name").asText().contains("large"));
        assertEquals(2, found.at("/segments/0/profile").size());
        assertEquals(60, found.get("points").size());
        assertEquals("better", found.at("/model/standing").asText());
        assertFalse(found.get("changed").asBoolean());
        assertEquals(found, server.json("/api/v1/segments"));
    }

    @Test
    void an_impossible_wish_is_refused() {
        HttpResponse<String> answer =
                server.post("/api/v1/segments?method=hdbscan&clusters=3", BodyPublishers.noBody());
        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals(
                400,
                server.post("/api/v1/segments?method=guess", BodyPublishers.noBody())
                        .statusCode());
    }
}
