package io.virality.application.port;

import io.virality.domain.assignment.Attribute;
import io.virality.domain.assignment.Attribute.Field;
import io.virality.domain.assignment.Attribute.Fields;
import io.virality.domain.assignment.Attribute.Figure;
import io.virality.domain.assignment.Attribute.Many;
import io.virality.domain.assignment.Attribute.Text;
import io.virality.domain.assignment.Attribute.Truth;
import io.virality.domain.assignment.Namespace;
import io.virality.domain.creator.Origin;
import io.virality.domain.experiment.Cap;
import io.virality.domain.experiment.CapRule;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Exposure;
import io.virality.domain.experiment.Measurement;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.Outcome;
import io.virality.domain.experiment.RandomizedUnit;
import io.virality.domain.experiment.RegisteredMetric;
import io.virality.domain.experiment.Summary;
import io.virality.domain.experiment.Targeting;
import io.virality.domain.experiment.Variation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Makes up experiments of every shape, with what was told of them. */
public final class KeptExperiments {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private static final List<String> TEXTS =
            List.of("", "plain", "it's \"quoted\"", " blanks ", "two\nlines", "\\", "日本 😀", "a,b", "null", "\u2028");

    private final Experiments experiments;
    private final SplittableRandom random;

    private KeptExperiments(Experiments experiments, long seed) {
        this.experiments = experiments;
        this.random = new SplittableRandom(seed);
    }

    /** Tells a store of some experiments. */
    public static void tell(Experiments experiments, long seed) {
        KeptExperiments told = new KeptExperiments(experiments, seed);
        for (int i = 0; i < 6; i++) {
            told.tell("x" + told.random.nextInt(1_000) + "." + i);
        }
    }

    private void tell(String key) {
        Experiment experiment = Experiment.drafted(
                design(key), random.nextBoolean() ? Origin.REAL : Origin.SIMULATED, "ada " + text(), time());
        experiments.save(experiment);
        if (random.nextInt(4) > 0) {
            experiment = experiment.started("bob", time());
            experiments.save(experiment);
            told(experiment);
        }
        if (random.nextBoolean()) {
            Design other = new Design(
                    key,
                    text(),
                    text(),
                    experiment.design().unit(),
                    experiment.design().variations(),
                    experiment.design().targeting(),
                    experiment.design().metrics(),
                    Engine.SEQUENTIAL,
                    .01);
            experiment = experiment.changed(other, "eve", time());
        }
        if (experiment.state() == Experiment.State.RUNNING && random.nextBoolean()) {
            experiment = experiment.stopped(text(), "bob", time());
        }
        if (experiment.state() != Experiment.State.RUNNING && random.nextBoolean()) {
            experiment = experiment.archived("bob", time());
        }
        experiments.save(experiment);
    }

    private void told(Experiment experiment) {
        long delivery = experiments.receive(experiment, time());
        if (random.nextInt(4) == 0) {
            experiments.recordSummaries(experiment, delivery, summaries(experiment));
        } else {
            experiments.recordExposures(experiment, delivery, exposures(experiment));
            experiments.recordOutcomes(experiment, experiments.receive(experiment, time()), outcomes());
            experiments.recordExposures(experiment, experiments.receive(experiment, time()), exposures(experiment));
        }
        experiment.design().metrics().stream()
                .filter(metric -> metric.measurement().cap().isPresent())
                .forEach(metric ->
                        experiments.fixCap(experiment, metric, new Cap(Math.exp(random.nextDouble() * 20)), time()));
    }

    private Design design(String key) {
        int variations = random.nextInt(2, 5);
        List<Variation> arms = new ArrayList<>();
        for (int i = 0; i < variations; i++) {
            arms.add(new Variation("arm" + i, text(), 1.0 / variations));
        }
        List<RegisteredMetric> metrics = new ArrayList<>(List.of(
                RegisteredMetric.of("first", Metric.Role.PRIMARY, Measurement.of(Metric.Kind.PROPORTION, "order"))));
        for (Metric.Kind kind : Metric.Kind.values()) {
            Measurement measurement = new Measurement(
                    kind,
                    "order",
                    kind == Metric.Kind.RATIO ? Optional.of("visit") : Optional.empty(),
                    Duration.ofMillis(random.nextInt(3)),
                    duration(),
                    duration(),
                    kind == Metric.Kind.PROPORTION ? Optional.empty() : cap());
            metrics.add(
                    random.nextBoolean()
                            ? RegisteredMetric.of("of-" + kind, Metric.Role.SECONDARY, measurement)
                            : RegisteredMetric.guardrail("of-" + kind, measurement, .001 + random.nextDouble() / 2));
        }
        return new Design(
                key,
                text(),
                text(),
                RandomizedUnit.values()[random.nextInt(RandomizedUnit.values().length)],
                arms,
                new Targeting(
                        1 - random.nextDouble(),
                        attributes(2),
                        random.nextBoolean()
                                ? Optional.of(
                                        new Namespace(text(), random.nextDouble() / 2, .5 + random.nextDouble() / 2))
                                : Optional.empty(),
                        "id",
                        random.nextBoolean()),
                metrics,
                Engine.values()[random.nextInt(Engine.values().length)],
                .01 + random.nextDouble() / 3);
    }

    private Optional<Duration> duration() {
        return random.nextBoolean() ? Optional.of(Duration.ofMillis(random.nextLong(1, 1L << 33))) : Optional.empty();
    }

    private Optional<CapRule> cap() {
        return switch (random.nextInt(3)) {
            case 0 -> Optional.of(new CapRule.At(Math.exp(random.nextDouble() * 50)));
            case 1 -> Optional.of(new CapRule.AtQuantile(.6 + random.nextDouble() / 3, random.nextBoolean()));
            default -> Optional.empty();
        };
    }

    private List<Exposure> exposures(Experiment experiment) {
        List<Exposure> exposures = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            exposures.add(
                    new Exposure("u" + text() + random.nextInt(30), variation(experiment), time(), attributes(2)));
        }
        return exposures;
    }

    private List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            outcomes.add(new Outcome(
                    "u" + text() + random.nextInt(30),
                    random.nextBoolean() ? "order" : "visit",
                    time(),
                    random.nextBoolean() ? "" : text(),
                    (random.nextDouble() - .5) * Math.exp(random.nextDouble() * 40 - 20)));
        }
        return outcomes;
    }

    private List<Summary> summaries(Experiment experiment) {
        List<Summary> summaries = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            summaries.add(new Summary(
                    "first",
                    variation(experiment),
                    time(),
                    random.nextLong(1, 1L << 40),
                    random.nextDouble(),
                    Math.exp(random.nextDouble() * 30)));
        }
        return summaries;
    }

    private String variation(Experiment experiment) {
        List<Variation> variations = experiment.design().variations();
        return variations.get(random.nextInt(variations.size())).key();
    }

    private Fields attributes(int depth) {
        List<Field> fields = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            fields.add(new Field(text() + i, attribute(depth)));
        }
        return new Fields(fields);
    }

    private Attribute attribute(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> new Text(text());
            case 1 -> new Figure((random.nextDouble() - .5) * Math.exp(random.nextDouble() * 100 - 50));
            case 2 -> new Truth(random.nextBoolean());
            case 3 -> Attribute.ABSENT;
            case 4 -> new Many(List.of(attribute(depth - 1), attribute(depth - 1)));
            default -> attributes(depth - 1);
        };
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private Instant time() {
        return START.plusMillis(random.nextLong(1L << 32));
    }
}
