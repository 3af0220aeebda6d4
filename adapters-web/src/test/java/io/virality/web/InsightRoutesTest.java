package io.virality.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.application.insight.AnswerInsight;
import io.virality.domain.creator.Tiers;
import io.virality.domain.insight.Catalogue;
import io.virality.domain.insight.Topic;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InsightRoutesTest {

    @RegisterExtension
    private final RunningServer server = new RunningServer();

    @Test
    void the_catalogue_is_the_document_that_the_command_line_prints() {
        assertEquals(
                new JsonDocuments().catalogue(new Catalogue(Tiers.STANDARD).themes()),
                server.get("/api/v1/insights").body());
    }

    static Stream<String> ids() {
        return new Catalogue(Tiers.STANDARD).topics().stream().map(Topic::id);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void an_answer_is_the_document_that_the_command_line_prints(String id) {
        AnswerInsight answerInsight = RunningServer.injector(server.ports()).getInstance(AnswerInsight.class);
        assertEquals(
                new JsonDocuments().insight(answerInsight.answer(id, Map.of())),
                server.get("/api/v1/insights/" + id).body());
    }

    @Test
    void parameters_are_those_of_the_question() {
        JsonNode insight =
                server.json("/api/v1/insights/viral-creators?minFollowers=5000&limit=3&definition=by-views@1");
        assertEquals(
                "Which creators above 5,000 followers have the highest engagement rate?",
                insight.get("question").asText());
        assertEquals(
                "{\"minFollowers\":5000,\"limit\":3,\"definition\":\"by-views@1\"}",
                insight.get("parameters").toString());
        assertEquals("by-views@1", insight.get("definition").get("id").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "meaning-of-life             | 404 | no insight 'meaning-of-life'; there are: viral-creators",
                "viral-creators?limitt=3     | 400 | unknown parameter 'limitt'; did you mean 'limit'?",
                "viral-creators?minimum=3    | 400 | unknown parameter 'minimum'; this question has: [minFollowers",
                "viral-creators?limit=0      | 400 | must be at least 1, not 0",
                "viral-creators?limit=many   | 400 | 'limit' must be a whole number, not 'many'",
            })
    void what_cannot_be_answered_is_a_problem(String address, int status, String reason) {
        HttpResponse<String> answer = server.get("/api/v1/insights/" + address);
        assertEquals(status, answer.statusCode());
        String detail = RunningServer.parse(answer.body()).get("detail").asText();
        assertTrue(detail.contains(reason), detail);
    }
}
