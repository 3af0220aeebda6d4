package io.virality.web;

import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FeedbackRoutesTest {

    private static final String PATH = "/api/v1/brands/Green%20Face/feedback";

    @RegisterExtension
    private final RunningServer server = new RunningServer();

    @BeforeEach
    void creators() {
        server.ports().stored().creators().record(List.of(counts("ada", 5, by("files", StubbedPorts.NOON))));
    }

    private HttpResponse<String> say(String body) {
        return server.sendBody("POST", PATH, body, "application/json");
    }

    @Test
    void what_a_brand_says_is_answered_and_listed() {
        assertEquals(
                "{\"brand\":\"Green Face\",\"feedback\":[]}", server.get(PATH).body());
        String said = "{\"handle\":\"ada\",\"platform\":\"tiktok\",\"stage\":\"hired\","
                + "\"givenAt\":\"2026-11-01T12:00:00Z\"}";
        assertEquals(
                200, say("{\"handle\": \"@ada\", \"stage\": \"dismissed\"}").statusCode());
        assertEquals(said, say("{\"handle\": \"@ada\", \"stage\": \"hired\"}").body());
        assertEquals(
                "{\"brand\":\"Green Face\",\"feedback\":[" + said + "]}",
                server.get(PATH).body());
    }

    @Test
    void what_cannot_be_said_is_a_problem_that_says_why() {
        HttpResponse<String> nobody = say("{\"handle\": \"nobody\", \"stage\": \"hired\"}");
        assertEquals(404, nobody.statusCode());
        assertTrue(nobody.body().contains("no creator @nobody on tiktok"), nobody.body());
        HttpResponse<String> unknown = say("{\"handle\": \"ada\", \"stage\": \"fired\"}");
        assertEquals(400, unknown.statusCode());
        assertTrue(unknown.body().contains("shortlisted, dismissed, contacted, hired"), unknown.body());
        assertEquals(400, say("{\"handle\": \"ada\"}").statusCode());
        assertEquals(400, say("{\"handle\": \"a d a\", \"stage\": \"hired\"}").statusCode());
        assertEquals(
                400,
                say("{\"handle\": \"ada\", \"stage\": \"hired\", \"why\": \"\"}")
                        .statusCode());
        assertEquals(400, server.get("/api/v1/brands/%20/feedback").statusCode());
        assertEquals(
                "{\"brand\":\"Green Face\",\"feedback\":[]}", server.get(PATH).body());
    }
}
