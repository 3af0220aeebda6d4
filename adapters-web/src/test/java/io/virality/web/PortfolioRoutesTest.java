package io.virality.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PortfolioRoutesTest {

    static final String WISH = """
            {"brief": {"text": "vegan skincare", "budget": {"amount": "1000", "currency": "USD"}},
             "terms": {"thousandViews": "6", "creators": {"least": 1, "most": 3}, "regions": {"GB": {"most": 1}}, "overlap": {"most": 0.1}}}""";

    @RegisterExtension
    private final RunningServer server = new RunningServer();

    private HttpResponse<String> post(String body) {
        return server.sendBody("POST", "/api/v1/portfolios", body, "application/json");
    }

    private JsonNode refused(int status, String terms) {
        String wish = """
                {"brief": {"text": "vegan skincare", "budget": {"amount": "1000", "currency": "USD"}}, "terms": %s}""".formatted(terms);
        HttpResponse<String> answer = post(wish);
        assertEquals(status, answer.statusCode(), answer.body());
        return RunningServer.parse(answer.body());
    }

    @Test
    void the_best_set_comes_with_what_explains_it() {
        HttpResponse<String> answer = post(WISH);
        assertEquals(200, answer.statusCode(), answer.body());
        JsonNode portfolio = RunningServer.parse(answer.body());
        JsonNode best = portfolio.get("best");
        // Each costs 120 times its number, and is worth about twice as much; one of the odd ones, which are from GB.
        assertEquals("[\"creator2\",\"creator6\"]", best.get("handles").toString());
        assertTrue(Double.parseDouble(best.get("price").asText()) <= 1_000);
        assertEquals(best.get("handles").size(), portfolio.get("creators").size());
        assertEquals("a budget of 1000 USD", portfolio.at("/limits/0/limit").asText());
        assertEquals("100 more", portfolio.at("/limits/0/step").asText());
        assertTrue(portfolio.at("/assumptions/worth").asText().contains("assumed"));
        assertEquals(6, portfolio.get("n").asInt());
        assertEquals("real", portfolio.get("data").asText());
        assertFalse(portfolio.get("swaps").isEmpty());
        assertEquals(answer.body(), post(WISH).body());
    }

    @Test
    void what_clashes_is_named() {
        JsonNode problem = refused(422, "{\"creators\": {\"least\": 5}, \"tiers\": {\"micro\": {\"most\": 3}}}");
        assertEquals("infeasible", problem.get("code").asText());
        assertEquals(
                "at least 5 creators, and at most 3 creators of tier micro: not all of these can be had together,"
                        + " though all but any one of them can",
                problem.get("detail").asText());
    }

    @Test
    void what_cannot_be_is_said() {
        assertTrue(refused(422, "{\"tiers\": {\"mirco\": {\"most\": 3}}}")
                .get("detail")
                .asText()
                .contains("micro"));
        assertTrue(refused(422, "{\"regions\": {\"Atlantis\": {\"most\": 3}}}")
                .get("detail")
                .asText()
                .contains("ISO 3166"));
        assertTrue(refused(422, "{\"overlap\": {\"most\": 2}}")
                .get("detail")
                .asText()
                .contains("from 0 to 1"));
        assertTrue(refused(422, "{\"creators\": {\"least\": 0}}")
                .get("detail")
                .asText()
                .contains("no limit"));
        assertTrue(refused(422, "{\"prices\": {\"ada\": \"-5\"}}")
                .get("detail")
                .asText()
                .contains("not a price"));
        assertTrue(refused(422, "{\"prices\": {\"ada\": \"5\", \"@Ada\": \"6\"}}")
                .get("detail")
                .asText()
                .contains("two prices"));
        assertTrue(refused(422, "{\"thousandViewsBy\": {\"mirco\": \"5\"}}")
                .get("detail")
                .asText()
                .contains("micro/GB"));
        assertTrue(refused(422, "{\"worth\": \"0\"}").get("detail").asText().contains("more than 0"));
        assertTrue(
                refused(400, "{\"aims\": \"expected\"}").get("detail").asText().contains("aim"));
        assertTrue(refused(400, "[]").get("detail").asText().contains("cannot be understood"));
    }

    @Test
    void without_a_budget_or_a_brief_nothing_is_chosen() {
        assertEquals(400, post("{\"brief\": {\"text\": \"vegan skincare\"}}").statusCode());
        assertEquals(400, post("{}").statusCode());
    }
}
