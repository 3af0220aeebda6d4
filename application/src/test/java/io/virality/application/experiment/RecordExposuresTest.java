package io.virality.application.experiment;

import static io.virality.application.experiment.Trial.exposure;
import static io.virality.application.experiment.Trial.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.virality.application.Failure;
import io.virality.domain.experiment.Measurement;
import io.virality.domain.experiment.Metric.Kind;
import io.virality.domain.experiment.Metric.Role;
import io.virality.domain.experiment.RegisteredMetric;
import io.virality.domain.experiment.Summary;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordExposuresTest {

    private final Trial trial = new Trial();

    RecordExposuresTest() {
        trial.draft(
                Trial.design(RegisteredMetric.of("orders", Role.PRIMARY, Measurement.of(Kind.PROPORTION, "order"))));
    }

    private Map<String, Long> units() {
        return trial.ports
                .experiments()
                .attendance(trial.ports.experiments().find(Trial.KEY).orElseThrow(), Optional.empty())
                .units();
    }

    @Test
    void a_delivery_is_kept_with_its_number() {
        trial.start();
        assertEquals(
                2,
                trial.expose(exposure("u", "control", 1), exposure("v", "boosted", 1))
                        .rows());
        assertEquals(2, trial.expose(exposure("w", "boosted", 1)).delivery());
        assertEquals(Map.of("control", 1L, "boosted", 2L), units());
    }

    @Test
    void one_line_that_cannot_be_refuses_all() {
        trial.start();
        assertEquals(
                Failure.Kind.IMPOSSIBLE_INPUT,
                refused(() -> trial.expose(exposure("u", "control", 1), exposure("v", "hidden", 1))));
        assertEquals(
                Failure.Kind.IMPOSSIBLE_INPUT,
                refused(() -> trial.expose(exposure("u", "control", 1), exposure("v", "control", -1))),
                "before the start");
        trial.at(2);
        trial.stop();
        assertEquals(
                Failure.Kind.IMPOSSIBLE_INPUT,
                refused(() -> trial.expose(exposure("v", "control", 3))),
                "after the end");
        assertEquals(Map.of(), units());
        trial.expose(exposure("late", "control", 1.9));
        assertEquals(Map.of("control", 1L), units(), "told late, but it was in time");
    }

    @Test
    void there_is_a_time_for_exposures() {
        assertEquals(Failure.Kind.CONFLICT, refused(() -> trial.expose(exposure("u", "control", 1))), "a draft");
        trial.start();
        trial.sum(new Summary("orders", "control", Trial.time(1), 10, .5, 0));
        assertEquals(Failure.Kind.CONFLICT, refused(() -> trial.expose(exposure("u", "control", 1))), "summaries");
        trial.stop();
        trial.archive();
        assertEquals(Failure.Kind.CONFLICT, refused(() -> trial.expose(exposure("u", "control", 0))), "archived");
    }
}
