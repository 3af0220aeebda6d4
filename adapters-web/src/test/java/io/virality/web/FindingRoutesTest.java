package io.virality.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.application.insight.TestClaims;
import io.virality.domain.finding.Claim;
import io.virality.domain.finding.Claims;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FindingRoutesTest {

    @RegisterExtension
    private final RunningServer server = new RunningServer();

    @Test
    void findings_are_the_document_that_the_command_line_prints() {
        TestClaims testClaims = RunningServer.injector(server.ports()).getInstance(TestClaims.class);
        assertEquals(
                new JsonDocuments().findings(testClaims.test(Optional.empty())),
                server.get("/api/v1/findings").body());
    }

    @Test
    void every_claim_is_there_with_what_is_missing_and_its_statement() {
        JsonNode findings = server.json("/api/v1/findings").get("findings");
        assertEquals(Claims.ALL.size(), findings.size());
        for (JsonNode finding : findings) {
            assertEquals("not-testable", finding.get("verdict").asText());
            assertTrue(finding.get("missing").size() > 0, finding.toString());
            assertTrue(finding.get("hypothesis").has("estimand"), finding.toString());
            assertEquals(
                    "select 1",
                    finding.get("evidence").get(0).get("sql").get("text").asText());
        }
    }

    @Test
    void one_claim_has_an_address_of_its_own() {
        Claim claim = Claims.ALL.get(2);
        assertEquals(
                claim.words(),
                server.json("/api/v1/findings/" + claim.id()).get("claim").asText());
    }

    @Test
    void an_unknown_claim_is_a_problem_that_names_the_known_ones() {
        HttpResponse<String> answer = server.get("/api/v1/findings/moon-is-cheese");
        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains(Claims.ALL.get(0).id()), answer.body());
    }
}
