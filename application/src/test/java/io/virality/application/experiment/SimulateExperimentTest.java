package io.virality.application.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.domain.experiment.AnalysisPlan;
import io.virality.domain.experiment.ConfidenceSequence;
import io.virality.domain.experiment.Decision.Verdict;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Method;
import io.virality.domain.simulation.OperatingCharacteristics;
import io.virality.domain.simulation.Shape;
import io.virality.domain.simulation.Shape.Clusters;
import io.virality.domain.simulation.Shape.Outcome;
import io.virality.domain.stats.Proportion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulateExperimentTest {

    private static final int RUNS = 400;
    private static final Shape PEEKED = Shape.of(Outcome.normal(10, 3), 4_000).lookedAt(10);

    @Test
    void equal_seeds_give_equal_answers() {
        assertEquals(simulate(PEEKED, 20, 3), simulate(PEEKED, 20, 3));
    }

    @Test
    void peeking_breaks_the_fixed_test_and_not_the_always_valid_one() {
        List<OperatingCharacteristics> engines = simulate(PEEKED, RUNS, 1);
        OperatingCharacteristics fixed = engines.get(0);
        OperatingCharacteristics sequential = engines.get(1);
        assertAlpha(fixed.found());
        assertTrue(fixed.foundAtAnyLook().share() > .12, "found at any look: " + fixed.foundAtAnyLook());
        assertTrue(sequential.foundAtAnyLook().share() <= .05, "found at any look: " + sequential.foundAtAnyLook());
        assertTrue(sequential.width() > fixed.width());
        assertTrue(sequential.coversAtEveryLook().share() >= .95, "covered: " + sequential.coversAtEveryLook());
    }

    @Test
    void an_effect_is_found_and_estimated_without_bias() {
        OperatingCharacteristics fixed = simulate(
                        Shape.of(Outcome.normal(10, 3), 4_000).with(.05), RUNS, 2)
                .get(0);
        assertTrue(fixed.found().share() > .99, "found: " + fixed.found());
        assertEquals(fixed.found(), fixed.foundAtAnyLook());
        assertEquals(.5, fixed.estimate().mean(), .025);
        assertEquals(0, fixed.bias().mean(), .025);
        assertEquals(4_000, fixed.unitsUntilFound().orElseThrow().mean());
        assertTrue(fixed.verdicts().get(Verdict.SHIP).share() > .98, "verdicts: " + fixed.verdicts());
    }

    @Test
    void a_covariate_and_clusters_are_analysed_as_such() {
        Shape adjusted = Shape.of(Outcome.normal(10, 3).correlated(.7), 1_000);
        OperatingCharacteristics with = simulate(adjusted, RUNS, 3).get(0);
        OperatingCharacteristics without =
                simulate(Shape.of(Outcome.normal(10, 3), 1_000), RUNS, 3).get(0);
        assertEquals(Method.CUPED, with.method());
        assertEquals(Math.sqrt(1 - .49), with.width() / without.width(), .02);
        OperatingCharacteristics clustered = simulate(
                        Shape.of(Outcome.normal(10, 3), 3_000).with(new Clusters(20, .1)), RUNS, 4)
                .get(0);
        assertEquals(Method.CLUSTER_ROBUST_CR2, clustered.method());
        assertAlpha(clustered.found());
        double invalid = clustered.verdicts().get(Verdict.INVALID).share();
        assertTrue(invalid <= .01, "clusters are counted, not their units, but invalid: " + invalid);
    }

    @Test
    void lost_units_make_experiments_invalid() {
        Shape whole = Shape.of(Outcome.share(.2), 20_000);
        Shape lost = new Shape(whole.outcome(), 0, whole.weights(), whole.units(), 1, Clusters.NONE, .1);
        assertEquals(0, invalid(whole), .01);
        assertEquals(1, invalid(lost), .01);
    }

    @Test
    void progress_is_told_and_nonsense_refused() {
        List<Integer> told = new ArrayList<>();
        new SimulateExperiment().simulate(question(PEEKED, 3, 1, .05), (runs, all) -> told.add(10 * runs + all));
        assertEquals(List.of(13, 23, 33), told);
        assertThrows(Failure.class, () -> simulate(PEEKED, 0, 1));
        assertThrows(
                Failure.class, () -> new SimulateExperiment().simulate(question(PEEKED, 1, 1, .7), (runs, all) -> {}));
    }

    private static double invalid(Shape shape) {
        return simulate(shape, 100, 5).get(0).verdicts().get(Verdict.INVALID).share();
    }

    private static void assertAlpha(Proportion found) {
        assertEquals(.05, found.share(), 4 * Math.sqrt(.05 * .95 / found.n()));
    }

    private static List<OperatingCharacteristics> simulate(Shape shape, int runs, long seed) {
        return new SimulateExperiment()
                .simulate(question(shape, runs, seed, AnalysisPlan.USUAL_ALPHA), (done, all) -> {})
                .engines();
    }

    private static SimulateExperiment.Question question(Shape shape, int runs, long seed, double alpha) {
        return new SimulateExperiment.Question(
                shape,
                List.of(Engine.values()),
                runs,
                seed,
                alpha,
                ConfidenceSequence.USUAL_TUNING,
                AnalysisPlan.USUAL_SMALLEST_EFFECT);
    }
}
