package io.virality.web;

import static io.virality.application.port.CreatorTextsContract.saying;
import static io.virality.application.port.Observations.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecommendationRoutesTest {

    @RegisterExtension
    private final RunningServer server = new RunningServer();

    @BeforeEach
    void creators() {
        server.ports()
                .stored()
                .creators()
                .record(List.of(
                        saying("baker", "sourdough bread and bread rolls", "en", null, by("files", StubbedPorts.NOON)),
                        saying("cook", "soup with bread and wine", "en", null, by("files", StubbedPorts.NOON)),
                        saying("boulanger", "pain, bread", "fr", null, by("files", StubbedPorts.NOON)),
                        saying("gamer", "speedruns every night", "en", null, by("files", StubbedPorts.NOON))));
        server.ports().stored().creators().refresh();
    }

    private HttpResponse<String> ask(String brief) {
        return server.sendBody("POST", "/api/v1/recommendations", brief, "application/json");
    }

    @Test
    void who_answers_to_the_brief_is_recommended_with_a_score_that_its_parts_add_up_to() throws Exception {
        HttpResponse<String> answer = ask("{\"text\": \"sourdough bread\", \"languages\": [\"en\"]}");

        assertEquals(200, answer.statusCode(), answer.body());
        JsonNode document = new ObjectMapper().readTree(answer.body());
        assertEquals(List.of("baker", "cook"), document.get("recommendations").findValuesAsText("handle"));
        assertEquals(1, document.at("/leftOut/in another language").asInt());
        for (JsonNode one : document.get("recommendations")) {
            double sum = 0;
            for (JsonNode part : one.get("parts")) {
                sum += part.get("contribution").asDouble();
            }
            assertEquals(one.get("score").asDouble(), sum, 1e-12);
        }
        assertTrue(document.at("/recommendations/0/reasons/0").asText().contains("sourdough"), answer.body());
        assertEquals("real", document.get("data").asText());
    }

    @Test
    void brand_safety_leaves_out() throws Exception {
        JsonNode document = new ObjectMapper()
                .readTree(ask("{\"text\": \"bread\", \"brandSafety\": [\"wine\"]}")
                        .body());

        assertEquals(
                List.of("baker", "boulanger"),
                document.get("recommendations").findValuesAsText("handle").stream()
                        .sorted()
                        .toList());
    }

    @Test
    void words_that_nobody_says_get_an_answer_in_words() throws Exception {
        JsonNode document = new ObjectMapper()
                .readTree(ask("{\"text\": \"'; drop table creator; -- \\\" OR * NEAR(\"}")
                        .body());

        assertEquals(0, document.get("recommendations").size());
        assertTrue(document.get("notes").toString().contains("No creator answers to the brief's words"));
    }

    @Test
    void what_cannot_be_asked_for_is_a_problem() {
        assertEquals(422, ask("{\"text\": \"\"}").statusCode());
        assertEquals(422, ask("{\"text\": \"a\", \"tiers\": [\"huge\"]}").statusCode());
        assertEquals(422, ask("{\"text\": \"a\", \"regions\": [\"UK\"]}").statusCode());
        assertEquals(400, ask("{\"txt\": \"a\"}").statusCode());
        int status = ask("{\"text\": \"" + "a".repeat(1 << 20) + "\"}").statusCode();
        assertTrue(status == 422 || status == 413, () -> "status " + status);
    }
}
