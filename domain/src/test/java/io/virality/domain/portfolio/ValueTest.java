package io.virality.domain.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.stats.Sample;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ValueTest {

    private static final Value VALUE = new Value(100, .8, .3);

    @Test
    void whoever_fears_no_loss_reckons_with_the_mean() {
        assertEquals(100, VALUE.certainty(Double.POSITIVE_INFINITY));
        assertEquals(100, VALUE.certainty(1e9), 1e-3);
    }

    @Test
    void the_less_loss_is_tolerated_the_less_it_is_worth() {
        double before = 100;
        for (double tolerance : new double[] {1_000, 100, 10, 1}) {
            double certain = VALUE.certainty(tolerance);
            assertTrue(certain < before && certain > 0, tolerance + ": " + certain);
            before = certain;
        }
    }

    /** Of small risks half the variance by the tolerance is taken off (Pratt 1964). */
    @Test
    void a_small_risk_costs_half_its_variance_by_the_tolerance() {
        Value value = new Value(100, .1, 0);
        double variance = 100 * 100 * Math.expm1(.1 * .1);
        assertEquals(100 - variance / 2 / 1_000, value.certainty(1_000), .002);
    }

    @Test
    void a_sure_value_is_worth_itself() {
        assertEquals(100, new Value(100, 0, 0).certainty(5), 1e-9);
    }

    @Test
    void draws_have_the_mean_and_the_spread_that_are_told() {
        SplittableRandom random = new SplittableRandom(7);
        double[] draws =
                DoubleStream.generate(() -> VALUE.drawn(random)).limit(200_000).toArray();
        assertEquals(100, Sample.of(draws).mean(), 1);
        Sample logarithms = Sample.of(DoubleStream.of(draws).map(Math::log).toArray());
        assertEquals(Math.hypot(.8, .3), Math.sqrt(logarithms.variance()), .01);
    }

    @Test
    void another_look_at_the_creator_changes_the_mean_by_its_doubt_alone() {
        assertEquals(100, new Value(100, .8, 0).redrawn(new SplittableRandom(1)).expected());
        SplittableRandom random = new SplittableRandom(7);
        double[] means = DoubleStream.generate(
                        () -> Math.log(VALUE.redrawn(random).expected()))
                .limit(100_000)
                .toArray();
        assertEquals(.3, Math.sqrt(Sample.of(means).variance()), .005);
    }

    @Test
    void a_value_that_cannot_be_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Value(-1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Value(1, Double.NaN, 1));
    }
}
