package io.virality.application.experiment;

import static io.virality.application.experiment.Trial.design;
import static io.virality.application.experiment.Trial.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.domain.experiment.Change;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Measurement;
import io.virality.domain.experiment.Metric.Kind;
import io.virality.domain.experiment.Metric.Role;
import io.virality.domain.experiment.RandomizedUnit;
import io.virality.domain.experiment.RegisteredMetric;
import io.virality.domain.experiment.Targeting;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeExperimentTest {

    private static final RegisteredMetric ORDERS =
            RegisteredMetric.of("orders", Role.PRIMARY, Measurement.of(Kind.PROPORTION, "order"));
    private static final RegisteredMetric REVENUE =
            RegisteredMetric.of("revenue", Role.SECONDARY, Measurement.of(Kind.MEAN, "order"));

    private final Trial trial = new Trial();

    @Test
    void before_the_start_it_is_revised_and_after_it_that_is_late() {
        trial.draft(design());
        assertEquals(Failure.Kind.CONFLICT, refused(trial::start), "no primary metric");
        assertEquals(List.of(), trial.change(design(ORDERS)).lateChanges());
        trial.at(1);
        assertEquals(Optional.of(Trial.time(1)), trial.start().startedAt());
        trial.at(2);
        Experiment changed = trial.change(design(ORDERS, REVENUE));
        assertEquals(
                List.of(new Change(Trial.time(2), "eve", Change.Kind.LATE, "metric revenue added")),
                changed.lateChanges());
        assertEquals(Optional.of(changed), trial.ports.experiments().find(Trial.KEY), "it is kept");
    }

    @Test
    void what_cannot_be_done_changes_nothing() {
        assertEquals(Failure.Kind.NOT_FOUND, refused(() -> trial.change(design(ORDERS))));
        trial.draft(design(ORDERS));
        assertEquals(Failure.Kind.CONFLICT, refused(() -> trial.draft(design(ORDERS))), "there is one");
        assertEquals(Failure.Kind.CONFLICT, refused(trial::stop), "it does not run");
        trial.start();
        Experiment before = trial.ports.experiments().find(Trial.KEY).orElseThrow();
        assertEquals(
                Failure.Kind.CONFLICT,
                refused(() -> trial.change(design(RandomizedUnit.CREATOR, Targeting.EVERYONE, ORDERS))));
        assertEquals(Failure.Kind.CONFLICT, refused(() -> trial.change(design(REVENUE))), "it would lose its primary");
        assertEquals(Failure.Kind.CONFLICT, refused(trial::archive), "it runs");
        assertEquals(Optional.of(before), trial.ports.experiments().find(Trial.KEY));
        assertTrue(trial.stop().stoppedAt().isPresent());
        assertEquals(Experiment.State.ARCHIVED, trial.archive().state());
    }
}
