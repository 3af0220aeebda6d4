package io.virality.application.insight;

import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static io.virality.application.port.Observations.many;
import static io.virality.application.port.Observations.profile;
import static io.virality.application.port.Observations.simulated;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.application.port.StoredPorts;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.insight.Catalogue;
import io.virality.domain.insight.Insight;
import io.virality.domain.insight.Measure;
import io.virality.domain.insight.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerInsightTest {

    private final StoredPorts ports = StoredPorts.inMemory();
    private final AnswerInsight insights = new AnswerInsight(new Catalogue(Tiers.STANDARD), ports.insightQueries());

    @Test
    void an_answer_carries_what_is_needed_to_check_it() {
        record(List.of(
                profile("alice", "US", 200_000, .1, by("survey", NOON)),
                profile("bob", "US", 300_000, .2, by("survey", NOON)),
                profile("carol", "US", 50_000, .9, by("survey", NOON))));
        Insight insight = insights.answer("viral-creators", Map.of("limit", "1"));
        assertEquals(
                List.of("bob"),
                insight.rows().stream().map(row -> row.text("handle")).toList());
        assertEquals(new Measure.Engagement(RateDefinition.PROVIDER), insight.measure());
        assertEquals(Map.of("minFollowers", 100_000L, "limit", 1L, "definition", "provider@1"), insight.parameters());
        assertEquals(2, insight.n());
        assertEquals(Optional.of(NOON), insight.asOf());
        assertEquals(Origin.REAL, insight.origin());
        assertEquals("Which creators above 100,000 followers have the highest engagement rate?", insight.question());
    }

    @Test
    void the_definition_is_the_best_that_the_data_allows() {
        record(List.of(counts("alice", 200_000, by("survey", NOON))));
        assertEquals(
                new Measure.Engagement(RateDefinition.BY_FOLLOWERS),
                insights.answer("viral-creators", Map.of()).measure());
    }

    @Test
    void creators_without_a_rate_under_the_definition_are_said_to_be_left_out() {
        record(List.of(
                profile("alice", "US", 200_000, .1, by("survey", NOON)), counts("bob", 300_000, by("survey", NOON))));
        Insight insight = insights.answer("viral-creators", Map.of());
        assertTrue(
                insight.caveats().contains("1 creators are left out: they have no value of provider@1"),
                insight.caveats().toString());
    }

    @Test
    void groups_with_too_few_creators_get_no_interval_and_say_so() {
        record(many(300, 9));
        Insight insight = insights.answer("engagement-by-tier", Map.of("minimum", "40"));
        int small = 0;
        for (Row row : insight.rows()) {
            boolean withheld = row.values().get("low") == null && row.values().get("high") == null;
            assertEquals(row.count("n") < 40, withheld, row.toString());
            assertEquals(withheld, row.text("note") != null, row.toString());
            small += withheld ? 1 : 0;
            if (!withheld) {
                assertTrue(row.number("low") <= row.number("median") && row.number("median") <= row.number("high"));
            }
        }
        assertTrue(small > 0 && small < insight.rows().size());
    }

    @Test
    void the_same_seed_gives_the_same_interval() {
        record(many(300, 9));
        assertEquals(
                insights.answer("engagement-by-tier", Map.of("seed", "3")).rows(),
                insights.answer("engagement-by-tier", Map.of("seed", "3")).rows());
    }

    @Test
    void simulated_data_is_marked() {
        record(List.of(profile("alice", "US", 200_000, .1, simulated(NOON))));
        assertEquals(
                Origin.SIMULATED, insights.answer("viral-creators", Map.of()).origin());
    }

    @Test
    void without_data_the_answer_is_empty_and_says_so() {
        Insight insight = insights.answer("engagement-by-region", Map.of());
        assertEquals(List.of(), insight.rows());
        assertTrue(insight.caveats().stream().anyMatch(caveat -> caveat.contains("import data first")));
    }

    @Test
    void an_unknown_insight_is_not_found_and_the_known_ones_are_named() {
        Failure failure = assertThrows(Failure.class, () -> insights.answer("viral", Map.of()));
        assertEquals(Failure.Kind.NOT_FOUND, failure.kind());
        assertTrue(failure.getMessage().contains("viral-creators"));
    }

    @Test
    void unknown_and_impossible_parameters_are_refused() {
        for (Map<String, String> given : List.of(
                Map.of("limits", "5"),
                Map.of("limit", "0"),
                Map.of("limit", "5000"),
                Map.of("minFollowers", "-1"),
                Map.of("minFollowers", "many"),
                Map.of("definition", "by-magic@1"))) {
            Failure failure = assertThrows(Failure.class, () -> insights.answer("viral-creators", given));
            assertEquals(Failure.Kind.INVALID_INPUT, failure.kind(), given.toString());
        }
    }

    private void record(List<CreatorObservation> observations) {
        ports.creators().record(observations);
        ports.creators().refresh();
    }
}
