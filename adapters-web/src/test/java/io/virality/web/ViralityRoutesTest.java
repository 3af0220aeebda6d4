package io.virality.web;

import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.profile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.application.port.InMemoryVideoClassifier;
import io.virality.application.port.Models;
import io.virality.domain.creator.Origin;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Statement;
import io.virality.domain.model.Metric;
import io.virality.domain.model.Metric.Figure;
import io.virality.domain.stats.Interval;
import io.virality.domain.virality.Lesson;
import io.virality.domain.virality.Trait;
import io.virality.domain.virality.ViralityModel;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ViralityRoutesTest {

    @RegisterExtension
    private final RunningServer server = new RunningServer();

    /** Puts a model there that beats its baseline, and tells of all videos a little less than a tenth. */
    static void learnt(Models models) {
        double[][] rows = new double[10][Trait.values().length];
        boolean[] viral = new boolean[10];
        viral[0] = true;
        Lesson lesson = new Lesson(2.5, rows, viral, rows, viral);
        Evidence evidence =
                new Evidence(new Statement("none", "none"), List.of(), Map.of(), 0, 0, Optional.empty(), Origin.REAL);
        Metric better = new Metric(
                "brier",
                "of the test",
                false,
                Figure.of(.08),
                Optional.of(Figure.of(.09)),
                Optional.of(Figure.of(.01, new Interval(.005, .015, .95))));
        models.store(
                ViralityModel.card(
                        evidence, List.of(), lesson, List.of(better), 1, StubbedPorts.NOON, "plain loops", "a test"),
                new InMemoryVideoClassifier().learn(lesson, 1).payload());
    }

    private void creator() {
        server.ports()
                .stored()
                .creators()
                .record(List.of(profile("ada", "GB", 5, .1, by("survey", StubbedPorts.NOON))));
        server.ports().stored().creators().refresh();
    }

    @Test
    void before_anything_was_learnt_the_answer_says_how_to_learn() {
        creator();
        HttpResponse<String> answer = server.get("/api/v1/creators/ada/virality");

        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("predict --learn"), answer.body());
    }

    @Test
    void too_few_videos_are_an_answer() {
        HttpResponse<String> answer = server.post("/api/v1/virality", BodyPublishers.noBody());

        assertEquals(200, answer.statusCode(), answer.body());
        JsonNode learnt = RunningServer.parse(answer.body());
        assertTrue(learnt.get("missing").asText().contains("needs at least 300 videos"));
        assertFalse(learnt.has("model"));
    }

    @Test
    void a_creator_without_videos_has_an_outlook_without_a_probability_and_with_the_models_worth() {
        creator();
        learnt(server.ports().stored().models());
        JsonNode outlook = server.json("/api/v1/creators/ada/virality?at=2026-11-24T18:00:00Z&seconds=15&hashtags=3");

        assertFalse(outlook.has("probability"));
        assertEquals("2026-11-24T18:00:00Z", outlook.get("at").asText());
        assertEquals(15, outlook.get("seconds").asInt());
        assertEquals(2.5, outlook.get("viralFrom").asDouble());
        assertEquals(.1, outlook.get("usual").asDouble(), 1e-12);
        assertEquals("brier", outlook.at("/backtest/0/name").asText());
        assertEquals("real", outlook.get("data").asText());
        assertTrue(outlook.at("/notes/1").asText().contains("there are 0"));
    }

    @Test
    void what_cannot_be_is_refused() {
        creator();
        learnt(server.ports().stored().models());

        for (String wrong : List.of("at=tomorrow", "seconds=4000", "hashtags=many", "hashtags=101", "length=3")) {
            assertEquals(
                    400, server.get("/api/v1/creators/ada/virality?" + wrong).statusCode(), wrong);
        }
        assertEquals(404, server.get("/api/v1/creators/nobody/virality").statusCode());
    }
}
