package io.virality.application.ingest;

import static io.virality.application.port.Observations.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.virality.application.port.KeptExperiments;
import io.virality.application.port.StoredPorts;
import io.virality.domain.assignment.Attribute.Fields;
import io.virality.domain.creator.Origin;
import io.virality.domain.experiment.Cap;
import io.virality.domain.experiment.CapRule;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Exposure;
import io.virality.domain.experiment.Kept;
import io.virality.domain.experiment.Measurement;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.Outcome;
import io.virality.domain.experiment.RandomizedUnit;
import io.virality.domain.experiment.RegisteredMetric;
import io.virality.domain.experiment.Summary;
import io.virality.domain.experiment.Targeting;
import io.virality.domain.experiment.Variation;
import io.virality.domain.ingest.ExperimentObservation;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestoreExperimentsTest {

    private static final Instant LATER = NOON.plus(Duration.ofHours(1));
    private static final RegisteredMetric REVENUE = RegisteredMetric.of(
            "revenue",
            Metric.Role.PRIMARY,
            Measurement.of(Metric.Kind.MEAN, "order").capped(new CapRule.AtQuantile(.9, false)));
    private static final Experiment DRAFT = Experiment.drafted(design(REVENUE, "sells more"), Origin.REAL, "ada", NOON);
    private static final Experiment RUNNING = DRAFT.started("ada", NOON);

    private final StoredPorts ports = StoredPorts.inMemory();
    private final RestoreExperiments restoreExperiments = new RestoreExperiments(ports.experiments());

    private static Design design(RegisteredMetric metric, String hypothesis) {
        return new Design(
                "boost",
                hypothesis,
                "ada",
                RandomizedUnit.USER,
                List.of(new Variation("control", "", .5), new Variation("boosted", "", .5)),
                Targeting.EVERYONE,
                List.of(metric),
                Engine.FREQUENTIST,
                .05);
    }

    @Test
    void what_one_store_holds_another_holds_afterwards_and_a_second_time_changes_nothing() {
        for (long seed = 1; seed <= 10; seed++) {
            StoredPorts first = StoredPorts.inMemory();
            KeptExperiments.tell(first.experiments(), seed);
            StoredPorts second = StoredPorts.inMemory();
            RestoreExperiments restore = new RestoreExperiments(second.experiments());
            List<ExperimentObservation> held = held(first);
            assertEquals(
                    new RestoreExperiments.Restored(new Tally(held.size(), 0, 0), Map.of()), restore.restore(held));
            assertEquals(held, held(second), "seed " + seed);
            List<ExperimentObservation> again = new ArrayList<>(held);
            Collections.reverse(again);
            assertEquals(
                    new RestoreExperiments.Restored(new Tally(0, 0, held.size()), Map.of()), restore.restore(again));
            assertEquals(held, held(second), "seed " + seed);
        }
    }

    private static List<ExperimentObservation> held(StoredPorts ports) {
        List<Reading> held = new ArrayList<>();
        ports.holdings().forEach(held::add);
        return held.stream().map(ExperimentObservation.class::cast).toList();
    }

    @Test
    void what_goes_on_elsewhere_goes_on_here_and_what_went_on_here_stays() {
        assertEquals(new Tally(1, 0, 0), keep(course(DRAFT)));
        assertEquals(new Tally(0, 1, 0), keep(course(RUNNING)));
        assertEquals(new Tally(0, 0, 1), keep(course(DRAFT)));
        assertEquals(Optional.of(RUNNING), ports.experiments().find("boost"));
    }

    @Test
    void another_experiment_of_the_same_key_is_refused() {
        keep(course(RUNNING));
        Experiment other = DRAFT.started("bob", LATER);
        assertEquals(List.of("another experiment of this key is here, with another history"), refused(course(other)));
        assertEquals(Optional.of(RUNNING), ports.experiments().find("boost"));
    }

    @Test
    void a_cap_stays_as_long_as_its_metric_is_measured_alike() {
        keep(capped(RUNNING, 7));
        Experiment reworded = RUNNING.changed(design(REVENUE, "sells much more"), "ada", LATER);
        keep(capped(reworded, 8));
        assertEquals(Map.of("revenue", new Cap(7)), ports.experiments().caps(reworded));
        RegisteredMetric within = RegisteredMetric.of(
                "revenue", Metric.Role.PRIMARY, REVENUE.measurement().within(Duration.ofDays(1)));
        Experiment otherwise = reworded.changed(design(within, "sells much more"), "ada", LATER);
        keep(capped(otherwise, 9));
        assertEquals(Map.of("revenue", new Cap(9)), ports.experiments().caps(otherwise));
    }

    private static Kept capped(Experiment experiment, double cap) {
        return new Kept.Course(experiment, Optional.empty(), List.of(new Kept.FixedCap("revenue", new Cap(cap), NOON)));
    }

    @Test
    void what_was_told_comes_with_its_time() {
        keep(new Kept.Course(RUNNING, Optional.of(LATER), List.of()));
        keep(new Kept.Met("boost", new Exposure("u", "control", NOON, Fields.NONE), NOON));
        assertEquals(Optional.of(LATER), ports.experiments().watermark(RUNNING).receivedAt());
    }

    @Test
    void what_is_told_of_nobody_s_experiment_or_variation_is_refused_and_the_rest_is_kept() {
        Outcome outcome = new Outcome("u", "order", NOON, "", 1);
        assertEquals(
                List.of("nobody knows the experiment of which this is told"),
                refused(new Kept.Happened("other", outcome, NOON)));
        List<Kept> told = List.of(
                course(RUNNING),
                new Kept.Met("boost", new Exposure("u", "third", NOON, Fields.NONE), NOON),
                new Kept.Counted("boost", new Summary("revenue", "fourth", NOON, 3, 1, 1), NOON),
                new Kept.Met("boost", new Exposure("v", "control", NOON, Fields.NONE), NOON),
                new Kept.Happened("boost", outcome, NOON));
        RestoreExperiments.Restored restored = restoreExperiments.restore(
                told.stream().map(RestoreExperimentsTest::piece).toList());
        assertEquals(new Tally(3, 0, 0), restored.tally());
        assertEquals(
                List.of("the experiment has no such variation", "the experiment has no such variation"),
                List.copyOf(restored.refused().values()));
        assertEquals(2, ports.experiments().watermark(RUNNING).rows());
    }

    private static Kept course(Experiment experiment) {
        return new Kept.Course(experiment, Optional.empty(), List.of());
    }

    private static ExperimentObservation piece(Kept kept) {
        return new ExperimentObservation("7", kept);
    }

    private Tally keep(Kept kept) {
        return restoreExperiments.restore(List.of(piece(kept))).tally();
    }

    private List<String> refused(Kept... kept) {
        return List.copyOf(restoreExperiments
                .restore(Stream.of(kept).map(RestoreExperimentsTest::piece).toList())
                .refused()
                .values());
    }
}
