package io.virality.application.experiment;

import io.virality.application.Failure;
import io.virality.application.port.Experiments;
import io.virality.domain.experiment.Analysis;
import io.virality.domain.experiment.Attendance;
import io.virality.domain.experiment.Breakdown;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Evidence;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Measured;
import io.virality.domain.experiment.RegisteredMetric;
import io.virality.domain.experiment.Results;
import io.virality.domain.experiment.Watermark;
import io.virality.domain.insight.Statement;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges an experiment by what was told of it so far. */
public final class JudgeExperiment {

    private static final String UNITS = "units";

    private final Experiments experiments;

    @Inject
    JudgeExperiment(Experiments experiments) {
        this.experiments = experiments;
    }

    /**
     * What is to be judged.
     *
     * @param engine instead of the design's; while the experiment runs, that is an always-valid one where the design says a
     *     fixed end
     * @param segment an attribute told with exposures, by whose values to look besides
     */
    public record Request(String key, Optional<Engine> engine, Optional<String> segment) {}

    /**
     * What it says.
     *
     * @throws Failure {@code NOT_FOUND} if there is no such experiment, {@code CONFLICT} if it has not begun or nothing was
     *     told of it yet
     */
    public Results judge(Request request) {
        Experiment experiment = Register.find(experiments, request.key());
        if (experiment.startedAt().isEmpty()) {
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    "experiment '" + request.key() + "' has not begun: there is nothing to judge");
        }
        Attendance exposed = experiments.attendance(experiment, Optional.empty());
        if (exposed.total() == 0) {
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    "experiment '" + request.key() + "': nobody was exposed yet, as far as it was told");
        }
        Map<String, Statement> statements = new LinkedHashMap<>();
        statements.put(UNITS, exposed.statement());
        Watermark told = experiments.watermark(experiment);
        Map<String, Double> caps = new LinkedHashMap<>();
        List<RegisteredMetric> metrics = new ArrayList<>();
        List<Evidence.OfMetric> evidence = new ArrayList<>();
        for (RegisteredMetric metric : experiment.design().metrics()) {
            if (told.summarized() && !metric.measurement().tellableInSummaries()) {
                continue;
            }
            Measured whole = experiments.measure(experiment, metric, new Breakdown.Whole());
            if (!whole.cells().isEmpty()) {
                statements.put(metric.key(), whole.statement());
                whole.cap().ifPresent(cap -> caps.put(metric.key(), cap));
                metrics.add(metric);
                evidence.add(evidence(experiment, metric, whole, request.segment(), statements));
            }
        }
        Analysis analysis = Analysis.of(
                experiment.design().plan(engine(experiment, request.engine()), metrics),
                new Evidence(dealtAlike(experiment, exposed), exposed.several(), 0, evidence));
        return new Results(experiment, analysis, exposed, told, caps, statements);
    }

    /** Units that were dealt by other weights say nothing of these. */
    private Map<String, Long> dealtAlike(Experiment experiment, Attendance exposed) {
        Optional<Instant> changed = experiment
                .dealtAlikeSince()
                .filter(since -> !experiment.startedAt().equals(Optional.of(since)));
        Attendance judged = changed.isPresent() ? experiments.attendance(experiment, changed) : exposed;
        Map<String, Long> units = new LinkedHashMap<>();
        experiment.design().variations().forEach(variation -> units.put(variation.key(), judged.of(variation)));
        return units;
    }

    /** Whoever looks at a running experiment will look again. */
    private static Engine engine(Experiment experiment, Optional<Engine> asked) {
        Engine planned = experiment.design().engine();
        boolean peeking = experiment.state() == Experiment.State.RUNNING && planned == Engine.FREQUENTIST;
        return asked.orElse(peeking ? Engine.SEQUENTIAL : planned);
    }

    private Evidence.OfMetric evidence(
            Experiment experiment,
            RegisteredMetric metric,
            Measured whole,
            Optional<String> segment,
            Map<String, Statement> statements) {
        Design design = experiment.design();
        List<Evidence.Segment> segments = new ArrayList<>();
        segment.ifPresent(attribute -> {
            Measured parts = experiments.measure(experiment, metric, new Breakdown.BySegment(attribute));
            statements.put(metric.key() + " by attribute " + attribute, parts.statement());
            parts.groups()
                    .forEach(level ->
                            segments.add(new Evidence.Segment(attribute, level, parts.of(level, design), Map.of())));
        });
        Measured days = experiments.measure(experiment, metric, new Breakdown.ByDay());
        statements.put(metric.key() + " by day", days.statement());
        return new Evidence.OfMetric(
                whole.of("", design),
                Map.of(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                0,
                segments,
                days.groups().stream()
                        .map(day -> new Evidence.Day(day, days.of(day, design)))
                        .toList(),
                Optional.empty());
    }
}
