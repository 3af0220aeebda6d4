package io.virality.application.experiment;

import static io.virality.application.experiment.Trial.exposure;
import static io.virality.application.experiment.Trial.outcome;
import static io.virality.application.experiment.Trial.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.virality.application.Failure;
import io.virality.domain.experiment.Measurement;
import io.virality.domain.experiment.Metric.Role;
import io.virality.domain.experiment.RegisteredMetric;
import io.virality.domain.experiment.Summary;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordOutcomesTest {

    private final Trial trial = new Trial();

    RecordOutcomesTest() {
        trial.draft(Trial.design(RegisteredMetric.of("sales", Role.PRIMARY, Measurement.ofRatio("order", "visit"))));
    }

    @Test
    void outcomes_may_come_before_the_start_and_unknown_names_are_told() {
        List<String> notes = trial.tell(
                        outcome("u", "order", -1, 5), outcome("u", "visit", -1, 5), outcome("u", "odrer", -1, 5))
                .notes();
        assertEquals(List.of("no metric is made of the outcome 'odrer'"), notes);
    }

    @Test
    void what_is_told_again_is_corrected() {
        trial.start();
        trial.expose(
                exposure("a", "control", 0), exposure("b", "control", 0),
                exposure("c", "boosted", 0), exposure("d", "boosted", 0));
        for (String unit : List.of("a", "b", "c", "d")) {
            trial.tell(outcome(unit, "order", 1, 99), outcome(unit, "visit", 1, 10));
        }
        trial.tell(outcome("c", "order", 1, 4), outcome("d", "order", 1, 6));
        assertEquals(.5, trial.judge().analysis().results().get(0).variationValue(), 1e-12, "(4 + 6) / 20");
        trial.stop();
        trial.archive();
        assertEquals(Failure.Kind.CONFLICT, refused(() -> trial.tell(outcome("c", "order", 1, 4))), "archived");
    }

    @Test
    void summaries_and_units_do_not_mix_and_a_ratio_has_no_summary() {
        Summary ratio = new Summary("sales", "control", Trial.time(1), 10, .5, 1);
        assertEquals(Failure.Kind.CONFLICT, refused(() -> trial.sum(ratio)), "a draft");
        trial.start();
        assertEquals(Failure.Kind.IMPOSSIBLE_INPUT, refused(() -> trial.sum(ratio)));
        trial.tell(outcome("u", "order", 1, 5));
        assertEquals(Failure.Kind.CONFLICT, refused(() -> trial.sum(ratio)));
    }
}
