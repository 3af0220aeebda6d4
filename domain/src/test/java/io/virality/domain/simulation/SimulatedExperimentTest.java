package io.virality.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.experiment.AdjustedStatistics;
import io.virality.domain.experiment.Evidence;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.Moments;
import io.virality.domain.experiment.SufficientStatistics;
import io.virality.domain.simulation.Shape.Clusters;
import io.virality.domain.simulation.Shape.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulatedExperimentTest {

    private static final Outcome SKEWED = new Outcome(Metric.Kind.MEAN, 10, 15, true, 0);
    private static final Outcome COUNT = new Outcome(Metric.Kind.COUNT, 3, 0, false, 0);

    static List<Outcome> outcomes() {
        return List.of(Outcome.share(.1), Outcome.normal(10, 3), SKEWED, COUNT, Outcome.ratio(.02, .01));
    }

    static List<Outcome> meansAndShares() {
        return List.of(Outcome.share(.3), Outcome.normal(10, 3), SKEWED, COUNT);
    }

    @Test
    void equal_seeds_give_equal_experiments() {
        Shape shape = Shape.of(Outcome.normal(10, 3), 1_000).lookedAt(2);
        List<SufficientStatistics> first = values(looks(shape, 5));
        assertEquals(
                first.stream().map(SufficientStatistics::value).toList(),
                values(looks(shape, 5)).stream()
                        .map(SufficientStatistics::value)
                        .toList());
        assertTrue(first.get(0).value() != values(looks(shape, 6)).get(0).value());
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void values_are_what_was_stated_and_the_variation_lies_above_by_the_effect(Outcome outcome) {
        Evidence evidence = last(Shape.of(outcome, 400_000).with(.2));
        SufficientStatistics control = control(evidence);
        SufficientStatistics treatment = treatment(evidence);
        assertNear(outcome.mean(), control);
        assertNear(outcome.mean() * 1.2, treatment);
    }

    @Test
    void a_skewed_mean_has_its_deviation() {
        assertEquals(15, Math.sqrt(control(last(Shape.of(SKEWED, 400_000))).variance()), .5);
    }

    @ParameterizedTest
    @MethodSource("meansAndShares")
    void what_was_before_has_the_stated_correlation(Outcome outcome) {
        AdjustedStatistics control = (AdjustedStatistics) control(last(Shape.of(outcome.correlated(.6), 400_000)));
        Moments moments = control.moments();
        double variances = Math.sqrt(moments.variance(0) * moments.variance(1));
        assertEquals(.6, moments.covariance(0, 1) / variances, .02);
    }

    @ParameterizedTest
    @MethodSource("meansAndShares")
    void units_of_a_cluster_have_the_stated_correlation(Outcome outcome) {
        Evidence evidence = last(Shape.of(outcome, 400_000).with(new Clusters(10, .3)));
        List<Moments> clusters = evidence.metrics().get(0).clusters().get(SimulatedExperiment.CONTROL);
        double mean = control(evidence).value();
        double pairs = 0;
        double products = 0;
        for (Moments cluster : clusters) {
            double n = cluster.n();
            double apart = cluster.mean(0) - mean;
            double within = cluster.variance(0) * (cluster.binary(0) ? n : n - 1);
            // The sum over ordered pairs of different units is the square of the sum, less the sum of squares.
            products += n * n * apart * apart - (within + n * apart * apart);
            pairs += n * (n - 1);
        }
        assertEquals(.3, products / pairs / control(evidence).variance(), .03);
    }

    @Test
    void units_come_in_equal_parts_to_the_variations_by_their_weights() {
        List<Evidence> looks = looks(
                Shape.of(Outcome.share(.1), 30_000).with(List.of(1.0, 1.0, 2.0)).lookedAt(3), 1);
        for (int look = 0; look < 3; look++) {
            assertEquals(
                    10_000 * (look + 1),
                    looks.get(look).units().values().stream()
                            .mapToLong(units -> units)
                            .sum());
        }
        assertEquals(15_000, looks.get(2).units().get(SimulatedExperiment.VARIATION + 2), 400);
    }

    @Test
    void lost_units_are_missing_on_one_side() {
        Shape whole = Shape.of(Outcome.share(.1), 100_000);
        Shape shape = new Shape(whole.outcome(), 0, whole.weights(), whole.units(), 1, Clusters.NONE, .1);
        Evidence evidence = last(shape);
        assertEquals(50_000, control(evidence).units(), 700);
        assertEquals(45_000, treatment(evidence).units(), 700);
    }

    @Test
    void there_is_no_look_after_the_last() {
        SimulatedExperiment experiment =
                new SimulatedExperiment(Shape.of(Outcome.share(.1), 100), new SplittableRandom(1));
        experiment.nextLook();
        assertThrows(IllegalStateException.class, experiment::nextLook);
    }

    @Test
    void impossible_shapes_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> Outcome.share(1));
        assertThrows(IllegalArgumentException.class, () -> Outcome.normal(10, 0));
        assertThrows(IllegalArgumentException.class, () -> Outcome.normal(10, 3).correlated(1));
        assertThrows(IllegalArgumentException.class, () -> new Clusters(1, .1));
        Shape shape = Shape.of(Outcome.share(.6), 100);
        assertThrows(IllegalArgumentException.class, () -> shape.with(.7));
        assertThrows(IllegalArgumentException.class, () -> shape.with(List.of(1.0)));
        assertThrows(IllegalArgumentException.class, () -> shape.lookedAt(50));
    }

    private static void assertNear(double expected, SufficientStatistics arm) {
        assertEquals(expected, arm.value(), 4.5 * Math.sqrt(arm.variance() / arm.units()));
    }

    private static SufficientStatistics control(Evidence evidence) {
        return evidence.metrics().get(0).statistics().get(SimulatedExperiment.CONTROL);
    }

    private static SufficientStatistics treatment(Evidence evidence) {
        return evidence.metrics().get(0).statistics().get(SimulatedExperiment.VARIATION + 1);
    }

    private static List<SufficientStatistics> values(List<Evidence> looks) {
        return looks.stream().map(SimulatedExperimentTest::control).toList();
    }

    private static Evidence last(Shape shape) {
        return looks(shape, 1).get(shape.looks() - 1);
    }

    private static List<Evidence> looks(Shape shape, long seed) {
        SimulatedExperiment experiment = new SimulatedExperiment(shape, new SplittableRandom(seed));
        List<Evidence> looks = new ArrayList<>();
        for (int i = 0; i < shape.looks(); i++) {
            looks.add(experiment.nextLook());
        }
        return looks;
    }
}
