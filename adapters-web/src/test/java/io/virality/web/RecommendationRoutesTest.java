package io.virality.web;

import static io.virality.application.port.CreatorTextsContract.saying;
import static io.virality.application.port.Observations.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Profile;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.engagement.ProviderRates;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.recommendation.Feedback;
import io.virality.domain.recommendation.Feedback.Stage;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecommendationRoutesTest {

    private static final Brand BRAND = new Brand("Green Face");

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
        JsonNode grounds = document.at("/recommendations/0/grounds");
        assertEquals(document.at("/recommendations/0/reasons").size(), grounds.size());
        for (JsonNode ground : grounds) {
            assertTrue(ground.get("sql").asText().startsWith("creator "), ground::toString);
            assertTrue(ground.get("link").asText().matches("/api/v1/(creators|insights)[/?].*"), ground::toString);
        }
    }

    private void say(String handle, Stage stage) {
        server.ports()
                .stored()
                .feedbackLog()
                .record(new Feedback(BRAND, Handle.tiktok(handle), stage, StubbedPorts.NOON));
    }

    @Test
    void for_a_brand_those_it_dismissed_are_left_out_and_those_it_came_further_with_are_marked() throws Exception {
        say("cook", Stage.DISMISSED);
        say("baker", Stage.CONTACTED);
        ObjectMapper json = new ObjectMapper();

        JsonNode branded = json.readTree(
                ask("{\"text\": \"bread\", \"brand\": \"green face\"}").body());
        assertEquals(
                Set.of("baker", "boulanger"),
                Set.copyOf(branded.get("recommendations").findValuesAsText("handle")));
        assertEquals(1, branded.at("/leftOut/dismissed by the brand").asInt());
        assertEquals(List.of("contacted"), branded.get("recommendations").findValuesAsText("feedback"));

        for (String brief : List.of("{\"text\": \"bread\"}", "{\"text\": \"bread\", \"brand\": \"Other\"}")) {
            JsonNode others = json.readTree(ask(brief).body());
            assertEquals(3, others.get("recommendations").size(), brief);
            assertEquals(List.of(), others.get("recommendations").findValuesAsText("feedback"));
        }
    }

    @Test
    void those_a_brand_dismissed_take_no_others_place() throws Exception {
        List<CreatorObservation> many = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            many.add(saying("b" + i, "bread bread bread", "en", null, by("files", StubbedPorts.NOON)));
        }
        server.ports().stored().creators().record(many);
        server.ports().stored().creators().refresh();
        for (int i = 0; i < 400; i++) {
            say("b" + i, Stage.DISMISSED);
        }

        JsonNode document = new ObjectMapper()
                .readTree(
                        ask("{\"text\": \"bread\", \"brand\": \"Green Face\"}").body());

        assertEquals(400, document.at("/leftOut/dismissed by the brand").asInt());
        assertEquals(3, document.get("recommendations").size());
    }

    @Test
    void the_answer_says_what_it_is_ordered_by_and_why() throws Exception {
        JsonNode asked = new ObjectMapper()
                .readTree(ask("{\"text\": \"bread\", \"order\": \"bm25\"}").body());
        assertEquals("bm25", asked.get("order").asText());
        assertEquals("The brief asks for it.", asked.get("orderedBecause").asText());

        JsonNode usual =
                new ObjectMapper().readTree(ask("{\"text\": \"bread\"}").body());
        assertEquals("score", usual.get("order").asText());
        assertTrue(usual.get("orderedBecause").asText().contains("virality evaluate recommendations"));
    }

    @Test
    void two_orders_pick_in_turns_and_feedback_credits_who_picked() throws Exception {
        HttpResponse<String> answer = server.sendBody(
                "POST",
                "/api/v1/recommendations?interleave=score,most-followers",
                "{\"text\": \"bread\", \"brand\": \"Green Face\"}",
                "application/json");
        assertEquals(200, answer.statusCode(), answer.body());
        JsonNode interleaved = new ObjectMapper().readTree(answer.body()).get("interleaved");
        assertEquals(
                "interleave-score-most-followers", interleaved.get("experiment").asText());
        assertEquals(3, interleaved.get("by").size());

        HttpResponse<String> said = server.sendBody(
                "POST",
                "/api/v1/brands/Green%20Face/feedback",
                "{\"handle\": \"baker\", \"stage\": \"hired\"}",
                "application/json");
        assertEquals(200, said.statusCode(), said.body());
        assertEquals(
                400,
                server.sendBody(
                                "POST",
                                "/api/v1/recommendations?interleave=score,fame",
                                "{\"text\": \"bread\", \"brand\": \"Green Face\"}",
                                "application/json")
                        .statusCode());
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
    void creators_of_a_known_country_and_unknown_engagement_are_recommended() throws Exception {
        server.ports()
                .stored()
                .creators()
                .record(List.of(new CreatorObservation(
                        Identity.of(Handle.tiktok("miller")),
                        new Profile(
                                Optional.empty(),
                                Optional.of("flour and bread"),
                                Optional.empty(),
                                Optional.of("GB"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        new Snapshot(Counts.UNKNOWN, ProviderRates.NONE, by("files", StubbedPorts.NOON)))));
        server.ports().stored().creators().refresh();

        JsonNode document =
                new ObjectMapper().readTree(ask("{\"text\": \"flour\"}").body());

        assertEquals(List.of("miller"), document.get("recommendations").findValuesAsText("handle"));
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
