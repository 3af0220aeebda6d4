package io.virality.web;

import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static io.virality.application.port.Observations.profile;
import static io.virality.application.port.Observations.simulated;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import io.virality.application.port.Documents;
import io.virality.application.port.Experiments;
import io.virality.application.port.ImportLog;
import io.virality.application.port.ModelsContract;
import io.virality.application.segment.SegmentCreators;
import io.virality.application.segment.SegmentCreators.Wish;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Tiers;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Summary;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.Rejection;
import io.virality.domain.insight.Catalogue;
import io.virality.domain.insight.Parameter;
import io.virality.domain.insight.Topic;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.ModelKind;
import io.virality.domain.segment.Method;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenApiRoutesTest {

    private static final Catalogue CATALOGUE = new Catalogue(Tiers.STANDARD);

    private static final ModelCard MODEL = ModelsContract.card(ModelKind.CATEGORIES, "rows", StubbedPorts.NOON);

    /** What to put between the braces of a path. */
    private static final Map<String, List<String>> EXAMPLES = Map.of(
            "handle",
            List.of("ada", "bob", "cleo"),
            "claim",
            List.of("micro-engages-more"),
            "id",
            CATALOGUE.topics().stream().map(Topic::id).toList(),
            "import",
            List.of("1", "2"),
            "experiment",
            List.of("boost"),
            "model",
            List.of(MODEL.id()),
            "brand",
            List.of("Green%20Face"));

    /** What to send. Each is asked once, in the order of the document: an experiment is started, and then told of. */
    private static final Map<String, String> BODIES = Map.of(
            "POST /api/v1/experiments",
            design("new"),
            "PUT /api/v1/experiments/{experiment}",
            design("boost"),
            "POST /api/v1/experiments/power",
            "{\"rate\": 0.1, \"lift\": 0.1}",
            "POST /api/v1/recommendations",
            "{\"text\": \"bread\"}",
            "POST /api/v1/portfolios",
            PortfolioRoutesTest.WISH,
            "POST /api/v1/brands/{brand}/feedback",
            "{\"handle\": \"ada\", \"stage\": \"shortlisted\"}",
            "POST /api/v1/experiments/{experiment}/assignments",
            "{\"units\": [\"a\"]}",
            "POST /api/v1/experiments/{experiment}/exposures",
            "{\"unit\": \"a\", \"variation\": \"b\", \"at\": \"2026-11-01T12:00:00Z\"}",
            "POST /api/v1/experiments/{experiment}/outcomes",
            "{\"unit\": \"a\", \"outcome\": \"order\", \"at\": \"2026-11-01T12:00:00Z\"}",
            "POST /api/v1/experiments/{experiment}/summaries",
            "{\"metric\": \"orders\", \"variation\": \"a\", \"at\": \"2026-11-01T12:00:00Z\", \"n\": 9, \"successes\": 3}");

    private static String design(String key) {
        return "{\"key\": \"" + key + "\", \"variations\": [{\"key\": \"a\"}, {\"key\": \"b\"}], \"metrics\":"
                + " [{\"key\": \"orders\", \"role\": \"primary\", \"kind\": \"proportion\"}]}";
    }

    /** Not every question has every parameter. */
    private static final List<String> NAMES_OF_FIRST_TOPIC =
            CATALOGUE.topics().get(0).parameters().stream().map(Parameter::name).toList();

    /** Something for each type that is no value of it. */
    private static final Map<String, String> NOT_OF_TYPE = Map.of("integer", "many", "boolean", "maybe");

    @RegisterExtension
    private final RunningServer server = new RunningServer();

    @Test
    void the_document_lists_exactly_the_paths_of_the_api() {
        assertEquals(
                Set.of(
                        "/health",
                        "/api/v1/dataset",
                        "/api/v1/brands/{brand}/feedback",
                        "/api/v1/creators",
                        "/api/v1/creators/{handle}",
                        "/api/v1/creators/{handle}/forecast",
                        "/api/v1/creators/{handle}/influence",
                        "/api/v1/creators/{handle}/lookalikes",
                        "/api/v1/insights",
                        "/api/v1/insights/{id}",
                        "/api/v1/experiments",
                        "/api/v1/experiments/power",
                        "/api/v1/experiments/{experiment}",
                        "/api/v1/experiments/{experiment}/start",
                        "/api/v1/experiments/{experiment}/stop",
                        "/api/v1/experiments/{experiment}/archive",
                        "/api/v1/experiments/{experiment}/assignments",
                        "/api/v1/experiments/{experiment}/exposures",
                        "/api/v1/experiments/{experiment}/outcomes",
                        "/api/v1/experiments/{experiment}/summaries",
                        "/api/v1/experiments/{experiment}/results",
                        "/api/v1/experiments/{experiment}/results.html",
                        "/api/v1/findings",
                        "/api/v1/findings/{claim}",
                        "/api/v1/disagreements",
                        "/api/v1/drivers",
                        "/api/v1/marketplace/attribution",
                        "/api/v1/marketplace/efficiency",
                        "/api/v1/marketplace/response",
                        "/api/v1/models",
                        "/api/v1/portfolios",
                        "/api/v1/segments",
                        "/api/v1/virality",
                        "/api/v1/creators/{handle}/virality",
                        "/api/v1/models/{model}",
                        "/api/v1/imports",
                        "/api/v1/imports/{import}",
                        "/api/v1/imports/{import}/events",
                        "/api/v1/sources",
                        "/api/v1/quarantine",
                        "/api/v1/recommendations",
                        "/api/v1/openapi.json"),
                names(document().get("paths")));
    }

    @Test
    void every_registered_operation_is_described() {
        Set<Routes> routes = RunningServer.injector(server.ports()).getInstance(Key.get(new TypeLiteral<>() {}));
        Set<String> registered = new HashSet<>();
        routes.forEach(resource -> resource.operations()
                .forEach(operation -> registered.add(operation.method() + " " + operation.path())));

        Set<String> described = new HashSet<>();
        operations().forEach(operation -> described.add(operation.method() + " " + operation.path()));

        assertEquals(registered, described);
    }

    @BeforeEach
    void import_twice() {
        PortfolioRoutesTest.record(server.ports().stored());
        ImportLog log = server.ports().stored().importLog();
        log.finish(log.begin("survey", "test@1", Optional.of("abc"), StubbedPorts.NOON), StubbedPorts.NOON);
        long broken = log.begin("survey", "test@1", Optional.empty(), StubbedPorts.NOON);
        log.breakOff(broken, "down", StubbedPorts.NOON);
        server.ports()
                .stored()
                .creators()
                .record(List.of(
                        profile("ada", "GB", 5, .1, by("survey", StubbedPorts.NOON)),
                        profile("ada", "US", 6, .1, simulated(StubbedPorts.NOON))));
        server.ports().stored().models().store(MODEL, new byte[0]);
        ViralityRoutesTest.learnt(server.ports().stored().models());
        ForecastRoutesTest.learnt(server.ports().stored().models());
        RunningServer.injector(server.ports())
                .getInstance(SegmentCreators.class)
                .segment(new Wish(Method.Kind.KMEANS, OptionalInt.of(2), 1), progress -> {});
        Rejection rejection = new Rejection("2", "no handle", "", "a");
        server.ports().stored().quarantine().add(broken, List.of(rejection, rejection));
    }

    @BeforeEach
    void sell_and_advertise() {
        MarketplaceRoutesTest.market(server.ports().stored());
    }

    /** One long enough to be forecast, and two that are not. */
    @BeforeEach
    void observe_creators() {
        List<CreatorObservation> observations = new ArrayList<>();
        for (int day = 1; day <= 60; day++) {
            observations.add(
                    counts("ada", 1_000 + day * day, by("survey", StubbedPorts.NOON.minus(day, ChronoUnit.DAYS))));
        }
        observations.add(counts("bob", 7, by("survey", StubbedPorts.NOON)));
        observations.add(counts("cleo", 8, by("survey", StubbedPorts.NOON)));
        server.ports().stored().creators().record(observations);
    }

    @Test
    void every_answer_is_as_described() {
        for (Described operation : operations()) {
            for (String address : operation.addresses()) {
                prepare(operation);
                HttpResponse<String> answer = operation.ask(server, address);
                assertEquals(operation.status(), answer.statusCode(), address + ": " + answer.body());
                operation.validate(answer);
            }
        }
    }

    /** Brings an experiment into the state in which an operation on it succeeds. */
    private void prepare(Described operation) {
        if (!operation.path().contains("{experiment}")) {
            return;
        }
        Experiments experiments = server.ports().stored().experiments();
        Design design = RunningServer.injector(server.ports())
                .getInstance(Documents.class)
                .design(design(operation.path().endsWith("/summaries") ? "counted" : "boost"));
        Experiment draft = Experiment.drafted(design, Origin.REAL, "ada", StubbedPorts.NOON);
        Experiment running = draft.started("ada", StubbedPorts.NOON);
        boolean begins = operation.path().endsWith("/start") || operation.path().endsWith("/archive");
        experiments.save(begins ? draft : running);
        if (operation.path().contains("/results")) {
            experiments.recordSummaries(
                    running,
                    experiments.receive(running, StubbedPorts.NOON),
                    List.of(
                            new Summary("orders", "a", StubbedPorts.NOON, 900, .1, 0),
                            new Summary("orders", "b", StubbedPorts.NOON, 900, .2, 0)));
        }
    }

    @Test
    void every_value_that_a_parameter_may_have_is_understood() {
        int asked = 0;
        for (Described operation : operations()) {
            String address = operation.addresses().get(0);
            for (JsonNode parameter : operation.queryParameters()) {
                String name = parameter.get("name").asText();
                if (operation.path().contains("{id}") && !NAMES_OF_FIRST_TOPIC.contains(name)) {
                    continue;
                }
                for (String value : allowed(parameter.get("schema"))) {
                    asked++;
                    String asks = address + "?" + name + "=" + value;
                    HttpResponse<String> answer = operation.ask(server, asks);
                    assertNotEquals(400, answer.statusCode(), asks + ": " + answer.body());
                    operation.validate(answer);
                }
            }
        }
        assertTrue(asked > 30, asked + " requests");
    }

    @Test
    void every_value_that_a_parameter_may_not_have_is_a_problem_as_described() {
        int asked = 0;
        for (Described operation : operations()) {
            String address = operation.addresses().get(0);
            for (JsonNode parameter : operation.queryParameters()) {
                for (String value : forbidden(parameter.get("schema"))) {
                    asked++;
                    String asks = address + "?" + parameter.get("name").asText() + "=" + value;
                    HttpResponse<String> answer = operation.ask(server, asks);
                    assertEquals(400, answer.statusCode(), asks + ": " + answer.body());
                    operation.validate(answer);
                }
            }
            HttpResponse<String> answer = operation.ask(server, address + "?colour=red");
            assertEquals(400, answer.statusCode(), address);
            operation.validate(answer);
        }
        assertTrue(asked > 15, asked + " requests");
    }

    @Test
    void the_document_has_a_fixed_order() {
        String first = server.get("/api/v1/openapi.json").body();
        assertTrue(first.startsWith("{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"Virality\""), first);
        assertTrue(
                first.contains(
                        "{\"name\":\"limit\",\"in\":\"query\",\"required\":false,\"description\":\"how many on a page\","
                                + "\"schema\":{\"default\":20,\"maximum\":100,\"minimum\":1,\"type\":\"integer\"}}"),
                first);
    }

    private static List<String> allowed(JsonNode schema) {
        List<String> values = new ArrayList<>();
        schema.path("enum").forEach(value -> values.add(value.asText()));
        for (String word : List.of("default", "minimum", "maximum")) {
            if (schema.has(word)) {
                values.add(schema.get(word).asText());
            }
        }
        if (schema.get("type").asText().equals("boolean")) {
            values.addAll(List.of("true", "false"));
        }
        values.remove(""); // An empty value asks for nothing.
        return values;
    }

    private static List<String> forbidden(JsonNode schema) {
        List<String> values = new ArrayList<>();
        String type = schema.get("type").asText();
        if (NOT_OF_TYPE.containsKey(type)) {
            values.add(NOT_OF_TYPE.get(type));
        }
        if (schema.has("enum")) {
            values.add("bogus");
        }
        if (schema.has("minimum")) {
            values.add(Long.toString(schema.get("minimum").asLong() - 1));
        }
        if (schema.has("maximum")) {
            values.add(Long.toString(schema.get("maximum").asLong() + 1));
        }
        return values;
    }

    private JsonNode document() {
        return server.json("/api/v1/openapi.json");
    }

    private List<Described> operations() {
        JsonNode document = document();
        List<Described> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                operations.add(new Described(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        operation.getValue(),
                        new SchemaValidator(document)));
            }
        }
        return operations;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** An operation as the document has it. */
    private record Described(String method, String path, JsonNode description, SchemaValidator validator) {

        List<JsonNode> queryParameters() {
            return StreamSupport.stream(description.get("parameters").spliterator(), false)
                    .filter(parameter -> parameter.get("in").asText().equals("query"))
                    .toList();
        }

        /** With a file as its body, if it takes one. */
        HttpResponse<String> ask(RunningServer server, String address) {
            if (!description.has("requestBody")) {
                return server.send(method, address);
            }
            String body = BODIES.get(method + " " + path);
            if (body != null) {
                String type =
                        description.at("/requestBody/content").fieldNames().next();
                return server.sendBody(method, address, body, type);
            }
            assertTrue(description.at("/requestBody/content").has("text/csv"));
            String more = address.contains("source=") ? "" : (address.contains("?") ? "&" : "?") + "source=csv";
            return server.post(address + more, BodyPublishers.ofString("alice"), "Content-Type", "text/csv");
        }

        int status() {
            return Integer.parseInt(description.get("responses").fieldNames().next());
        }

        /** The path with an example for its parameter, if it has one: once for each example. */
        List<String> addresses() {
            for (JsonNode parameter : description.get("parameters")) {
                if (parameter.get("in").asText().equals("path")) {
                    String name = parameter.get("name").asText();
                    // What is told in exposures cannot be told in summaries.
                    List<String> examples = path.endsWith("/summaries") ? List.of("counted") : EXAMPLES.get(name);
                    return examples.stream()
                            .map(example -> path.replace("{" + name + "}", example))
                            .toList();
                }
            }
            return List.of(path);
        }

        void validate(HttpResponse<String> answer) {
            JsonNode responses = description.get("responses");
            String status = Integer.toString(answer.statusCode());
            JsonNode response = responses.has(status) ? responses.get(status) : responses.get("default");
            String mediaType = answer.headers().firstValue("Content-Type").orElseThrow();
            assertTrue(response.get("content").has(mediaType), mediaType + " is not described");
            if (mediaType.equals("text/html")) {
                assertTrue(answer.body().startsWith("<!DOCTYPE html>"), answer.body());
                return;
            }
            String document = mediaType.equals("text/event-stream")
                    ? answer.body().lines().skip(1).findFirst().orElseThrow().substring("data: ".length())
                    : answer.body();
            assertEquals(
                    List.of(),
                    validator.violations(
                            response.get("content").get(mediaType).get("schema"), RunningServer.parse(document)));
        }
    }
}
