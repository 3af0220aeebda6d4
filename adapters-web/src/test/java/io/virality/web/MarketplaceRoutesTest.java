package io.virality.web;

import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.dollars;
import static io.virality.application.port.Observations.identity;
import static io.virality.application.port.Observations.simulated;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.application.port.Documents;
import io.virality.application.port.Experiments;
import io.virality.application.port.StoredPorts;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Period;
import io.virality.domain.creator.Platform;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Summary;
import io.virality.domain.ingest.FactObservation;
import io.virality.domain.marketplace.AdResult;
import io.virality.domain.marketplace.Audience;
import io.virality.domain.marketplace.Sale;
import io.virality.domain.marketplace.Touch;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MarketplaceRoutesTest {

    private static final Instant START = StubbedPorts.NOON.minus(Duration.ofDays(700));

    @RegisterExtension
    private final RunningServer server = new RunningServer();

    /** Two touches, two orders, and a hundred weeks of advertisements that bring what they bring. */
    static void market(StoredPorts stored) {
        List<FactObservation> told = new ArrayList<>();
        told.add(new FactObservation(touch("b1", "ada", 3), by("shop", StubbedPorts.NOON)));
        told.add(new FactObservation(touch("b1", "bob", 2), by("shop", StubbedPorts.NOON)));
        told.add(new FactObservation(sale("1", "b1", "10.01"), by("shop", StubbedPorts.NOON)));
        told.add(new FactObservation(sale("2", "b2", "5"), by("shop", StubbedPorts.NOON)));
        SplittableRandom random = new SplittableRandom(4);
        for (int week = 0; week < 100; week++) {
            double spend = 200 * random.nextDouble();
            Instant from = START.plus(Duration.ofDays(7L * week));
            told.add(new FactObservation(
                    new AdResult(
                            "tv",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            new Audience(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                            Optional.of(new Period(from, from.plus(Duration.ofDays(7)))),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(dollars(String.format("%.2f", spend))),
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            Optional.of(dollars(String.format(
                                    "%.2f", 1_000 + 600 * spend / (spend + 80) + 10 * random.nextDouble())))),
                    simulated(StubbedPorts.NOON)));
        }
        stored.transactions().run(() -> stored.facts().record(told));
    }

    private static Touch touch(String buyer, String creator, int hoursBefore) {
        return new Touch(
                Platform.TIKTOK,
                buyer,
                StubbedPorts.NOON.minus(Duration.ofHours(hoursBefore)),
                Touch.Kind.CLICK,
                Optional.of(identity(creator)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Sale sale(String order, String buyer, String gross) {
        return new Sale(
                Platform.TIKTOK,
                order,
                Optional.empty(),
                StubbedPorts.NOON,
                OptionalLong.of(1),
                dollars(gross),
                Optional.of(dollars("0")),
                Optional.of(dollars("1")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(buyer));
    }

    @Test
    void orders_are_attributed_under_all_models_and_add_up() {
        market(server.ports().stored());
        JsonNode answer = server.json("/api/v1/marketplace/attribution?limit=1");
        assertEquals("creator", answer.get("by").asText());
        assertEquals("USD", answer.get("currency").asText());
        assertEquals(2, answer.at("/currencies/0/n").asInt());
        assertEquals("bob", answer.at("/sources/0/name").asText(), "the last touch ranks");
        assertEquals(1, answer.at("/others/sources").asInt());
        assertEquals("15.0100", answer.at("/total/gross").asText());
        for (int model = 0; model < 6; model++) {
            BigDecimal sum = new BigDecimal(answer.at("/unattributed/gross").asText())
                    .add(gross(answer.at("/sources/0"), model))
                    .add(gross(answer.get("others"), model));
            assertEquals("15.0100", sum.toPlainString());
        }
        assertEquals("real", answer.get("data").asText());
    }

    private static BigDecimal gross(JsonNode credited, int model) {
        return new BigDecimal(credited.at("/credits/" + model + "/credit/gross").asText());
    }

    @Test
    void windows_that_touches_do_not_reach_leave_orders_to_nobody() {
        market(server.ports().stored());
        JsonNode answer = server.json("/api/v1/marketplace/attribution?clickDays=0&by=channel");
        assertEquals("15.0100", answer.at("/unattributed/gross").asText());
    }

    @Test
    void what_spending_brings_is_studied_with_bands() {
        market(server.ports().stored());
        JsonNode answer = server.json("/api/v1/marketplace/response");
        assertEquals("revenue", answer.get("value").asText());
        assertEquals(100, answer.at("/study/n").asInt());
        assertEquals("mixed", answer.get("data").asText(), "the orders are real");
        JsonNode tv = answer.at("/study/channels/0");
        assertEquals("tv", tv.get("name").asText());
        assertTrue(tv.at("/half/low").asDouble() < 80 && tv.at("/half/high").asDouble() > 80, tv.toString());
        assertTrue(tv.at("/marginal/low").asDouble() > 0, tv.toString());
    }

    @Test
    void what_an_experiment_measured_stands_beside_what_is_attributed() {
        market(server.ports().stored());
        assertTrue(
                server.json("/api/v1/marketplace/efficiency").toString().contains("not measured"),
                "nobody measured yet");
        Design design = RunningServer.injector(server.ports())
                .getInstance(Documents.class)
                .design("{\"key\": \"tv-916\", \"variations\": [{\"key\": \"a\"}, {\"key\": \"b\"}], \"metrics\":"
                        + " [{\"key\": \"revenue\", \"role\": \"primary\", \"kind\": \"mean\"}]}");
        Experiment running = Experiment.drafted(design, Origin.REAL, "ada", StubbedPorts.NOON)
                .started("ada", StubbedPorts.NOON);
        Experiments experiments = server.ports().stored().experiments();
        experiments.save(running);
        experiments.recordSummaries(
                running,
                experiments.receive(running, StubbedPorts.NOON),
                List.of(
                        new Summary("revenue", "a", StubbedPorts.NOON, 1_000, 10, 4),
                        new Summary("revenue", "b", StubbedPorts.NOON, 1_000, 12, 4)));
        JsonNode returns = server.json("/api/v1/marketplace/efficiency").at("/totals/0/returns");
        JsonNode last = returns.get(returns.size() - 1);
        assertEquals("incremental, experiment tv-916, b", last.get("name").asText());
        assertEquals(2_000, last.get("value").asDouble(), 1e-6);
        assertTrue(last.get("low").asDouble() > 0 && last.get("high").asDouble() > 2_000, last.toString());
        assertEquals("strong", last.get("strength").asText());
    }

    @Test
    void too_few_periods_are_an_answer_in_words() {
        market(server.ports().stored());
        JsonNode answer = server.json("/api/v1/marketplace/response?value=orders");
        assertTrue(answer.get("missing").asText().contains("no common week"), answer.toString());
        assertTrue(answer.path("study").isMissingNode() || answer.get("study").isNull());
    }

    @Test
    void what_cannot_be_answered_is_said() {
        for (String path : List.of("attribution", "response")) {
            HttpResponse<String> none = server.get("/api/v1/marketplace/" + path);
            assertEquals(404, none.statusCode(), none.body());
            assertTrue(none.body().contains("import"), none.body());
        }
        market(server.ports().stored());
        for (String query : List.of(
                "attribution?currency=dollars",
                "attribution?by=planet",
                "attribution?clickDays=-1",
                "attribution?viewDays=9999999999",
                "attribution?halfLifeDays=0",
                "response?budget=-5",
                "response?grain=hour",
                "response?value=likes")) {
            assertEquals(400, server.get("/api/v1/marketplace/" + query).statusCode(), query);
        }
        assertEquals(
                404, server.get("/api/v1/marketplace/attribution?currency=EUR").statusCode());
    }
}
