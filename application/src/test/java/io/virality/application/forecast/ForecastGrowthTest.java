package io.virality.application.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.application.port.GrowthForecaster;
import io.virality.application.port.Histories;
import io.virality.application.port.InMemoryGrowthForecaster;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Tiers;
import io.virality.domain.forecast.History;
import io.virality.domain.forecast.Metric;
import io.virality.domain.forecast.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastGrowthTest {

    private static final Handle ADA = Handle.tiktok("ada");

    private final List<History> known = new ArrayList<>();

    private final Histories histories = new Histories() {
        @Override
        public Optional<History> of(Handle handle, Metric metric) {
            return known.stream()
                    .filter(history -> history.name().equals(handle.name()))
                    .findFirst();
        }

        @Override
        public List<History> sample(Metric metric, int most) {
            return known.stream()
                    .filter(history -> history.times().length >= 5)
                    .limit(most)
                    .toList();
        }
    };

    private final GrowthForecaster models = new InMemoryGrowthForecaster();
    private final ForecastGrowth forecastGrowth = new ForecastGrowth(histories, models);

    private void grows(String name, long seed, int days) {
        Random random = new Random(seed);
        double[] values = DoubleStream.iterate(
                        1_000 * (seed + 1), count -> count * (1.003 + .001 * random.nextGaussian()))
                .limit(days)
                .toArray();
        known.add(new History(
                name,
                OptionalLong.of((long) values[days - 1]),
                IntStream.range(0, days).mapToDouble(day -> day).toArray(),
                values,
                Origin.SIMULATED));
    }

    private ForecastGrowth.Answer ada(Optional<LocalDate> asOf) {
        return forecastGrowth.forecast(new ForecastGrowth.Question(ADA, Metric.FOLLOWERS, 7, asOf));
    }

    @Test
    void a_creator_of_whom_little_is_known_is_forecast_by_its_like() {
        grows("ada", 0, 6);
        assertTrue(ada(Optional.empty()).forecast().points().isEmpty(), "alone it is too little");
        for (int i = 1; i <= 20; i++) {
            grows("other" + i, i, 60);
        }
        ForecastGrowth.Answer answer = ada(Optional.empty());
        assertEquals(7, answer.forecast().points().size());
        assertEquals("ada", answer.forecast().group());
        assertEquals(Origin.SIMULATED, answer.origin());
        double week = answer.forecast().points().get(6).value();
        assertTrue(week > 1_020 && week < 1_060, "" + week);
    }

    @Test
    void nothing_later_than_the_day_asked_for_is_used() {
        for (int i = 1; i <= 10; i++) {
            grows("other" + i, i, 60);
        }
        grows("ada", 0, 60);
        ForecastGrowth.Answer then = ada(Optional.of(LocalDate.ofEpochDay(39)));
        known.clear();
        for (int i = 1; i <= 10; i++) {
            grows("other" + i, i, 40);
        }
        grows("ada", 0, 40);
        assertEquals(ada(Optional.empty()).forecast(), then.forecast());
    }

    @Test
    void an_unknown_creator_is_told() {
        Failure failure = assertThrows(Failure.class, () -> ada(Optional.empty()));
        assertEquals(Failure.Kind.NOT_FOUND, failure.kind());
    }

    @Test
    void back_tests_by_tier_tell_each_tier_and_all() {
        for (int i = 0; i < 20; i++) {
            grows("creator" + i, i, 60);
        }
        List<Report> reports = new BacktestForecasts(histories, models, Tiers.parse("small:0,large:10000"))
                .backtest(new BacktestForecasts.Question(Metric.FOLLOWERS, 14, Optional.empty(), true));
        assertEquals(
                List.of("all", "small", "large"),
                reports.stream().map(Report::name).toList());
        assertEquals(20, reports.get(0).series());
        assertEquals(20, reports.get(1).series() + reports.get(2).series());
        assertTrue(reports.get(2).backtests().get(0).best().relativeError() < .5);
    }
}
