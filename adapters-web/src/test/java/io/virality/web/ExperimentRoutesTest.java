package io.virality.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentRoutesTest {

    /** The clock stands at noon of the first. */
    private static final String LATER = "2026-11-01T13:00:00Z";

    private static final String PATH = "/api/v1/experiments";

    private static final String BOOST = """
            {"key": "boost", "hypothesis": "sells more", "owner": "ada",
             "variations": [{"key": "control", "weight": 0.5}, {"key": "boosted", "weight": 0.5}],
             "condition": {"country": {"$in": ["US", "GB"]}},
             "metrics": [{"key": "orders", "role": "primary", "kind": "proportion", "outcome": "order"},
                         {"key": "revenue", "kind": "mean", "outcome": "order", "covariateHours": 48},
                         {"key": "visits", "role": "guardrail", "kind": "count", "outcome": "visit"}]}
            """;

    @RegisterExtension
    private final RunningServer server = new RunningServer();

    @Test
    void an_experiment_goes_from_a_design_to_a_decision() {
        HttpResponse<String> created = json("POST", "?by=ada", BOOST);
        assertEquals(201, created.statusCode(), created.body());
        assertEquals(PATH + "/boost", created.headers().firstValue("Location").orElseThrow());
        assertEquals("draft", parse(created).get("state").asText());
        assertEquals(.02, parse(created).at("/metrics/2/margin").asDouble());

        assertEquals("running", parse(post("/boost/start?by=ada")).get("state").asText());
        JsonNode assigned = parse(json(
                "POST",
                "/boost/assignments",
                "{\"units\": [{\"id\": \"u1\", \"country\": \"US\"}, {\"id\": \"u2\", \"country\": \"FR\"}, \"u3\"]}"));
        assertTrue(assigned.at("/assignments/0/takesPart").asBoolean());
        assertFalse(assigned.at("/assignments/1/takesPart").asBoolean(), "she is not in the country");
        assertFalse(assigned.at("/assignments/2/takesPart").asBoolean());

        StringBuilder exposures = new StringBuilder();
        StringBuilder outcomes = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            boolean boosted = i % 2 == 1;
            exposures.append(String.format(
                    Locale.ROOT,
                    "{\"unit\":\"u%d\",\"variation\":\"%s\",\"at\":\"%s\",\"attributes\":{\"tier\":\"%s\"}}%n",
                    i,
                    boosted ? "boosted" : "control",
                    LATER,
                    i % 3 == 0 ? "nano" : "micro"));
            if (i % 10 < (boosted ? 4 : 2)) {
                outcomes.append(String.format(
                        Locale.ROOT,
                        "{\"unit\":\"u%d\",\"outcome\":\"order\",\"at\":\"2026-11-01T14:00:00Z\",\"value\":%d}%n%n",
                        i,
                        5 + i % 7));
            }
        }
        JsonNode receipt = parse(lines("/boost/exposures", exposures.toString()));
        assertEquals(2_000, receipt.get("rows").asInt(), receipt.toString());
        // i % 10 in {0, 1} for the control, of which even ones are 0; in {1, 3} for the boosted ones.
        assertEquals(
                600,
                parse(lines("/boost/outcomes", outcomes.toString())).get("rows").asInt());

        JsonNode results = server.json(PATH + "/boost/results?segment=tier");
        assertEquals("sequential", results.get("engine").asText(), "whoever looks while it runs looks again");
        JsonNode orders = results.get("results").get(0);
        assertEquals(.2, orders.get("controlValue").asDouble(), 1e-12);
        assertEquals(.4, orders.get("variationValue").asDouble(), 1e-12);
        assertEquals(.2, orders.get("difference").asDouble(), 1e-12);
        assertEquals(1_000, orders.at("/n/control").asInt());
        assertEquals(1_000, results.at("/exposed/units/boosted").asInt());
        assertTrue(results.at("/sql/orders").has("text"));
        assertTrue(results.at("/sql/orders by day").has("text"));
        assertTrue(results.at("/sql/orders by attribute tier").has("text"));
        assertEquals("real", results.get("data").asText());

        JsonNode revenue = results.get("results").get(1);
        assertTrue(revenue.at("/mannWhitney/p").asDouble() < 1e-6, revenue.toString());
        assertEquals(11, revenue.at("/outliers/largest").asInt(), "5 + 6");
        assertTrue(results.at("/health/sampleRatio/pSequential").asDouble() > .5);
        assertEquals("ship", results.at("/segments/0/levels/0/verdict").asText(), results.toString());
        assertEquals(
                "ship to every tier: a gain is shown in each",
                results.at("/segments/0/decision").asText());
        assertEquals(0, results.get("openWindows").size());
        HttpResponse<String> page = server.get(PATH + "/boost/results.html?engine=bayesian");
        assertEquals(
                "attachment; filename=\"boost.html\"",
                page.headers().firstValue("Content-Disposition").orElseThrow());
        assertTrue(page.body().contains("boost: bayesian"), page.body());
        assertFalse(page.body().contains("<script"));

        JsonNode stopped = parse(post("/boost/stop?by=bob&reason=enough"));
        assertEquals("stopped: enough", stopped.at("/changes/2/words").asText());
        assertEquals("bob", stopped.at("/changes/2/by").asText());
        JsonNode atTheEnd = server.json(PATH + "/boost/results");
        assertEquals("frequentist", atTheEnd.get("engine").asText());
        assertTrue(atTheEnd.at("/results/0/p").asDouble() < 1e-6);
        assertEquals("archived", parse(post("/boost/archive")).get("state").asText());
        JsonNode all = server.json(PATH).get("experiments");
        assertEquals(1, all.size());
        assertEquals(2_000, all.at("/0/units").asInt());
        assertEquals(atTheEnd.get("decision"), all.at("/0/decision"));
        assertEquals(1, all.at("/0/health/sampleRatio/p").asDouble(), 1e-12);
        assertEquals(2_000, server.json(PATH + "/boost").get("units").asInt());
    }

    @Test
    void sticky_units_keep_what_they_met_when_the_split_changes() {
        String even = BOOST.replace("\"owner\": \"ada\"", "\"owner\": \"ada\", \"sticky\": true")
                .replace("\"condition\": {\"country\": {\"$in\": [\"US\", \"GB\"]}},", "");
        json("POST", "", even);
        post("/boost/start");
        String units = "{\"units\": "
                + IntStream.range(0, 200).mapToObj(i -> "\"u" + i + "\"").collect(Collectors.joining(", ", "[", "]"))
                + "}";
        List<String> before = dealt(units);
        assertTrue(before.contains("control") && before.contains("boosted"));
        StringBuilder exposures = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            exposures.append(
                    String.format("{\"unit\":\"u%d\",\"variation\":\"%s\",\"at\":\"%s\"}%n", i, before.get(i), LATER));
        }
        lines("/boost/exposures", exposures.toString());
        String uneven = even.replace("\"control\", \"weight\": 0.5", "\"control\", \"weight\": 0.01")
                .replace("\"boosted\", \"weight\": 0.5", "\"boosted\", \"weight\": 0.99");
        assertEquals(200, json("PUT", "/boost", uneven).statusCode());
        List<String> after = dealt(units);
        assertEquals(before.subList(0, 100), after.subList(0, 100), "they met it already");
        assertTrue(
                after.subList(100, 200).stream().filter("boosted"::equals).count() > 90,
                "nobody met these yet: " + after);
        json("PUT", "/boost", uneven.replace("\"sticky\": true", "\"sticky\": false"));
        assertTrue(dealt(units).stream().filter("boosted"::equals).count() > 190, "without stickiness all go over");
    }

    private List<String> dealt(String units) {
        List<String> variations = new ArrayList<>();
        parse(json("POST", "/boost/assignments", units))
                .get("assignments")
                .forEach(each -> variations.add(each.get("variation").asText()));
        return variations;
    }

    @Test
    void what_is_changed_after_the_start_is_shown() {
        json("POST", "", BOOST);
        post("/boost/start");
        json("PUT", "/boost?by=eve", BOOST.replace("sells more", "sells less"));
        JsonNode changes = server.json(PATH + "/boost").get("changes");
        assertEquals(
                "hypothesis: sells more → sells less",
                changes.get(2).get("words").asText());
        assertEquals("eve", changes.get(2).get("by").asText());
        assertTrue(changes.get(2).get("afterStart").asBoolean());
        HttpResponse<String> other = json("PUT", "/boost", BOOST.replace("boosted", "hidden"));
        assertEquals(409, other.statusCode());
        assertTrue(other.body().contains("units were dealt to them already"), other.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stop    | only a running one can",
                "results | has not begun",
            })
    void what_a_draft_cannot_do_is_refused_with_words(String what, String words) {
        json("POST", "", BOOST);
        HttpResponse<String> answer =
                what.equals("results") ? server.get(PATH + "/boost/results") : post("/boost/" + what);
        assertEquals(409, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(words), answer.body());
    }

    @Test
    void a_draft_without_a_primary_metric_cannot_start() {
        json("POST", "", "{\"key\": \"x\", \"variations\": [{\"key\": \"a\"}, {\"key\": \"b\"}]}");
        HttpResponse<String> answer = post("/x/start");
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("register its primary metric before"), answer.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{`key`: 7                                                              | 400 | cannot be understood",
                "{`colour`: `red`}                                                      | 400 | colour",
                "{}                                                                     | 422 | the experiment's key is missing",
                "{`key`: `a b`, `variations`: [{`key`: `a`}, {`key`: `b`}]}             | 422 | an experiment's key consists of",
                "{`key`: `x`}                                                           | 422 | compares 2 to 20 variations, not 0",
                "{`key`: `x`, `variations`: [{`key`: `a`}]}                             | 422 | not 1",
                "{`key`: `x`, `variations`: [{`key`: `a`}, {`key`: `a`}]}               | 422 | two variations are called 'a'",
                "{`key`: `x`, `variations`: [{`key`: `a`, `weight`: 1}, {`key`: `b`}]}  | 422 | must sum to 1, not to 1.5",
                "{`key`: `x`, `variations`: [{`key`: `a`}, {`key`: `b`}], `engine`: `z`}| 422 | frequentist, fixed, sequential, bayesian",
            })
    void a_design_that_cannot_be_is_refused_with_words(String design, int status, String words) {
        HttpResponse<String> answer = json("POST", "", design.replace('`', '"'));
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(words), answer.body());
        assertEquals(0, server.json(PATH).get("experiments").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"unit\":\"u\",\"variation\":\"gone\",\"at\":\"2026-11-01T13:00:00Z\"}        | 422 | line 3: there is no variation 'gone'",
                "{\"unit\":\"u\",\"variation\":\"control\",\"at\":\"yesterday\"}                | 422 | line 3: 'at' must be a time",
                "{\"unit\":\"u\",\"variation\":\"control\"}                                     | 422 | line 3: 'at' is missing",
                "{\"unit\":\"u\",\"variation\":\"control\",\"at\":\"2026-10-01T00:00:00Z\"}     | 422 | line 3: nobody was exposed at",
                "{\"unit\":\"\",\"variation\":\"control\",\"at\":\"2026-11-01T13:00:00Z\"}      | 422 | line 3: a unit's name",
                "{\"unit\":\"u\"                                                                | 400 | line 3: it cannot be understood",
            })
    void a_line_that_cannot_be_is_named_and_nothing_is_kept(String line, int status, String words) {
        json("POST", "", BOOST);
        post("/boost/start");
        String good = "{\"unit\":\"u1\",\"variation\":\"control\",\"at\":\"" + LATER + "\"}\n\n";
        HttpResponse<String> answer = lines("/boost/exposures", good + line);
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(parse(answer).get("detail").asText().startsWith(words), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(409, server.get(PATH + "/boost/results").statusCode(), "nobody was exposed");
    }

    @Test
    void a_body_that_is_too_large_is_refused() {
        json("POST", "", BOOST);
        post("/boost/start");
        byte[] large = "\n".repeat(RunningServer.LARGEST_UPLOAD + 2).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = server.post(
                PATH + "/boost/outcomes",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)),
                "Content-Type",
                "application/x-ndjson");
        assertEquals(413, answer.statusCode(), answer.body());
        assertEquals(413, lines("/boost/outcomes", "x".repeat(70_000)).statusCode(), "and so is a line that is no row");
    }

    @Test
    void an_experiment_may_be_told_in_summaries() {
        json("POST", "", BOOST);
        post("/boost/start");
        String rows = """
                {"metric":"orders","variation":"control","at":"2026-11-02T00:00:00Z","n":1000,"successes":100}
                {"metric":"orders","variation":"boosted","at":"2026-11-02T00:00:00Z","n":1000,"successes":150}
                {"metric":"revenue","variation":"control","at":"2026-11-02T00:00:00Z","n":1000,"mean":5,"variance":4}
                {"metric":"revenue","variation":"boosted","at":"2026-11-02T00:00:00Z","n":1000,"mean":6,"variance":4}
                """;
        assertEquals(4, parse(lines("/boost/summaries", rows)).get("rows").asInt());
        JsonNode results = server.json(PATH + "/boost/results?engine=fixed");
        assertEquals(2, results.get("results").size(), results.toString());
        assertEquals(.05, results.at("/results/0/difference").asDouble(), 1e-12);
        assertEquals(1, results.at("/results/1/difference").asDouble(), 1e-12);
        HttpResponse<String> mixed =
                lines("/boost/exposures", "{\"unit\":\"u\",\"variation\":\"control\",\"at\":\"" + LATER + "\"}");
        assertEquals(409, mixed.statusCode());
    }

    @Test
    void the_list_says_how_experiments_stand_now() {
        json("POST", "", BOOST);
        post("/boost/start");
        JsonNode begun = server.json(PATH).at("/experiments/0");
        assertEquals(0, begun.get("units").asInt());
        assertFalse(begun.has("decision"), begun.toString());
        for (int delivery = 1; delivery <= 2; delivery++) {
            lines(
                    "/boost/summaries",
                    String.format(
                            "{\"metric\":\"orders\",\"variation\":\"control\",\"at\":\"%s\",\"n\":9000,\"successes\":900}%n"
                                    + "{\"metric\":\"orders\",\"variation\":\"boosted\",\"at\":\"%s\",\"n\":9000,\"successes\":%d}%n",
                            LATER, LATER, 900 + 300 * delivery));
            JsonNode told = server.json(PATH).at("/experiments/0");
            assertEquals(18_000, told.get("units").asInt());
            assertEquals("ship", told.at("/decision/verdict").asText(), told.toString());
            assertTrue(
                    told.at("/decision/because/0").asText().contains(delivery == 1 ? "0.1333" : "0.1667"),
                    "what was told since is in it: " + told);
        }
    }

    @Test
    void one_key_one_experiment() {
        json("POST", "", BOOST);
        assertEquals(409, json("POST", "", BOOST).statusCode());
        assertEquals(404, server.get(PATH + "/bost").statusCode());
        assertTrue(post("/bost/start").body().contains("did you mean 'boost'"));
    }

    @Test
    void power_is_told_before_the_start() {
        JsonNode outlook =
                parse(json("POST", "/power", "{\"rate\": 0.1, \"lift\": 0.1, \"unitsPerDay\": 1000, \"days\": 14}"));
        // By hand: 2 · (1.96 + 0.8416)² · 0.9 / 0.1 · (1 + 1.1²) / 0.1² = 31,219.
        assertEquals(31_219, outlook.get("unitsNeeded").asDouble(), 5);
        assertEquals(
                Math.ceil(outlook.get("unitsNeeded").asDouble() / 1000),
                outlook.get("daysNeeded").asDouble());
        assertTrue(outlook.get("power").asDouble() < .8);
        HttpResponse<String> wrong = json("POST", "/power", "{\"rate\": 1.5, \"lift\": 0.1}");
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("a rate lies between 0 and 1"), wrong.body());
    }

    private HttpResponse<String> json(String method, String path, String document) {
        return server.sendBody(method, PATH + path, document, "application/json");
    }

    private HttpResponse<String> post(String path) {
        return server.post(PATH + path, BodyPublishers.noBody());
    }

    private HttpResponse<String> lines(String path, String lines) {
        return server.post(PATH + path, BodyPublishers.ofString(lines), "Content-Type", "application/x-ndjson");
    }

    private static JsonNode parse(HttpResponse<String> answer) {
        return RunningServer.parse(answer.body());
    }
}
