package io.virality.application.experiment;

import io.virality.application.Failure;
import io.virality.domain.experiment.Analysis;
import io.virality.domain.experiment.AnalysisPlan;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Evidence;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.PosteriorEffect.Prior;
import io.virality.domain.simulation.ErrorRates;
import io.virality.domain.simulation.OperatingCharacteristics;
import io.virality.domain.simulation.Shape;
import io.virality.domain.simulation.SimulatedExperiment;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Draws experiments of a shape and analyses each as a real one: how often the methods err, and how often they find. */
public final class SimulateExperiment {

    @Inject
    SimulateExperiment() {}

    /**
     * What is asked.
     *
     * @param engines which are to judge the same experiments
     * @param runs how many experiments are drawn
     * @param seed equal seeds give equal answers
     * @param alpha how often an engine may find a difference where there is none
     * @param tuning at how many units in both arms an always-valid interval is narrowest
     * @param smallestEffect what part of the control's value is the least change that matters
     */
    public record Question(
            Shape shape,
            List<Engine> engines,
            int runs,
            long seed,
            double alpha,
            double tuning,
            double smallestEffect) {}

    /** Is told how far the simulation is. */
    public interface Progress {

        /** So many experiments of all are analysed. */
        void simulated(int runs, int all);
    }

    /** @throws Failure {@code INVALID_INPUT} if a number is out of its range */
    public ErrorRates simulate(Question question, Progress progress) {
        if (question.runs() < 1 || question.engines().isEmpty()) {
            throw Failure.invalid("at least one run and one engine are needed");
        }
        Map<AnalysisPlan, OperatingCharacteristics.Counter> counters = new LinkedHashMap<>();
        for (Engine engine : question.engines()) {
            counters.put(
                    plan(question, engine),
                    new OperatingCharacteristics.Counter(
                            engine, question.shape().difference()));
        }
        SplittableRandom random = new SplittableRandom(question.seed());
        for (int run = 0; run < question.runs(); run++) {
            List<Evidence> looks = looks(question.shape(), random.split());
            counters.forEach((plan, counter) -> counter.add(
                    looks.stream().map(look -> Analysis.of(plan, look)).toList()));
            progress.simulated(run + 1, question.runs());
        }
        return new ErrorRates(
                question.shape(),
                question.runs(),
                question.seed(),
                question.alpha(),
                question.tuning(),
                question.smallestEffect(),
                counters.values().stream()
                        .map(OperatingCharacteristics.Counter::characteristics)
                        .toList());
    }

    private static List<Evidence> looks(Shape shape, SplittableRandom random) {
        SimulatedExperiment experiment = new SimulatedExperiment(shape, random);
        List<Evidence> looks = new ArrayList<>();
        for (int look = 0; look < shape.looks(); look++) {
            looks.add(experiment.nextLook());
        }
        return looks;
    }

    private static AnalysisPlan plan(Question question, Engine engine) {
        Shape shape = question.shape();
        List<String> variations = SimulatedExperiment.variations(shape);
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < variations.size(); i++) {
            weights.put(variations.get(i), shape.weights().get(i));
        }
        Metric metric = Metric.of(shape.outcome().kind().id(), shape.outcome().kind(), Metric.Role.PRIMARY);
        try {
            return new AnalysisPlan(
                    "simulation",
                    SimulatedExperiment.CONTROL,
                    weights,
                    List.of(metric),
                    engine,
                    question.alpha(),
                    question.tuning(),
                    Prior.FLAT,
                    question.smallestEffect());
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, e.getMessage(), e);
        }
    }
}
