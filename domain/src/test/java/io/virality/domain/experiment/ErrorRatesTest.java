package io.virality.domain.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.stats.Interval;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** What the methods promise, in simulated experiments. The bands are four standard errors of the simulated share wide. */
class ErrorRatesTest {

    private static final double ALPHA = .05;
    private static final FixedTest FIXED = new FixedTest(ALPHA, Alternative.TWO_SIDED);
    private static final ConfidenceSequence SEQUENCE =
            new ConfidenceSequence(ALPHA, ConfidenceSequence.USUAL_TUNING, Alternative.TWO_SIDED);
    private static final int LOOKS = 20;
    private static final int BETWEEN_LOOKS = 250;

    @Test
    void the_fixed_test_finds_nothing_where_there_is_nothing_but_for_alpha() {
        SplittableRandom random = new SplittableRandom(11);
        assertRate(
                ALPHA,
                5000,
                i -> FIXED.judge(effect(normal(random, 200, 0, 1), normal(random, 200, 0, 1), Difference.ABSOLUTE))
                                .p()
                        < ALPHA);
    }

    @Test
    void so_does_the_relative_one_far_from_zero() {
        SplittableRandom random = new SplittableRandom(12);
        assertRate(
                ALPHA,
                3000,
                i -> FIXED.judge(effect(normal(random, 500, 10, 3), normal(random, 500, 10, 3), Difference.RELATIVE))
                                .p()
                        < ALPHA);
    }

    @Test
    void the_interval_of_a_lift_covers_the_truth() {
        SplittableRandom random = new SplittableRandom(13);
        assertRate(1 - ALPHA, 2000, i -> {
            Interval interval = FIXED.judge(
                            effect(share(random, 5000, .1), share(random, 5000, .105), Difference.RELATIVE))
                    .interval();
            return interval.low() <= .05 && .05 <= interval.high();
        });
    }

    @Test
    void looking_often_breaks_the_fixed_test_and_not_the_sequence() {
        SplittableRandom random = new SplittableRandom(14);
        int experiments = 400;
        int fixed = 0;
        int sequential = 0;
        for (int i = 0; i < experiments; i++) {
            MeanStatistics control = normal(random, BETWEEN_LOOKS, 0, 1);
            MeanStatistics treatment = normal(random, BETWEEN_LOOKS, 0, 1);
            boolean fixedEver = false;
            boolean sequentialEver = false;
            for (int look = 0; look < LOOKS; look++) {
                Effect effect = effect(control, treatment, Difference.ABSOLUTE);
                fixedEver |= FIXED.judge(effect).p() < ALPHA;
                sequentialEver |= SEQUENCE.judge(effect).p() < ALPHA;
                control = control.plus(normal(random, BETWEEN_LOOKS, 0, 1));
                treatment = treatment.plus(normal(random, BETWEEN_LOOKS, 0, 1));
            }
            fixed += fixedEver ? 1 : 0;
            sequential += sequentialEver ? 1 : 0;
        }
        assertTrue(fixed >= .2 * experiments, fixed + " of " + experiments);
        assertTrue(sequential <= ALPHA * experiments, sequential + " of " + experiments);
    }

    @Test
    void a_covariate_leaves_the_estimate_unbiased() {
        SplittableRandom random = new SplittableRandom(15);
        int experiments = 500;
        double rho = .7;
        Moments.Counter plain = new Moments.Counter(false);
        Moments.Counter adjusted = new Moments.Counter(false);
        for (int i = 0; i < experiments; i++) {
            AdjustedStatistics control = correlated(random, rho, 0);
            AdjustedStatistics treatment = correlated(random, rho, .1);
            adjusted.add(effect(control, treatment, Difference.ABSOLUTE).estimate());
            plain.add(effect(control.unadjusted(), treatment.unadjusted(), Difference.ABSOLUTE)
                    .estimate());
        }
        double error = Math.sqrt(adjusted.moments().variance(0) / experiments);
        assertEquals(.1, adjusted.moments().mean(0), 4 * error);
        double ratio = adjusted.moments().variance(0) / plain.moments().variance(0);
        assertTrue(ratio > .4 && ratio < .62, "1 - rho^2 is .51, not " + ratio);
    }

    private static void assertRate(double expected, int experiments, IntPredicate experiment) {
        int count = 0;
        for (int i = 0; i < experiments; i++) {
            count += experiment.test(i) ? 1 : 0;
        }
        assertEquals(expected, (double) count / experiments, 4 * Math.sqrt(expected * (1 - expected) / experiments));
    }

    private static Effect effect(SufficientStatistics control, SufficientStatistics treatment, Difference difference) {
        return (Effect) Comparison.of(control, treatment, difference);
    }

    private static MeanStatistics normal(SplittableRandom random, int n, double mean, double deviation) {
        Moments.Counter counter = new Moments.Counter(false);
        for (int i = 0; i < n; i++) {
            counter.add(mean + deviation * random.nextGaussian());
        }
        return new MeanStatistics(counter.moments());
    }

    private static ProportionStatistics share(SplittableRandom random, int n, double share) {
        int successes = 0;
        for (int i = 0; i < n; i++) {
            successes += random.nextDouble() < share ? 1 : 0;
        }
        return new ProportionStatistics(n, successes);
    }

    private static AdjustedStatistics correlated(SplittableRandom random, double rho, double effect) {
        Moments.Counter counter = new Moments.Counter(false, false);
        for (int i = 0; i < 1000; i++) {
            double before = random.nextGaussian();
            counter.add(5 + effect + rho * before + Math.sqrt(1 - rho * rho) * random.nextGaussian(), before);
        }
        return new AdjustedStatistics(counter.moments());
    }
}
