package io.virality.web;

import static io.virality.application.port.CreatorTextsContract.saying;
import static io.virality.application.port.Observations.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Creators searched by what they say, over HTTP. */
class CreatorSearchRoutesTest {

    @RegisterExtension
    private final RunningServer server = new RunningServer();

    @BeforeEach
    void say() {
        server.ports()
                .stored()
                .creators()
                .record(List.of(
                        saying("baker", "sourdough bread and bread rolls", "en", null, by("files", StubbedPorts.NOON)),
                        saying("cook", "soup with bread", "en", null, by("files", StubbedPorts.NOON)),
                        saying("gamer", "speedruns every night", "en", null, by("files", StubbedPorts.NOON)),
                        saying("runner", "marathon training plans", "en", null, by("files", StubbedPorts.NOON)),
                        saying("painter", "oil on canvas", "en", null, by("files", StubbedPorts.NOON))));
        server.ports().stored().creators().refresh();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void each_creator_says_why_it_was_found() {
        JsonNode answer = server.json("/api/v1/creators?mode=keyword&search=" + encoded("bread, sourdough!"));
        assertEquals(List.of("baker", "cook"), answer.get("creators").findValuesAsText("handle"));
        assertEquals(2, answer.get("total").asInt());
        JsonNode first = answer.at("/found/matches/0");
        assertEquals("[\"bread\",\"sourdough\"]", first.get("words").toString());
        assertEquals(1, first.get("rankByWords").asInt());
        assertTrue(first.get("bm25").asDouble()
                > answer.at("/found/matches/1/bm25").asDouble());
        assertFalse(first.has("cosine") && !first.get("cosine").isNull());
    }

    @Test
    void pages_follow_each_other() {
        JsonNode first = server.json("/api/v1/creators?mode=keyword&limit=1&search=bread");
        assertEquals("baker", first.at("/creators/0/handle").asText());
        JsonNode second = server.json("/api/v1/creators?mode=keyword&limit=1&search=bread&cursor="
                + first.get("next").asText());
        assertEquals("cook", second.at("/creators/0/handle").asText());
        assertEquals(2, second.at("/found/matches/0/rank").asInt());
        assertTrue(second.path("next").isNull() || second.path("next").isMissingNode());
    }

    @Test
    void a_hybrid_search_without_meanings_goes_by_words_and_says_so() {
        JsonNode answer = server.json("/api/v1/creators?mode=hybrid&search=bread");
        assertEquals(List.of("baker", "cook"), answer.get("creators").findValuesAsText("handle"));
        assertTrue(answer.at("/found/notes/0").asText().contains("By words alone"), answer.toString());
    }

    @Test
    void filters_hold() {
        JsonNode answer = server.json("/api/v1/creators?mode=keyword&search=bread&minFollowers=101");
        assertEquals(0, answer.get("total").asInt());
        assertEquals(0, answer.get("creators").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"", "bread\" OR handle:x", "NEAR(bread", "🍞 bread", "'; drop table creator; --", "bread*"})
    void signs_are_no_commands(String text) {
        HttpResponse<String> answer = server.get("/api/v1/creators?mode=hybrid&search=" + encoded(text));
        assertEquals(text.equals("\"") ? 400 : 200, answer.statusCode(), answer.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mode=keyword&search=%F0%9F%8D%9E | 400 | a search needs letters or digits",
                "mode=magic&search=bread          | 400 | unknown mode 'magic'; the modes are: [keyword",
                "mode=keyword&search=bread&sort=handle   | 400 | the best fit comes first",
                "mode=keyword&search=bread&cursor=x      | 400 | not a cursor of this list",
                "mode=semantic&search=bread       | 404 | 'virality index' reads them",
                "mode=semantic&search=%D1%85%D0%BB%D0%B5%D0%B1%D1%8B | 422 | knows English only",
            })
    void what_cannot_be_searched_is_a_problem(String query, int status, String reason) {
        HttpResponse<String> answer = server.get("/api/v1/creators?" + query);
        assertEquals(status, answer.statusCode(), answer.body());
        String detail = RunningServer.parse(answer.body()).get("detail").asText();
        assertTrue(detail.contains(reason), detail);
    }
}
