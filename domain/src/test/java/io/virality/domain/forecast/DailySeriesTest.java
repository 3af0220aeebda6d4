package io.virality.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailySeriesTest {

    private static DailySeries daily(double... values) {
        return DailySeries.of(
                "ada", IntStream.range(0, values.length).mapToDouble(day -> day).toArray(), values);
    }

    private static List<Double> values(DailySeries series) {
        return IntStream.range(0, series.size()).mapToObj(series::value).toList();
    }

    @Test
    void of_a_day_the_latest_observation_counts_and_of_one_moment_the_larger() {
        DailySeries series = DailySeries.of(
                "ada", new double[] {2.5, 1.25, 1.75, 2.5, 3}, new double[] {30, 10, 20, 40, Double.NaN});
        assertEquals(List.of(20.0, 40.0), values(series));
        assertEquals(2, series.lastDay());
        assertTrue(
                series.notes().get(0).startsWith("2 observations left out"),
                series.notes().toString());
    }

    @Test
    void a_false_dip_out_of_a_stale_cache_is_left_out() {
        DailySeries series =
                daily(70.1e6, 70.2e6, 70.4e6, 70.1e6, 70.4e6, 70.5e6, 70.6e6, 70.6e6, 70.3e6, 70.3e6, 70.7e6);
        assertEquals(100_000, series.step(), 1);
        assertEquals(8, series.size());
        assertTrue(series.notes().stream().anyMatch(note -> note.startsWith("3 observations left out as false dips")));
    }

    @Test
    void a_loss_that_stays_is_kept() {
        DailySeries series = daily(70.1e6, 70.2e6, 70.4e6, 69.9e6, 69.9e6, 70.0e6, 70.0e6, 70.0e6, 70.1e6, 70.1e6);
        assertEquals(10, series.size());
    }

    @Test
    void what_was_a_dip_is_not_known_before_it_is_over() {
        DailySeries series = daily(70.1e6, 70.2e6, 70.4e6, 70.1e6, 70.4e6, 70.5e6);
        assertEquals(5, series.size());
        assertEquals(70.1e6, series.until(3).lastValue());
        assertEquals(4, series.until(3).size());
    }

    @ParameterizedTest
    @CsvSource({"1", "100000", ".37", ".0001"})
    void the_step_of_rounding_is_found_in_any_unit(double step) {
        DailySeries series = daily(Arrays.stream(new double[] {50, 51, 53, 53, 54, 56, 59})
                .map(each -> each * step)
                .toArray());
        assertEquals(step, series.step(), 1e-6 * step);
    }

    @Test
    void exact_values_have_no_step() {
        assertEquals(0, daily(1, Math.sqrt(2), Math.PI, Math.E, 5.123456789).step());
    }

    @Test
    void a_gap_is_told_and_not_filled() {
        DailySeries series =
                DailySeries.of("ada", new double[] {1, 2, 3, 4, 25, 26}, new double[] {100, 101, 102, 103, 120, 121});
        assertEquals(6, series.size());
        assertEquals(
                List.of(
                        "nothing was observed for 21 days until 1970-01-26: no values were made up, trends are per day"),
                series.notes());
    }

    @Test
    void levels_are_positive_and_move_by_small_parts() {
        assertEquals(Nature.LEVEL, daily(100, 101, 103, 104, 104).nature());
        assertEquals(Nature.FLOW, daily(100, 30, 250, 80, 10).nature());
        assertEquals(Nature.FLOW, daily(100, 101, 0, 104, 104).nature());
    }
}
