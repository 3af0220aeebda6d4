package io.virality.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.domain.engagement.InfluenceScore.Part;
import io.virality.domain.insight.InfluenceRanking;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfluenceRoutesTest {

    @RegisterExtension
    private final RunningServer server = new RunningServer();

    @Test
    void the_points_of_all_parts_sum_to_the_score() {
        JsonNode influence = server.json("/api/v1/creators/@ADA/influence?minimum=1");

        assertEquals("ada", influence.get("handle").asText());
        List<String> parts = new ArrayList<>();
        double sum = 0;
        for (JsonNode part : influence.get("parts")) {
            parts.add(part.get("part").asText());
            sum += part.path("points").asDouble(0);
        }
        assertEquals(List.of("reach", "engagement", "consistency", "growth", "authenticity", "commerce"), parts);
        assertEquals(influence.get("score").asDouble(), sum);
        assertFalse(influence.get("parts").get(4).has("percentile"), "nothing is usual among one");
        assertEquals(
                "not known: authenticity; the others weigh the more",
                influence.get("note").asText());
        assertEquals("influence-score@1", influence.get("definition").get("id").asText());
        assertTrue(influence.get("sql").get("text").asText().startsWith("select"));
    }

    @Test
    void among_too_few_there_is_no_score() {
        assertFalse(server.json("/api/v1/creators/ada/influence").has("score"));
    }

    @ParameterizedTest
    @CsvSource({
        "nobody/influence, 404, no creator nobody",
        "ada/influence?weights=charm:1, 400, unknown part 'charm'",
        "ada/influence?minFollowers=1, 400, unknown parameter 'minFollowers'"
    })
    void what_cannot_be_answered_is_a_problem(String address, int status, String reason) {
        var answer = server.get("/api/v1/creators/" + address);
        assertEquals(status, answer.statusCode());
        String detail = RunningServer.parse(answer.body()).get("detail").asText();
        assertTrue(detail.contains(reason), detail);
    }

    @Test
    void every_part_has_its_columns_in_the_insight() {
        List<String> columns = new ArrayList<>();
        server.json("/api/v1/insights/" + InfluenceRanking.ID)
                .get("columns")
                .forEach(column -> columns.add(column.get("name").asText()));
        for (var part : Part.values()) {
            assertTrue(columns.containsAll(List.of(
                    InfluenceRanking.figure(part), InfluenceRanking.percentile(part), InfluenceRanking.points(part))));
        }
    }
}
