package io.virality.app;

import io.virality.application.port.Experiments;
import io.virality.application.port.Transactions;
import io.virality.domain.assignment.Assignment;
import io.virality.domain.assignment.Attribute.Field;
import io.virality.domain.assignment.Attribute.Fields;
import io.virality.domain.assignment.Attribute.Text;
import io.virality.domain.assignment.ServedExperiment.Status;
import io.virality.domain.assignment.Serving;
import io.virality.domain.assignment.Subject;
import io.virality.domain.creator.Origin;
import io.virality.domain.experiment.AnalysisPlan;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Exposure;
import io.virality.domain.experiment.Measurement;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.Outcome;
import io.virality.domain.experiment.RandomizedUnit;
import io.virality.domain.experiment.RegisteredMetric;
import io.virality.domain.experiment.Targeting;
import io.virality.domain.experiment.Variation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Three experiments that ended yesterday, of which the truth is known: one with an effect, one without, and one that lost
 * units on one side. Equal seeds give equal experiments on the same day.
 */
final class SimulatedExperiments {

    private static final int UNITS = 8_000;
    private static final int DAYS = 14;
    private static final double ORDERS = .1;
    private static final double VISITS = 4;
    private static final List<String> TIERS = List.of("nano", "micro", "mid");

    private final long seed;
    private final Instant end;

    SimulatedExperiments(long seed, Clock clock) {
        this.seed = seed;
        this.end = clock.instant().truncatedTo(ChronoUnit.DAYS);
    }

    /**
     * What is true of an experiment.
     *
     * @param orders by what factor more of the treated order
     * @param lost what part of the treated is never told
     */
    private record Truth(String key, String hypothesis, double orders, double lost) {}

    void fill(Experiments experiments, Transactions transactions) {
        for (Truth truth : List.of(
                new Truth("captions-that-ask", "A question in the caption makes more fans order", 1.35, 0),
                new Truth("same-twice", "Nothing is changed: an A/A test of the whole chain", 1, 0),
                new Truth("slow-redirect", "A landing page of its own makes more fans order", 1.1, .12))) {
            transactions.run(() -> fill(truth, experiments));
        }
    }

    private void fill(Truth truth, Experiments experiments) {
        Instant start = end.minus(DAYS, ChronoUnit.DAYS);
        Experiment running = Experiment.drafted(design(truth), Origin.SIMULATED, "simulation", start)
                .started("simulation", start);
        experiments.save(running);
        Random random = new Random(seed * 31 + truth.key().hashCode());
        List<Exposure> exposures = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < UNITS; i++) {
            String unit = "fan-" + i;
            Assignment assignment = Serving.PLAIN.assign(
                    running.design().served(Status.RUNNING),
                    Subject.of(new Fields(List.of(new Field("id", new Text(unit))))));
            boolean treated = assignment.variation() > 0;
            Instant met = start.plusSeconds(random.nextInt((DAYS - 1) * 24 * 3_600));
            String tier = TIERS.get(random.nextInt(TIERS.size()));
            double factor = treated ? truth.orders() : 1;
            boolean lost = treated && random.nextDouble() < truth.lost();
            tell(unit, met, factor, random, outcomes);
            if (!lost) {
                exposures.add(new Exposure(
                        unit, assignment.key(), met, new Fields(List.of(new Field("tier", new Text(tier))))));
            }
        }
        experiments.recordExposures(running, experiments.receive(running, end), exposures);
        experiments.recordOutcomes(running, experiments.receive(running, end), outcomes);
        experiments.save(running.stopped("two weeks are over", "simulation", end));
    }

    private static void tell(String unit, Instant met, double factor, Random random, List<Outcome> outcomes) {
        int visits = (int) Math.round(VISITS * -Math.log(1 - random.nextDouble()));
        for (int visit = 0; visit < visits; visit++) {
            outcomes.add(new Outcome(unit, "visit", met.plusSeconds(60L * visit + 1), "", 1));
        }
        if (random.nextDouble() < ORDERS * factor) {
            double value = Math.rint(2_000 * Math.exp(random.nextGaussian() / 2)) / 100;
            outcomes.add(new Outcome(unit, "order", met.plusSeconds(3_600), "", value));
        }
    }

    private static Design design(Truth truth) {
        return new Design(
                truth.key(),
                truth.hypothesis(),
                "simulation",
                RandomizedUnit.USER,
                List.of(new Variation("control", "as it was", .5), new Variation("treatment", "changed", .5)),
                Targeting.EVERYONE,
                List.of(
                        RegisteredMetric.of(
                                "orders",
                                Metric.Role.PRIMARY,
                                Measurement.of(Metric.Kind.PROPORTION, "order").within(Duration.ofDays(3))),
                        RegisteredMetric.of(
                                "revenue", Metric.Role.SECONDARY, Measurement.of(Metric.Kind.MEAN, "order")),
                        RegisteredMetric.guardrail("visits", Measurement.of(Metric.Kind.COUNT, "visit"), .1)),
                Engine.FREQUENTIST,
                AnalysisPlan.USUAL_ALPHA);
    }
}
