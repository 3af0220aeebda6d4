package io.virality.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.application.port.Models;
import io.virality.application.port.Observations;
import io.virality.domain.creator.Origin;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.model.Feature;
import io.virality.domain.model.Metric;
import io.virality.domain.model.Metric.Figure;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.ModelKind;
import io.virality.domain.model.TrainingRows;
import io.virality.domain.stats.Interval;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastRoutesTest {

    @RegisterExtension
    private final RunningServer server = new RunningServer();

    /** Wins ten followers a day, without fail. */
    private void observe(String handle, int days) {
        List<CreatorObservation> observations = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            observations.add(Observations.counts(
                    handle, 1_000 + 10 * day, Observations.by("survey", Observations.NOON.plus(Duration.ofDays(day)))));
        }
        server.ports().stored().creators().record(observations);
        server.ports().stored().creators().refresh();
    }

    @Test
    void a_creator_that_wins_ten_a_day_goes_on_to() {
        observe("zoe", 60);
        JsonNode forecast = server.json("/api/v1/creators/@Zoe/forecast?horizon=14");

        assertEquals("followers", forecast.get("metric").asText());
        assertEquals("zoe", forecast.get("group").asText());
        assertEquals("drift", forecast.get("method").asText());
        assertEquals("2026-04-29", forecast.get("lastObserved").asText());
        assertEquals("real", forecast.get("data").asText());
        assertEquals(14, forecast.get("points").size());
        JsonNode last = forecast.get("points").get(13);
        assertEquals("2026-05-13", last.get("date").asText());
        assertEquals(1_730, last.get("value").asDouble(), 1e-6);
        assertEquals(1_730, last.get("low95").asDouble(), 1e-6);
        JsonNode backtest = forecast.get("backtest");
        assertEquals("drift", backtest.get("method").asText());
        assertEquals(0, backtest.get("mape").asDouble(), 1e-9);
        assertTrue(backtest.get("lastValue").get("mape").asDouble() > .01);
        assertEquals(7, forecast.get("backtests").get(0).get("methods").size());
    }

    @Test
    void too_little_is_an_answer() {
        observe("zoe", 3);
        JsonNode forecast = server.json("/api/v1/creators/zoe/forecast?metric=likes");
        assertTrue(forecast.get("method").isNull());
        assertEquals(0, forecast.get("points").size());
        assertEquals(
                "needs at least 5 observations, has 3",
                forecast.get("notes").get(0).asText());
    }

    @ParameterizedTest
    @CsvSource({
        "nobody/forecast, 404, no creator @nobody",
        "zoe/forecast?horizon=91, 400, 'horizon' must be from 1 to 90",
        "zoe/forecast?metric=likse, 400, did you mean 'likes'",
        "z!/forecast, 400, not a tiktok handle"
    })
    void what_cannot_be_answered_is_a_problem(String address, int status, String reason) {
        observe("zoe", 3);
        var answer = server.get("/api/v1/creators/" + address);
        assertEquals(status, answer.statusCode());
        String detail = RunningServer.parse(answer.body()).get("detail").asText();
        assertTrue(detail.contains(reason), detail);
    }

    /** Puts a model of growth there in which one driver matters. */
    static void learnt(Models models) {
        Figure above = Figure.of(.02, new Interval(.01, .03, .95));
        models.store(
                new ModelCard(
                        ModelKind.GROWTH,
                        "Growth of followers in thirty days",
                        StubbedPorts.NOON,
                        new TrainingRows("0", Map.of("creators", 60L), Optional.of(StubbedPorts.NOON), Origin.REAL),
                        List.of(Feature.of("videos-posted", "of the test")),
                        Map.of(),
                        1,
                        Optional.of("panel-drift"),
                        List.of(
                                new Metric(
                                        "error",
                                        "of the test",
                                        false,
                                        Figure.of(.08),
                                        Optional.of(Figure.of(.1)),
                                        Optional.of(above)),
                                Metric.alone("importance of videos-posted", "of the test", true, above),
                                Metric.alone("effect of videos-posted", "more followers", true, above)),
                        "a test"),
                new byte[0]);
    }

    @Test
    void what_goes_with_growth_is_told_with_its_intervals() {
        HttpResponse<String> before = server.get("/api/v1/drivers");
        learnt(server.ports().stored().models());
        JsonNode drivers = server.json("/api/v1/drivers");

        assertEquals(404, before.statusCode());
        assertTrue(before.body().contains("virality drivers"), before.body());
        assertEquals("better", drivers.get("standing").asText());
        assertEquals("real", drivers.get("data").asText());
        JsonNode driver = drivers.get("drivers").get(0);
        assertEquals("videos-posted", driver.get("driver").asText());
        assertEquals("more followers", driver.get("words").asText());
        assertEquals(.02, driver.at("/importance/value").asDouble());
        assertEquals(.03, driver.at("/effect/high").asDouble());
    }
}
