package io.virality.domain.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComparisonTest {

    private static final FixedTest FIXED = new FixedTest(.05, Alternative.TWO_SIDED);

    @Test
    void a_metric_times_a_thousand_has_the_same_lift() {
        Random random = new Random(2);
        double[] control = normal(random, 300, 5, 2);
        double[] treatment = normal(random, 310, 5.2, 2.5);
        Effect small = effect(MeanStatistics.of(control), MeanStatistics.of(treatment), Difference.RELATIVE);
        Effect large = effect(
                MeanStatistics.of(times(control, 1000)),
                MeanStatistics.of(times(treatment, 1000)),
                Difference.RELATIVE);
        assertEquals(1, large.estimate() / small.estimate(), 1e-9);
        assertEquals(1, FIXED.judge(large).p() / FIXED.judge(small).p(), 1e-9);
        assertEquals(
                1,
                PosteriorEffect.of(large, PosteriorEffect.Prior.FLAT).chanceAbove()
                        / PosteriorEffect.of(small, PosteriorEffect.Prior.FLAT).chanceAbove(),
                1e-9);
    }

    @Test
    void arms_that_are_swapped_have_the_opposite_difference() {
        Random random = new Random(3);
        MeanStatistics control = MeanStatistics.of(normal(random, 200, 1, 1));
        MeanStatistics treatment = MeanStatistics.of(normal(random, 100, 1.3, 3));
        Effect there = effect(control, treatment, Difference.ABSOLUTE);
        Effect back = effect(treatment, control, Difference.ABSOLUTE);
        assertEquals(-there.estimate(), back.estimate(), Math.abs(there.estimate()) * 1e-12);
        assertEquals(1, FIXED.judge(back).p() / FIXED.judge(there).p(), 1e-12);
    }

    @Test
    void arms_without_variance_or_baseline_have_no_effect() {
        MeanStatistics some = MeanStatistics.of(1, 2, 4);
        MeanStatistics alike = MeanStatistics.of(2, 2, 2);
        MeanStatistics around = MeanStatistics.of(-1, 0, 1);
        assertEquals(Incomparable.WITHOUT_VARIANCE, Comparison.of(some, alike, Difference.ABSOLUTE));
        assertEquals(Incomparable.WITHOUT_VARIANCE, Comparison.of(alike, some, Difference.RELATIVE));
        assertEquals(Incomparable.WITHOUT_VARIANCE, Comparison.of(some, MeanStatistics.of(1), Difference.ABSOLUTE));
        assertEquals(Incomparable.WITHOUT_BASELINE, Comparison.of(around, some, Difference.ABSOLUTE));
    }

    @Test
    void kinds_do_not_mix() {
        MeanStatistics mean = MeanStatistics.of(1, 2, 4);
        ProportionStatistics share = new ProportionStatistics(3, 1);
        assertThrows(IllegalArgumentException.class, () -> Comparison.of(mean, share, Difference.ABSOLUTE));
    }

    @ParameterizedTest
    @EnumSource(Difference.class)
    void a_covariate_saves_the_variance_it_explains(Difference difference) {
        Random random = new Random(4);
        AdjustedStatistics control = correlated(random, 4000, .7);
        AdjustedStatistics treatment = correlated(random, 4000, .7);
        Effect adjusted = effect(control, treatment, difference);
        Effect plain = effect(control.unadjusted(), treatment.unadjusted(), difference);
        assertEquals(.49, adjusted.adjustment().varianceSaved(), .03);
        assertEquals(.7, adjusted.adjustment().theta(), .03);
        assertEquals(
                .51,
                Math.pow(adjusted.standardError() / plain.standardError(), 2),
                .03,
                "the baseline is 10 deviations from 0, so the relative variance falls alike");
    }

    @Test
    void a_covariate_without_spread_is_left_out() {
        Moments.Counter control = new Moments.Counter(false, false);
        Moments.Counter treatment = new Moments.Counter(false, false);
        for (double value : new double[] {1, 2, 4, 8}) {
            control.add(value, 3);
            treatment.add(value + 1, 3);
        }
        Effect effect = effect(
                new AdjustedStatistics(control.moments()),
                new AdjustedStatistics(treatment.moments()),
                Difference.ABSOLUTE);
        assertEquals(Effect.Adjustment.NONE, effect.adjustment());
        assertEquals(1, effect.estimate());
    }

    private static AdjustedStatistics correlated(Random random, int n, double correlation) {
        Moments.Counter counter = new Moments.Counter(false, false);
        for (int i = 0; i < n; i++) {
            double before = random.nextGaussian();
            double own = random.nextGaussian() * Math.sqrt(1 - correlation * correlation);
            counter.add(10 + correlation * before + own, before);
        }
        return new AdjustedStatistics(counter.moments());
    }

    private static Effect effect(SufficientStatistics control, SufficientStatistics treatment, Difference difference) {
        Effect effect = assertInstanceOf(Effect.class, Comparison.of(control, treatment, difference));
        assertTrue(effect.standardError() > 0);
        return effect;
    }

    private static double[] normal(Random random, int n, double mean, double deviation) {
        return random.doubles(n)
                .map(ignored -> mean + deviation * random.nextGaussian())
                .toArray();
    }

    private static double[] times(double[] values, double factor) {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }
}
