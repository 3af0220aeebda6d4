package io.virality.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.experiment.Analysis;
import io.virality.domain.experiment.AnalysisPlan;
import io.virality.domain.experiment.Evidence;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.ProportionStatistics;
import io.virality.domain.ingest.AssumedTime;
import io.virality.domain.ingest.ImportSummary;
import io.virality.domain.ingest.RejectionGroup;
import io.virality.domain.ingest.Tally;
import io.virality.domain.insight.Catalogue;
import io.virality.domain.insight.Insight;
import io.virality.domain.insight.Measure;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import io.virality.domain.insight.Theme;
import io.virality.domain.insight.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonDocumentsTest {

    private final JsonDocuments documents = new JsonDocuments();
    private final Catalogue catalogue = new Catalogue(Tiers.STANDARD);

    @Test
    void an_analysis_has_the_fields_that_apply() {
        Metric metric = Metric.of("orders", Metric.Kind.PROPORTION, Metric.Role.PRIMARY);
        Evidence evidence = new Evidence(
                Map.of("A", 10_000L, "B", 10_000L),
                0,
                0,
                List.of(Evidence.OfMetric.of(Map.of(
                        "A", new ProportionStatistics(10_000, 1_000), "B", new ProportionStatistics(10_000, 1_150)))));
        JsonNode analysis = Json.read(
                documents
                        .analysis(Analysis.of(AnalysisPlan.of("boost", "A", metric), evidence))
                        .getBytes(StandardCharsets.UTF_8),
                JsonNode.class);
        assertEquals("boost", analysis.get("experiment").asText());
        assertEquals("frequentist", analysis.get("engine").asText());
        assertEquals(1, analysis.at("/health/sampleRatio/p").asDouble());
        assertEquals("two-proportions", analysis.at("/results/0/method").asText());
        assertEquals(10_000, analysis.at("/results/0/n/variation").asInt());
        assertEquals(.015, analysis.at("/results/0/difference").asDouble(), 1e-12);
        assertEquals("ship", analysis.at("/decision/verdict").asText());
        assertEquals("B", analysis.at("/decision/variation").asText());
        for (String absent : List.of("chanceToWin", "expectedLoss", "varianceSaved", "outliers", "nonInferiority")) {
            assertFalse(analysis.at("/results/0").has(absent), absent);
        }
        assertFalse(analysis.has("segments") || analysis.has("days"));
    }

    @Test
    void an_insight_has_the_fields_that_scripts_rely_on_in_their_order() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("handle", "ada");
        values.put("nickname", "Ada 🎨 \"the\" Painter");
        values.put("followers", 123_456L);
        values.put("engagement_rate", .025);
        values.put("like_engagement_rate", null);
        Insight insight = new Insight(
                topic("viral-creators"),
                "Which creators above 100,000 followers have the highest engagement rate?",
                new Measure.Engagement(RateDefinition.PROVIDER),
                parameters("minFollowers", 100_000L, "definition", "provider@1"),
                List.of(new Row(values)),
                1,
                Optional.of(Instant.parse("2026-11-01T12:00:00Z")),
                new Statement("sqlite", "select\n1"),
                Origin.SIMULATED,
                List.of("mind the gap"));

        assertEquals(compact("""
                        {"insight": "viral-creators",
                         "question": "Which creators above 100,000 followers have the highest engagement rate?",
                         "definition": {"id": "provider@1",
                                        "formula": "average engagement rate as the provider of the data gives it", "population": "creators"},
                         "parameters": {"minFollowers": 100000, "definition": "provider@1"},
                         "columns": [
                           {"name": "handle", "type": "text", "unit": "text", "meaning": "the creator"},
                           {"name": "nickname", "type": "text", "unit": "text", "meaning": "the name it shows"},
                           {"name": "followers", "type": "integer", "unit": "count",
                            "meaning": "its newest number of followers"},
                           {"name": "engagement_rate", "type": "number", "unit": "fraction",
                            "meaning": "its engagement rate under the definition"},
                           {"name": "like_engagement_rate", "type": "number", "unit": "fraction",
                            "meaning": "the part of likes in it"}],
                         "rows": [{"handle": "ada", "nickname": "Ada 🎨 \\"the\\" Painter", "followers": 123456,
                                   "engagement_rate": 0.025, "like_engagement_rate": null}],
                         "n": 1,
                         "asOf": "2026-11-01T12:00:00Z",
                         "computed": [],
                         "sql": {"dialect": "sqlite", "text": "select\\n1"},
                         "data": "simulated",
                         "caveats": ["mind the gap"],
                         "chart": "bars"}
                        """), documents.insight(insight));
    }

    @Test
    void an_insight_into_nothing_keeps_its_as_of_and_names_what_is_computed() {
        Insight insight = new Insight(
                topic("engagement-by-tier"),
                "?",
                new Measure.Engagement(RateDefinition.BY_VIEWS),
                Map.of(),
                List.of(),
                0,
                Optional.empty(),
                new Statement("sqlite", "select 1"),
                Origin.REAL,
                List.of());

        JsonNode document = RunningServer.parse(documents.insight(insight));

        assertEquals("null", document.get("asOf").toString());
        assertEquals(
                "[\"q1\",\"median\",\"q3\",\"low\",\"high\",\"note\"]",
                document.get("computed").toString());
    }

    @Test
    void the_catalogue_leaves_out_a_default_that_the_data_decides() {
        assertEquals(
                compact("""
                        {"insights": [
                          {"id": "viral-creators",
                           "theme": "Influencer impact",
                           "question": "Which creators above a number of followers have the highest engagement rate?",
                           "parameters": [
                             {"name": "minFollowers", "kind": "count", "default": "100000",
                              "meaning": "creators must have more followers than this"},
                             {"name": "limit", "kind": "limit", "default": "10",
                              "meaning": "how many creators to name"},
                             {"name": "definition", "kind": "definition",
                              "meaning": "engagement-rate definition; by default the provider's rate where there is one"}],
                           "columns": [
                             {"name": "handle", "type": "text", "unit": "text", "meaning": "the creator"},
                             {"name": "nickname", "type": "text", "unit": "text", "meaning": "the name it shows"},
                             {"name": "followers", "type": "integer", "unit": "count",
                              "meaning": "its newest number of followers"},
                             {"name": "engagement_rate", "type": "number", "unit": "fraction",
                              "meaning": "its engagement rate under the definition"},
                             {"name": "like_engagement_rate", "type": "number", "unit": "fraction",
                              "meaning": "the part of likes in it"}],
                           "chart": "bars"}]}
                        """),
                documents.catalogue(List.of(new Theme("Influencer impact", List.of(topic("viral-creators"))))));
    }

    @Test
    void an_import_tells_a_line_as_a_number_and_any_other_place_as_text() {
        ImportSummary summary = new ImportSummary(
                "csv",
                "bright-data-profiles@1",
                Origin.REAL,
                new Tally(5, 3, 1),
                Optional.of(new AssumedTime(Instant.parse("2026-03-01T00:00:00Z"), 9)),
                List.of(
                        new RejectionGroup("followers is negative", 2, "17", "-4"),
                        new RejectionGroup("no handle", 1, "page 3", "")),
                Duration.ofMillis(1_250));

        assertEquals(compact("""
                        {"source": "csv", "read": 12, "stored": 5, "updated": 3, "unchanged": 1, "rejected": 3,
                         "seconds": 1.25,
                         "rejections": [
                           {"reason": "followers is negative", "count": 2, "firstLine": 17, "example": "-4"},
                           {"reason": "no handle", "count": 1, "firstLine": "page 3", "example": ""}],
                         "version": "bright-data-profiles@1", "data": "real",
                         "timeAssumed": {"observedAt": "2026-03-01T00:00:00Z", "rows": 9}}
                        """), documents.importSummary(summary));
    }

    private Topic topic(String id) {
        return catalogue.topic(id).orElseThrow();
    }

    private static Map<String, Object> parameters(Object... namesAndValues) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return parameters;
    }

    private static String compact(String json) {
        return RunningServer.parse(json).toString();
    }
}
