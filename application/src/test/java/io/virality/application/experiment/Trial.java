package io.virality.application.experiment;

import io.virality.application.Failure;
import io.virality.application.port.StoredPorts;
import io.virality.domain.assignment.Assignment;
import io.virality.domain.assignment.Attribute;
import io.virality.domain.assignment.Attribute.Field;
import io.virality.domain.assignment.Attribute.Fields;
import io.virality.domain.creator.Origin;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Exposure;
import io.virality.domain.experiment.Line;
import io.virality.domain.experiment.Outcome;
import io.virality.domain.experiment.RandomizedUnit;
import io.virality.domain.experiment.Receipt;
import io.virality.domain.experiment.RegisteredMetric;
import io.virality.domain.experiment.Results;
import io.virality.domain.experiment.Summary;
import io.virality.domain.experiment.Targeting;
import io.virality.domain.experiment.Variation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** An experiment called {@code boost}, all use cases on it, and a clock that stands where it is put. */
final class Trial {

    static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    static final String KEY = "boost";

    final StoredPorts ports = StoredPorts.inMemory();
    private Instant now = START;

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    static Design design(RandomizedUnit unit, Targeting targeting, RegisteredMetric... metrics) {
        return new Design(
                KEY,
                "sells more",
                "ada",
                unit,
                List.of(new Variation("control", "", .5), new Variation("boosted", "", .5)),
                targeting,
                List.of(metrics),
                Engine.FREQUENTIST,
                .05);
    }

    static Design design(RegisteredMetric... metrics) {
        return design(RandomizedUnit.USER, Targeting.EVERYONE, metrics);
    }

    static Trial running(Design design) {
        Trial trial = new Trial();
        trial.draft(design);
        trial.start();
        return trial;
    }

    void at(double days) {
        now = time(days);
    }

    static Instant time(double days) {
        return START.plus(Duration.ofMinutes(Math.round(days * 24 * 60)));
    }

    Experiment draft(Design design) {
        return new DraftExperiment(ports.experiments(), ports.transactions(), clock).draft(design, Origin.REAL, "ada");
    }

    Experiment start() {
        return new StartExperiment(ports.experiments(), ports.transactions(), clock).start(KEY, "ada");
    }

    Experiment stop() {
        return new StopExperiment(ports.experiments(), ports.transactions(), clock).stop(KEY, "enough", "bob");
    }

    Experiment archive() {
        return new ArchiveExperiment(ports.experiments(), ports.transactions(), clock).archive(KEY, "bob");
    }

    Experiment change(Design design) {
        return new ChangeExperiment(ports.experiments(), ports.transactions(), clock).change(KEY, design, "eve");
    }

    Receipt expose(Exposure... exposures) {
        return new RecordExposures(ports.experiments(), ports.transactions(), clock).record(KEY, lines(exposures));
    }

    Receipt tell(Outcome... outcomes) {
        return new RecordOutcomes(ports.experiments(), ports.transactions(), clock).record(KEY, lines(outcomes));
    }

    Receipt sum(Summary... summaries) {
        return new RecordSummaries(ports.experiments(), ports.transactions(), clock).record(KEY, lines(summaries));
    }

    List<Assignment> assign(Fields... units) {
        return new AssignUnits(ports.experiments()).assign(KEY, List.of(units));
    }

    Results judge() {
        return judge(Optional.empty());
    }

    Results judge(Optional<Engine> engine) {
        return new JudgeExperiment(ports.experiments(), ports.transactions(), clock)
                .judge(new JudgeExperiment.Request(KEY, engine, Optional.empty()));
    }

    static Failure.Kind refused(Runnable what) {
        try {
            what.run();
        } catch (Failure failure) {
            return failure.kind();
        }
        throw new AssertionError("it was not refused");
    }

    static Exposure exposure(String unit, String variation, double days) {
        return new Exposure(unit, variation, time(days), Fields.NONE);
    }

    static Exposure exposure(String unit, String variation, double days, String tier) {
        return new Exposure(
                unit, variation, time(days), new Fields(List.of(new Field("tier", new Attribute.Text(tier)))));
    }

    static Outcome outcome(String unit, String name, double days, double value) {
        return new Outcome(unit, name, time(days), "", value);
    }

    /** As they stand in a file without empty lines. */
    @SafeVarargs
    static <T> Iterator<Line<T>> lines(T... rows) {
        List<Line<T>> lines = new ArrayList<>();
        for (T row : rows) {
            lines.add(new Line<>(lines.size() + 1L, row));
        }
        return lines.iterator();
    }
}
