package io.virality.domain.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.experiment.PosteriorEffect.Prior;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Baseline RATE = Baseline.ofProportion(.1);
    private static final Plan FIXED = new Plan.Tested(.05, Alternative.TWO_SIDED, OptionalDouble.empty());
    private static final Plan ANYTIME = new Plan.Tested(.05, Alternative.TWO_SIDED, OptionalDouble.of(5_000));
    private static final Plan BELIEVED = new Plan.Believed(.05, new Prior(0, .09), Difference.RELATIVE);

    @Test
    void a_lift_that_is_just_detectable_has_the_power() {
        Sizes uneven = new Sizes(20_000, 5_000);
        for (Plan plan : List.of(FIXED, ANYTIME, BELIEVED)) {
            double lift = plan.detectable(RATE, uneven, .8).orElseThrow();
            assertEquals(.8, plan.power(RATE, uneven, lift), 1e-6, plan::toString);
        }
    }

    @Test
    void so_many_units_as_are_enough_have_the_power() {
        Sizes start = new Sizes(1_000, 500);
        for (Plan plan : List.of(FIXED, ANYTIME, BELIEVED)) {
            double factor = plan.enough(RATE, start, .05, .9).orElseThrow();
            assertEquals(.9, plan.power(RATE, start.times(factor), .05), 1e-9, plan::toString);
        }
    }

    @Test
    void looking_at_any_time_costs_power() {
        Sizes sizes = new Sizes(10_000, 10_000);
        assertTrue(ANYTIME.power(RATE, sizes, .1) < FIXED.power(RATE, sizes, .1));
    }

    @Test
    void without_a_belief_the_posterior_finds_what_the_test_finds() {
        Plan flat = new Plan.Believed(.05, Prior.FLAT, Difference.RELATIVE);
        Sizes sizes = new Sizes(9_000, 7_000);
        assertEquals(FIXED.power(RATE, sizes, .08), flat.power(RATE, sizes, .08), 1e-12);
    }

    @Test
    void too_few_units_detect_nothing() {
        assertTrue(FIXED.detectable(RATE, new Sizes(10, 10), .8).isEmpty());
    }

    @Test
    void the_first_week_with_power_is_told_if_there_is_one() {
        Sizes weekly = new Sizes(10_000, 10_000);
        int week = FIXED.weeks(RATE, weekly, .05, .8, 50).orElseThrow();

        assertTrue(FIXED.power(RATE, weekly.times(week), .05) >= .795);
        assertTrue(FIXED.power(RATE, weekly.times(week - 1), .05) < .795);
        assertTrue(FIXED.weeks(RATE, weekly, .001, .8, 9).isEmpty());
    }

    @Test
    void units_that_are_alike_by_cluster_find_less() {
        Sizes sizes = new Sizes(10_000, 10_000);
        Baseline clustered = RATE.clustered(new DesignEffect(30, .5, .1));
        assertTrue(FIXED.power(clustered, sizes, .1) < FIXED.power(RATE, sizes, .1));
        assertEquals(
                FIXED.power(RATE, sizes, .1),
                FIXED.power(RATE.clustered(new DesignEffect(30, .5, 0)), sizes, .1),
                1e-12);
    }

    /** {@code power.t.test(n = 20, delta = 1, sd = 1, strict = TRUE)} of R 4.2.2. */
    @Test
    void students_test_has_the_power_that_r_says() {
        StudentPlan plan = new StudentPlan(1, .05, Alternative.TWO_SIDED);

        assertEquals(.868953027724586, plan.power(20, 1), 1e-9);
        assertEquals(20, plan.units(1, .868953027724586), 1e-6);
        assertEquals(1, plan.detectable(20, .868953027724586), 1e-8);
    }

    @Test
    void a_run_goes_on_until_the_effect_can_be_found() {
        RemainingRun run = new RemainingRun(.05, 1_000, .05, .05, OptionalDouble.empty(), Prior.FLAT);
        double more = run.more(.8).orElseThrow();

        assertEquals(.8, run.power(more), 1e-9);
        assertEquals(0, run.more(.1).orElseThrow());
        assertTrue(new RemainingRun(.05, 1_000, 1e-9, .05, OptionalDouble.empty(), Prior.FLAT)
                .more(.8)
                .isEmpty());
    }

    @Test
    void textbooks_agree_on_the_size_within_a_percent() {
        ProportionPlan plan = new ProportionPlan(.1, .12, .05, Alternative.TWO_SIDED, .8);

        assertEquals(plan.unpooled(), plan.pooled(), plan.unpooled() / 100);
        assertEquals(plan.unpooled(), plan.arcsine(), plan.unpooled() / 100);
    }
}
