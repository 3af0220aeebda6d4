package io.virality.domain.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ExperimentTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Experiment DRAFT = Experiment.drafted(design(.5, "orders"), Origin.REAL, "ada", NOON);

    private static Design design(double weight, String... metrics) {
        return new Design(
                "boost",
                "sells more",
                "ada",
                RandomizedUnit.USER,
                List.of(new Variation("a", "A", weight), new Variation("b", "B", 1 - weight)),
                Targeting.EVERYONE,
                List.of(metrics).stream()
                        .map(key -> RegisteredMetric.of(
                                key,
                                key.equals("orders") ? Metric.Role.PRIMARY : Metric.Role.SECONDARY,
                                Measurement.of(Metric.Kind.MEAN, key)))
                        .toList(),
                Engine.FREQUENTIST,
                .05);
    }

    @Test
    void it_goes_from_a_draft_to_the_archive() {
        Experiment archived =
                DRAFT.started("ada", NOON).stopped("enough", "bob", LATER).archived("eve", LATER);
        assertEquals(Experiment.State.ARCHIVED, archived.state());
        assertEquals(Optional.of(LATER), archived.stoppedAt());
        assertEquals(
                List.of("drafted", "started", "stopped: enough", "archived"),
                archived.changes().stream().map(Change::words).toList());
    }

    @Test
    void impossible_transitions_are_refused_with_words() {
        Experiment running = DRAFT.started("ada", NOON);
        refused("is draft and cannot stop: only a running one can", () -> DRAFT.stopped("", "ada", NOON));
        refused("is running and cannot start: only a draft can", () -> running.started("ada", NOON));
        refused("is running and cannot be archived: stop it first", () -> running.archived("ada", NOON));
        refused("cannot change: it is archived", () -> DRAFT.archived("ada", NOON)
                .changed(design(.4, "orders"), "ada", NOON));
        refused("register its primary metric before", () -> Experiment.drafted(
                        design(.5, "visits"), Origin.REAL, "ada", NOON)
                .started("ada", NOON));
        refused("cannot lose its primary metric", () -> running.changed(design(.5, "visits"), "ada", NOON));
    }

    private static void refused(String words, Executable what) {
        IllegalStateException refusal = assertThrows(IllegalStateException.class, what);
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    }

    @Test
    void what_is_changed_after_the_start_is_late_and_another_split_is_remembered() {
        Experiment before = DRAFT.changed(design(.5, "orders", "visits"), "ada", NOON);
        assertEquals(List.of(), before.lateChanges());
        Experiment running = before.started("ada", NOON);
        Experiment added = running.changed(design(.5, "orders", "visits", "returns"), "eve", LATER);
        assertEquals(List.of(new Change(LATER, "eve", Change.Kind.LATE, "metric returns added")), added.lateChanges());
        assertEquals(Optional.of(NOON), added.dealtAlikeSince());
        Experiment shifted = running.changed(design(.4, "orders", "visits"), "eve", LATER);
        assertEquals(Optional.of(LATER), shifted.dealtAlikeSince());
        assertEquals(running, running.changed(running.design(), "eve", LATER), "nothing changed");
    }

    @Test
    void a_state_that_contradicts_its_times_cannot_be_built() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Experiment(
                        design(.5, "orders"),
                        Experiment.State.RUNNING,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Origin.REAL));
    }
}
