package io.virality.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.application.port.ModelsContract;
import io.virality.application.port.Observations;
import io.virality.application.port.StoredPorts;
import io.virality.domain.category.Category;
import io.virality.domain.category.CategoryPrediction;
import io.virality.domain.category.CategoryPrediction.Label;
import io.virality.domain.category.Silence;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.ModelKind;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreatorRoutesTest {

    private static final String ADA = """
            {"platform": "tiktok", "platformId": "6812345678901234567", "handle": "ada",
             "nickname": "Ada 🎨 \\"the\\" Painter", "biography": "colours\\nand code", "region": "GB",
             "language": "en", "category": "Art", "verified": true, "tier": "mid", "followers": 123456,
             "following": 12, "likes": 7000000, "videos": 345,
             "rates": [{"definition": "provider@1", "value": 0.025, "likes": 0.02},
                       {"definition": "by-followers@1", "value": 0.5}],
             "observedAt": "2026-11-01T12:00:00Z",
             "source": {"name": "profiles", "version": "bright-data-profiles@1", "freshness": "archive"},
             "data": "real"}
            """;
    private static final String BOB = """
            {"platform": "tiktok", "handle": "bob", "tier": "nano", "followers": 9999,
             "rates": [{"definition": "provider@1", "value": 0.1}],
             "observedAt": "2026-10-31T12:00:00Z",
             "source": {"name": "profiles", "version": "bright-data-profiles@1", "freshness": "archive"},
             "data": "simulated"}
            """;

    @RegisterExtension
    private final RunningServer server = new RunningServer();

    @Test
    void a_page_has_its_creators_the_way_on_and_what_the_figures_are() {
        assertEquals(
                RunningServer.parse(
                                "{\"creators\": [" + ADA + "," + BOB
                                        + "], \"next\": \"place-2\", \"total\": 3, \"definition\": \"by-followers@1\", \"data\": \"mixed\"}")
                        .toString(),
                server.get("/api/v1/creators?limit=2").body());
    }

    @Test
    void the_last_page_leads_nowhere() {
        JsonNode page = server.json("/api/v1/creators?limit=2&cursor=place-2");
        assertEquals(List.of("cleo"), handles(page));
        assertFalse(page.has("next"));
        assertEquals("real", page.get("data").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "search=Painter                   | ada",
                "search=                          | ada bob cleo",
                "region=GB                        | ada",
                "verified=true                    | ada",
                "verified=false                   | ''",
                "minFollowers=9999                | ada bob",
                "minFollowers=10000               | ada",
                "maxFollowers=9999                | bob",
                "tier=nano                        | bob",
                "tier=mid                         | ada",
                "tier=micro                       | ''",
                "tier=mid&minFollowers=123457     | ''",
                "tier=mid&minFollowers=7          | ada",
                "tier=nano&maxFollowers=5000      | ''",
                "tier=mega                        | ''",
                "sort=-followers                  | ada bob cleo",
                "sort=followers                   | cleo bob ada",
                "sort=handle                      | ada bob cleo",
                "sort=-handle                     | cleo bob ada",
                "sort=-engagementRate             | ada bob cleo",
                "sort=-engagementRate&definition=provider@1 | bob ada cleo",
                "sort=engagementRate&definition=provider@1  | cleo ada bob"
            })
    void filters_and_order_are_those_asked_for(String query, String expected) {
        assertEquals(expected, String.join(" ", handles(server.json("/api/v1/creators?" + query))));
    }

    @Test
    void a_list_names_the_definition_asked_for_or_the_best_that_the_data_has() {
        assertEquals(
                "by-followers@1",
                server.json("/api/v1/creators").get("definition").asText());
        assertEquals(
                "provider@1",
                server.json("/api/v1/creators?definition=provider@1")
                        .get("definition")
                        .asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "min_followers=3       | did you mean 'minFollowers'?",
                "colour=red            | this address takes: search, mode, tier, region",
                "limit=0               | limit must be between 1 and 100, not 0",
                "limit=101             | limit must be between 1 and 100, not 101",
                "limit=99999999999     | limit must be between 1 and 100",
                "limit=ten             | 'limit' must be a whole number of at least 0, not 'ten'",
                "minFollowers=-1       | 'minFollowers' must be a whole number",
                "minFollowers=9&maxFollowers=3 | minFollowers 9 is above maxFollowers 3",
                "tier=nano&minFollowers=50000  | tier 'nano' has no creators between",
                "tier=giant            | unknown tier 'giant'; known tiers: [emerging",
                "verified=maybe        | 'verified' must be true or false, not 'maybe'",
                "sort=age              | unknown order 'age'; known orders: [-followers",
                "definition=by-magic@1 | unknown definition 'by-magic@1'",
                "region=GB&region=US   | 'region' must be given once",
                "cursor=nowhere        | not a cursor of this list",
            })
    void an_impossible_question_is_refused_with_its_reason(String query, String reason) {
        HttpResponse<String> answer = server.get("/api/v1/creators?" + query);
        assertEquals(400, answer.statusCode(), answer.body());
        String detail = RunningServer.parse(answer.body()).get("detail").asText();
        assertTrue(detail.contains(reason), detail);
    }

    @Test
    void a_search_that_is_too_long_is_refused() {
        assertEquals(
                400, server.get("/api/v1/creators?search=" + "a".repeat(201)).statusCode());
    }

    @Test
    void a_creator_comes_with_its_newest_snapshots_oldest_first() {
        JsonNode creator = server.json("/api/v1/creators/ada");
        assertTrue(creator.toString()
                .startsWith(withoutEnd(RunningServer.parse(ADA).toString())));
        assertEquals(StubbedPorts.ADAS_SNAPSHOTS, creator.get("snapshots").asInt());
        JsonNode history = creator.get("history");
        assertEquals(400, history.size());
        assertEquals(RunningServer.parse("""
                        {"observedAt": "2026-11-01T12:00:00Z", "followers": 100449,
                         "source": {"name": "profiles", "version": "bright-data-profiles@1",
                                    "freshness": "archive"},
                         "data": "real"}
                        """), history.get(399));
        assertEquals(100_050, history.get(0).get("followers").asInt());
    }

    @Test
    void the_length_of_the_history_can_be_asked_for() {
        assertEquals(
                0, server.json("/api/v1/creators/ada?history=0").get("history").size());
        assertEquals(
                StubbedPorts.ADAS_SNAPSHOTS,
                server.json("/api/v1/creators/ada?history=10000").get("history").size());
        assertEquals(400, server.get("/api/v1/creators/ada?history=10001").statusCode());
    }

    @Test
    void a_creator_is_found_by_its_handle_in_any_spelling() {
        assertEquals("ada", server.json("/api/v1/creators/@Ada").get("handle").asText());
        assertEquals(
                "ada",
                server.json("/api/v1/creators/%40ada?platform=tiktok")
                        .get("handle")
                        .asText());
    }

    @ParameterizedTest
    @CsvSource({
        "nobody, 404, no creator @nobody on tiktok",
        "ada?platform=youtube, 404, no creator @ada on youtube",
        "ada?platform=myspace, 400, unknown platform 'myspace'",
        "a!, 400, not a tiktok handle: 'a!'"
    })
    void a_creator_that_is_not_there_is_a_problem(String address, int status, String detail) {
        HttpResponse<String> answer = server.get("/api/v1/creators/" + address);
        assertEquals(status, answer.statusCode());
        assertEquals(detail, RunningServer.parse(answer.body()).get("detail").asText());
    }

    private static List<String> handles(JsonNode page) {
        return StreamSupport.stream(page.get("creators").spliterator(), false)
                .map(creator -> creator.get("handle").asText())
                .toList();
    }

    private static String withoutEnd(String object) {
        return object.substring(0, object.length() - 1);
    }

    @Test
    void a_predicted_category_stands_apart_from_what_a_source_tells_with_its_confidence_and_model() {
        assertFalse(server.json("/api/v1/creators/ada").has("predicted"));
        StoredPorts stored = server.ports().stored();
        stored.creators().record(List.of(Observations.counts("ada", 5, Observations.by("survey", Observations.NOON))));
        stored.creators().refresh();
        ModelCard card = ModelsContract.card(ModelKind.CATEGORIES, "rows", Observations.NOON);
        stored.models().store(card, new byte[1]);
        stored.categoryPredictions()
                .store(List.of(CategoryPrediction.of(
                        1,
                        Observations.NOON,
                        Optional.of(card.id()),
                        List.of(new Label(Category.LIP_SYNC, OptionalDouble.of(.75))))));
        JsonNode creator = server.json("/api/v1/creators/ada");
        assertEquals("Art", creator.get("category").asText());
        assertEquals(
                RunningServer.parse(
                        "{\"predictedAt\": \"2026-03-01T12:00:00Z\", \"answeredBy\": \"model\", \"model\": \""
                                + card.id()
                                + "\", \"categories\": [{\"category\": \"lip-sync\", \"confidence\": 0.75}]}"),
                creator.get("predicted"));
        stored.categoryPredictions().store(List.of(CategoryPrediction.none(1, Observations.NOON, Silence.NOT_ENGLISH)));
        JsonNode unread = server.json("/api/v1/creators/ada").get("predicted");
        assertEquals("not-english", unread.get("unknown").asText());
        assertFalse(unread.has("answeredBy"), unread.toString());
    }
}
