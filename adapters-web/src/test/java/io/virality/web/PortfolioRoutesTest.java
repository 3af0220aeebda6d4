package io.virality.web;

import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.profile;
import static io.virality.application.port.Observations.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.application.port.StoredPorts;
import io.virality.domain.creator.Provenance;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PortfolioRoutesTest {

    static final String WISH = """
            {"brief": {"text": "nick caption", "budget": {"amount": "1000", "currency": "USD"}},
             "terms": {"thousandViews": "6", "creators": {"least": 1, "most": 3}, "regions": {"GB": {"most": 1}}, "overlap": {"most": 0.1}}}""";

    @RegisterExtension
    private final RunningServer server = new RunningServer();

    @BeforeEach
    void creators() {
        record(server.ports().stored());
    }

    /** Six creators of about 20,000, 40,000, … views a video, in two regions. */
    static void record(StoredPorts stored) {
        Provenance files = by("files", StubbedPorts.NOON);
        for (int i = 1; i <= 6; i++) {
            String handle = "creator" + i;
            stored.creators().record(List.of(profile(handle, i % 2 == 0 ? "US" : "GB", 20_000, .1, files)));
            for (int j = 0; j < 10; j++) {
                long views = i * (j % 2 == 0 ? 15_000 : 25_000);
                stored.videos().record(List.of(video(handle, i + "0" + j, NOON.plusSeconds(j), views, 9, files)));
            }
        }
        stored.creators().refresh();
    }

    private HttpResponse<String> post(String body) {
        return server.sendBody("POST", "/api/v1/portfolios", body, "application/json");
    }

    private JsonNode refused(int status, String terms) {
        String wish = """
                {"brief": {"text": "nick caption", "budget": {"amount": "1000", "currency": "USD"}}, "terms": %s}""".formatted(terms);
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
    void it_is_chosen_among_a_shortlist_by_prices_that_are_told() {
        JsonNode portfolio = RunningServer.parse(post("""
                {"brief": {"text": "nick caption", "regions": ["US"], "budget": {"amount": "1000", "currency": "USD"}},
                 "terms": {"among": ["creator2", "@creator4", "creator5"], "prices":
                   {"creator4": {"amount": "70", "currency": "USD"}, "creator2": 60}}}""").body());
        assertEquals(2, portfolio.path("n").asInt(), portfolio::toString);
        assertEquals(
                "[\"creator2\",\"creator4\"]", portfolio.at("/best/handles").toString());
        assertEquals("130", portfolio.at("/best/price").asText());
        assertEquals("given", portfolio.at("/creators/0/price/basis").asText());
        assertTrue(
                portfolio
                        .get("caveats")
                        .toString()
                        .contains("@creator5 of the shortlist is left out: in another region"),
                portfolio::toString);
        assertTrue(portfolio.at("/creators/0/evidence/0").asText().startsWith("/api/v1/creators/creator"));
        assertEquals(404, post("""
                        {"brief": {"text": "nick caption", "budget": {"amount": "1000", "currency": "USD"}},
                         "terms": {"among": ["nobody"]}}""").statusCode());
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
        assertTrue(refused(422, "{\"prices\": {\"ada\": {\"amount\": \"5\", \"currency\": \"EUR\"}}}")
                .get("detail")
                .asText()
                .contains("cannot be compared"));
        assertTrue(refused(422, "{\"closest\": 1001}").get("detail").asText().contains("between 1 and 1000"));
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
        assertEquals(400, post("{\"brief\": {\"text\": \"nick caption\"}}").statusCode());
        assertEquals(400, post("{}").statusCode());
    }
}
