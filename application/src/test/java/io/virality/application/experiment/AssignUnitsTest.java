package io.virality.application.experiment;

import static io.virality.application.experiment.Trial.exposure;
import static io.virality.application.experiment.Trial.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.domain.assignment.Assignment;
import io.virality.domain.assignment.Attribute.Field;
import io.virality.domain.assignment.Attribute.Fields;
import io.virality.domain.assignment.Attribute.Text;
import io.virality.domain.experiment.Measurement;
import io.virality.domain.experiment.Metric.Kind;
import io.virality.domain.experiment.Metric.Role;
import io.virality.domain.experiment.RandomizedUnit;
import io.virality.domain.experiment.RegisteredMetric;
import io.virality.domain.experiment.Targeting;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssignUnitsTest {

    private static final RegisteredMetric ORDERS =
            RegisteredMetric.of("orders", Role.PRIMARY, Measurement.of(Kind.PROPORTION, "order"));

    private final Trial trial = new Trial();

    private static Fields unit(String name) {
        return new Fields(List.of(new Field("id", new Text(name))));
    }

    @Test
    void nobody_takes_part_but_while_it_runs() {
        assertEquals(Failure.Kind.NOT_FOUND, refused(() -> trial.assign(unit("u"))));
        trial.draft(Trial.design(ORDERS));
        assertFalse(trial.assign(unit("u")).get(0).takesPart());
        trial.start();
        Assignment dealt = trial.assign(unit("u")).get(0);
        assertTrue(dealt.takesPart());
        assertEquals(dealt.key(), trial.assign(unit("v"), unit("u")).get(1).key(), "whoever asks, in whatever order");
        trial.stop();
        assertFalse(trial.assign(unit("u")).get(0).takesPart());
    }

    @Test
    void a_sticky_unit_keeps_what_it_met_whatever_the_hash_says() {
        Targeting sticky = new Targeting(1, Fields.NONE, Optional.empty(), "id", true);
        trial.draft(Trial.design(RandomizedUnit.USER, sticky, ORDERS));
        trial.start();
        Assignment hashed = trial.assign(unit("u")).get(0);
        assertFalse(hashed.sticky());
        String other = hashed.key().equals("control") ? "boosted" : "control";
        trial.expose(exposure("u", other, 1));
        Assignment kept = trial.assign(unit("u")).get(0);
        assertEquals(other, kept.key());
        assertTrue(kept.sticky());
    }
}
