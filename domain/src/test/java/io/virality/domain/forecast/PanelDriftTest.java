package io.virality.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PanelDriftTest {

    private static final int DAYS = 40;
    private static final double USUAL_SLOPE = .002;
    private static final double FIRST_DAY_OF_LASTING_PART = .8 * .98;

    private static DailySeries growing(String name, double start, double slope, double step) {
        return DailySeries.of(
                name,
                IntStream.range(0, DAYS).mapToDouble(day -> day).toArray(),
                IntStream.range(0, DAYS)
                        .mapToDouble(day -> start * Math.exp(slope * day))
                        .map(count -> step == 0 ? count : Math.rint(count / step) * step)
                        .toArray());
    }

    /** Exact counts, whose slopes lie around the usual one. */
    private static List<DailySeries> panel(DailySeries one) {
        List<DailySeries> panel = new ArrayList<>();
        for (int i = -10; i <= 10; i++) {
            panel.add(growing("other" + i, 1e6, USUAL_SLOPE + i * .0001, 0));
        }
        panel.add(one);
        return panel;
    }

    private static double firstDay(DailySeries series) {
        return new PanelDrift().over(panel(series)).of(series).at(1) - series.lastScaled();
    }

    @Test
    void an_exact_count_keeps_its_own_slope_in_so_far_as_slopes_last() {
        assertEquals(FIRST_DAY_OF_LASTING_PART * .004, firstDay(growing("exact", 1e6, .004, 0)), 1e-9);
    }

    @Test
    void a_coarsely_rounded_count_is_believed_to_grow_as_is_usual() {
        DailySeries rounded = growing("rounded", 1.17e6, .004, 1e5);
        double own = firstDay(growing("exact", 1.17e6, .004, 0));
        double drawn = firstDay(rounded);
        assertTrue(drawn > FIRST_DAY_OF_LASTING_PART * USUAL_SLOPE, "" + drawn);
        assertTrue(drawn < .75 * own, drawn + " is hardly drawn from " + own);
    }

    @Test
    void the_slope_fades() {
        DailySeries series = growing("exact", 1e6, .004, 0);
        Course course = new PanelDrift().over(panel(series)).of(series);
        assertTrue(course.at(60) - course.at(30) < .6 * (course.at(30) - course.at(0)));
    }
}
