package io.virality.domain.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.experiment.Moments.Counter;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What the methods promise, on experiments drawn at random: the bands of the shared properties, at a tenth of their size. */
class FalsePositivesTest {

    private static final FixedTest FIXED = new FixedTest(.05, Alternative.TWO_SIDED);
    private static final ConfidenceSequence ANYTIME = new ConfidenceSequence(.05, 5_000, Alternative.TWO_SIDED);

    @Test
    void the_fixed_test_of_seed_1_finds_nothing_in_ninety_five_of_a_hundred() {
        SplittableRandom random = new SplittableRandom(1);
        share(2_000, .05, () -> rejects(normal(200, 0, 1, random), normal(200, 0, 1, random), Difference.ABSOLUTE));
    }

    @Test
    void a_relative_difference_of_seed_2_far_from_0_is_as_honest() {
        SplittableRandom random = new SplittableRandom(2);
        share(2_000, .05, () -> rejects(normal(500, 10, 3, random), normal(500, 10, 3, random), Difference.RELATIVE));
    }

    @Test
    void looking_again_and_again_of_seed_3_breaks_the_fixed_test_and_not_the_anytime_one() {
        SplittableRandom random = new SplittableRandom(3);
        int fixed = 0;
        int anytime = 0;
        for (int i = 0; i < 400; i++) {
            Counter control = new Counter(false);
            Counter treatment = new Counter(false);
            boolean fixedEver = false;
            boolean anytimeEver = false;
            for (int look = 0; look < 20; look++) {
                add(control, 250, 0, 1, random);
                add(treatment, 250, 0, 1, random);
                Effect effect = effect(control, treatment, Difference.ABSOLUTE);
                fixedEver |= FIXED.judge(effect).p() < .05;
                anytimeEver |= ANYTIME.judge(effect).p() < .05;
            }
            fixed += fixedEver ? 1 : 0;
            anytime += anytimeEver ? 1 : 0;
        }
        assertTrue(fixed >= 80, fixed + " of 400");
        assertTrue(anytime <= 20, anytime + " of 400");
    }

    @Test
    void the_interval_of_a_lift_of_seed_4_covers_it_in_ninety_five_of_a_hundred() {
        SplittableRandom random = new SplittableRandom(4);
        share(1_000, .05, () -> {
            Effect effect =
                    (Effect) Comparison.of(shares(5_000, .1, random), shares(5_000, .105, random), Difference.RELATIVE);
            var interval = FIXED.judge(effect).interval();
            return interval.low() > .05 || interval.high() < .05;
        });
    }

    @Test
    void a_covariate_of_seed_5_saves_the_variance_that_it_explains() {
        SplittableRandom random = new SplittableRandom(5);
        double plain = 0;
        double adjusted = 0;
        double sum = 0;
        int runs = 400;
        for (int i = 0; i < runs; i++) {
            Counter control = new Counter(false, false);
            Counter treatment = new Counter(false, false);
            for (int unit = 0; unit < 1_000; unit++) {
                addCorrelated(control, 0, random);
                addCorrelated(treatment, .1, random);
            }
            double raw = treatment.moments().mean(0) - control.moments().mean(0) - .1;
            Effect effect = (Effect) Comparison.of(
                    new AdjustedStatistics(control.moments()),
                    new AdjustedStatistics(treatment.moments()),
                    Difference.ABSOLUTE);
            plain += raw * raw;
            adjusted += (effect.estimate() - .1) * (effect.estimate() - .1);
            sum += effect.estimate() - .1;
        }
        double ratio = adjusted / plain;
        // The shared band, .45 to .57, widened by the noise of a tenth of its runs.
        assertTrue(ratio > .40 && ratio < .63, "ratio " + ratio);
        assertTrue(Math.abs(sum / runs) < 4 * Math.sqrt(adjusted) / runs, "mean error " + sum / runs);
    }

    /** Holds within four standard deviations of so many runs. */
    private static void share(int runs, double expected, Supplier<Boolean> run) {
        int found = 0;
        for (int i = 0; i < runs; i++) {
            found += run.get() ? 1 : 0;
        }
        double share = (double) found / runs;
        double noise = 4 * Math.sqrt(expected * (1 - expected) / runs);
        assertTrue(Math.abs(share - expected) < noise, share + " of " + runs);
    }

    private static boolean rejects(Counter control, Counter treatment, Difference difference) {
        return FIXED.judge(effect(control, treatment, difference)).p() < .05;
    }

    private static Effect effect(Counter control, Counter treatment, Difference difference) {
        return (Effect) Comparison.of(
                new MeanStatistics(control.moments()), new MeanStatistics(treatment.moments()), difference);
    }

    private static Counter normal(int n, double mean, double deviation, SplittableRandom random) {
        Counter counter = new Counter(false);
        add(counter, n, mean, deviation, random);
        return counter;
    }

    private static void add(Counter counter, int n, double mean, double deviation, SplittableRandom random) {
        for (int i = 0; i < n; i++) {
            counter.add(mean + deviation * random.nextGaussian());
        }
    }

    /** Before and after have a correlation of .7. */
    private static void addCorrelated(Counter counter, double lift, SplittableRandom random) {
        double before = random.nextGaussian();
        counter.add(lift + .7 * before + Math.sqrt(1 - .49) * random.nextGaussian(), before);
    }

    private static ProportionStatistics shares(int n, double rate, SplittableRandom random) {
        long successes = 0;
        for (int i = 0; i < n; i++) {
            successes += random.nextDouble() < rate ? 1 : 0;
        }
        return new ProportionStatistics(n, successes);
    }
}
