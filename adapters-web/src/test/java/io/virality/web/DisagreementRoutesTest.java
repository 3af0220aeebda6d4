package io.virality.web;

import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.profile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DisagreementRoutesTest {

    @RegisterExtension
    private final RunningServer server = new RunningServer();

    @BeforeEach
    void contradict() {
        server.ports()
                .stored()
                .creators()
                .record(List.of(
                        profile("ada", "GB", 5, .1, by("survey", StubbedPorts.NOON)),
                        profile("ada", "US", 5, .1, by("census", StubbedPorts.NOON.plus(1, ChronoUnit.DAYS))),
                        profile("bob", "FR", 7, .1, by("survey", StubbedPorts.NOON)),
                        profile("bob", "FR", 8, .1, by("census", StubbedPorts.NOON))));
    }

    @Test
    void both_values_come_with_their_sources_and_times_and_the_ruling_one_is_named() {
        JsonNode answer = server.json("/api/v1/disagreements?field=region");
        assertEquals(1, answer.get("total").asInt());
        assertEquals("real", answer.get("data").asText());
        assertEquals(RunningServer.parse("""
                {"platform": "tiktok", "platformId": "id-of-ada", "handle": "ada", "field": "region",
                 "ruling": {"value": "US", "observedAt": "2026-11-02T12:00:00Z",
                            "source": {"name": "census", "version": "test@1", "freshness": "archive"}, "data": "real"},
                 "other": {"value": "GB", "observedAt": "2026-11-01T12:00:00Z",
                           "source": {"name": "survey", "version": "test@1", "freshness": "archive"}, "data": "real"}}
                """), answer.get("disagreements").get(0));
    }

    @Test
    void they_come_in_pages() {
        JsonNode first = server.json("/api/v1/disagreements?limit=2");
        assertEquals(3, first.get("total").asInt());
        assertEquals(2, first.get("disagreements").size());
        JsonNode rest = server.json(
                "/api/v1/disagreements?limit=2&cursor=" + first.get("next").asText());
        assertEquals("likes", rest.at("/disagreements/0/field").asText());
        assertFalse(rest.has("next"));
    }
}
