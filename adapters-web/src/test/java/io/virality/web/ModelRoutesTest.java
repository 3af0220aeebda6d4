package io.virality.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.application.port.ModelsContract;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.ModelKind;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ModelRoutesTest {

    @RegisterExtension
    private final RunningServer server = new RunningServer();

    private final ModelCard older = ModelsContract.card(ModelKind.VIRALITY, "rows", StubbedPorts.NOON);
    private final ModelCard newer = ModelsContract.card(ModelKind.SEGMENTS, "rows", StubbedPorts.NOON.plusSeconds(1));

    @BeforeEach
    void train() {
        server.ports().stored().models().store(older, new byte[] {1});
        server.ports().stored().models().store(newer, new byte[] {2});
    }

    @Test
    void models_are_listed_with_the_newest_first() {
        JsonNode models = server.json("/api/v1/models").get("models");
        assertEquals(2, models.size());
        assertEquals(newer.id(), models.get(0).get("id").asText());
        assertEquals("virality", models.get(1).get("kind").asText());
    }

    @Test
    void a_card_tells_its_figures_beside_the_baselines() {
        JsonNode card = server.json("/api/v1/models/" + older.id());
        assertEquals("mixed", card.get("data").asText());
        assertEquals("better", card.get("standing").asText());
        assertEquals("-9223372036854775808", card.get("seed").asText());
        assertEquals(RunningServer.parse("""
                {"name": "brier", "definition": "mean squared error", "higherIsBetter": false,
                 "model": {"value": 0.2, "low": 0.1, "high": 0.3, "confidence": 0.95},
                 "baseline": {"value": 0.25},
                 "gain": {"value": 0.05, "low": 0.01, "high": 0.09, "confidence": 0.9}}
                """), card.get("metrics").get(0));
        assertEquals(12, card.at("/rows/counts/creators").asInt());
        assertEquals(-1.5, card.at("/features/0/centre").asDouble());
    }

    @Test
    void an_unknown_model_is_not_found_and_the_nearest_is_named() {
        HttpResponse<String> answer = server.get("/api/v1/models/" + older.id().replace("virality", "viralty"));
        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains(older.id()), answer.body());
    }
}
