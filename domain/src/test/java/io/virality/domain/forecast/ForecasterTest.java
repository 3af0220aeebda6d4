package io.virality.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForecasterTest {

    private static final int HORIZON = 14;
    private static final Forecaster FORECASTER = new Forecaster(HORIZON, OptionalInt.empty(), ForecasterTest::mean);

    /** Tells all the same. */
    private static GrowthLearner.Predictor mean(double[][] rows, double[] growth) {
        double mean = Arrays.stream(growth).average().orElseThrow();
        return unknown -> {
            double[] told = new double[unknown.length];
            Arrays.fill(told, mean);
            return told;
        };
    }

    /** Of exact counts and of counts rounded to 100K. */
    @ParameterizedTest
    @CsvSource({".003, 0", ".001, 100000"})
    void over_two_hundred_simulated_panels_bands_cover_what_they_say(double noise, double step) {
        int[] covered = new int[3];
        int all = 0;
        for (int seed = 1; seed <= 200; seed++) {
            SimulatedPanel panel = new SimulatedPanel(seed, 10, 45, HORIZON, noise, step);
            List<Forecast> forecasts = FORECASTER.forecast(panel.series());
            for (int i = 0; i < forecasts.size(); i++) {
                for (int ahead = 1; ahead <= HORIZON; ahead++) {
                    ForecastPoint point = forecasts.get(i).points().get(ahead - 1);
                    double count = panel.count(i, ahead);
                    all++;
                    for (int band = 0; band < covered.length; band++) {
                        Band it = point.bands().get(band);
                        covered[band] += count >= it.low() && count <= it.high() ? 1 : 0;
                    }
                }
            }
        }
        // A narrow band of rounded counts covers whole steps or none.
        assertEquals(.50, (double) covered[0] / all, .04);
        assertEquals(.80, (double) covered[1] / all, .02);
        assertEquals(.95, (double) covered[2] / all, .02);
    }

    @Test
    void the_order_of_series_and_of_their_observations_does_not_matter() {
        List<DailySeries> series = new SimulatedPanel(7, 30, 50, 0, .003, 0).series();
        List<DailySeries> shuffled = new ArrayList<>();
        Random random = new Random(7);
        for (DailySeries each : series) {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, each.size()).boxed().toList());
            Collections.shuffle(order, random);
            shuffled.add(DailySeries.of(
                    each.group(),
                    order.stream().mapToDouble(each::day).toArray(),
                    order.stream().mapToDouble(each::value).toArray()));
        }
        assertEquals(FORECASTER.forecast(series), FORECASTER.forecast(shuffled));
    }

    @ParameterizedTest
    @ValueSource(doubles = {.001, 1_000})
    void other_units_give_the_same_forecast_in_these(double unit) {
        SimulatedPanel panel = new SimulatedPanel(3, 15, 50, 0, .001, 100_000);
        List<Forecast> forecasts = FORECASTER.forecast(panel.series());
        List<Forecast> scaled = FORECASTER.forecast(panel.series(unit));
        for (int i = 0; i < forecasts.size(); i++) {
            ForecastPoint expected = forecasts.get(i).points().get(HORIZON - 1);
            ForecastPoint point = scaled.get(i).points().get(HORIZON - 1);
            assertEquals(expected.value(), point.value() / unit, 1e-6 * expected.value());
            assertEquals(expected.bands().get(1).low(), point.bands().get(1).low() / unit, 1e-6 * expected.value());
        }
    }

    @Test
    void points_follow_the_day_that_was_asked_for_and_else_the_newest_observation() {
        List<DailySeries> series = new SimulatedPanel(1, 10, 40, 0, .003, 0).series();
        LocalDate last = LocalDate.ofEpochDay(SimulatedPanel.FIRST_DAY + 39);
        Forecast forecast = FORECASTER.forecast(series).get(0);
        assertEquals(Optional.of(last), forecast.lastObserved());
        assertEquals(HORIZON, forecast.points().size());
        assertEquals(last.plusDays(1), forecast.points().get(0).date());
        Forecaster later = new Forecaster(HORIZON, OptionalInt.of((int) last.toEpochDay() + 3), ForecasterTest::mean);
        Forecast late = later.forecast(series).get(0);
        assertEquals(HORIZON, late.points().size());
        assertEquals(last.plusDays(4), late.points().get(0).date());
        assertEquals(forecast.points().get(3).value(), late.points().get(0).value());
    }

    @Test
    void bands_grow_with_the_probability_and_with_the_days() {
        List<ForecastPoint> points = FORECASTER
                .forecast(new SimulatedPanel(1, 10, 40, 0, .003, 0).series())
                .get(0)
                .points();
        for (ForecastPoint point : points) {
            assertTrue(point.bands().get(0).low() > point.bands().get(1).low());
            assertTrue(point.bands().get(1).high() < point.bands().get(2).high());
            assertTrue(point.value() > point.bands().get(0).low());
        }
        Band first = points.get(0).bands().get(1);
        Band last = points.get(HORIZON - 1).bands().get(1);
        assertTrue(last.high() - last.low() > 1.5 * (first.high() - first.low()));
    }

    @Test
    void too_little_is_an_answer() {
        DailySeries few = DailySeries.of("few", new double[] {1, 2, 3}, new double[] {7, 8, 9});
        DailySeries some = DailySeries.of("some", new double[] {1, 2, 3, 4, 5, 6}, new double[] {7, 8, 9, 9, 9, 8});
        List<Forecast> forecasts = FORECASTER.forecast(List.of(few, some));
        assertEquals(
                List.of("needs at least 5 observations, has 3"),
                forecasts.get(0).notes());
        assertEquals(Optional.empty(), forecasts.get(0).method());
        assertEquals(List.of(), forecasts.get(1).points());
        assertTrue(forecasts.get(1).notes().get(0).startsWith("needs at least 40 forecasts of its own past"));
    }

    @Test
    void a_flow_that_was_never_negative_is_not_forecast_to_be() {
        double[] times = IntStream.range(0, 120).mapToDouble(day -> day).toArray();
        double[] sales =
                new Random(5).doubles(120).map(chance -> chance < .7 ? 0 : 1).toArray();
        Forecast forecast = FORECASTER
                .forecast(List.of(DailySeries.of("shop", times, sales)))
                .get(0);
        assertTrue(forecast.points().stream()
                .flatMap(point -> point.bands().stream())
                .allMatch(band -> band.low() >= 0 && band.high() >= 0));
    }

    @Test
    void a_method_that_loses_is_shown_as_losing_and_does_not_answer() {
        double[] times = IntStream.range(0, 100).mapToDouble(day -> day).toArray();
        Random random = new Random(11);
        List<DailySeries> walks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            double[] walk = new double[times.length];
            double at = 1_000;
            for (int day = 0; day < walk.length; day++) {
                walk[day] = at += random.nextGaussian();
            }
            walks.add(DailySeries.of("walk" + i, times, walk));
        }
        Report report = FORECASTER.backtest("walks", walks);
        Backtest backtest = report.backtests().get(0);
        assertEquals(20, report.series());
        assertTrue(method(backtest, "drift").losesToLastValue(), "nothing drifts here");
        assertTrue(backtest.best().relativeError() <= 1);
        assertEquals(1, backtest.baseline().relativeError());
        assertEquals(0, backtest.baseline().overall().beatsLastValue());
    }

    private static Backtest.Method method(Backtest backtest, String id) {
        return backtest.methods().stream()
                .filter(method -> method.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 91})
    void a_horizon_is_from_1_to_90_days(int days) {
        OptionalInt newest = OptionalInt.empty();
        assertThrows(IllegalArgumentException.class, () -> new Forecaster(days, newest, ForecasterTest::mean));
    }
}
