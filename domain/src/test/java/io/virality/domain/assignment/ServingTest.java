package io.virality.domain.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.assignment.Attribute.Field;
import io.virality.domain.assignment.Attribute.Fields;
import io.virality.domain.assignment.Attribute.Figure;
import io.virality.domain.assignment.Attribute.Text;
import io.virality.domain.assignment.ServedExperiment.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServingTest {

    private static final Audience EMEA =
            new Audience(List.of(), Optional.empty(), Condition.of(fields("country", "NL")), List.of());

    @Test
    void whom_the_condition_does_not_hold_for_is_out() {
        ServedExperiment experiment = experiment(1, EMEA, Status.RUNNING);

        assertFalse(
                Serving.PLAIN.assign(experiment, Subject.of(fields("id", "7"))).takesPart());
        assertTrue(Serving.PLAIN
                .assign(experiment, Subject.of(fields("id", "7", "country", "NL")))
                .takesPart());
    }

    @Test
    void a_variation_sticks_when_coverage_falls_to_nothing() {
        Subject before = sticky(StickyBuckets.NONE);
        Assignment first = Serving.PLAIN.assign(experiment(1, Audience.EVERYONE, Status.RUNNING), before);
        Subject after = sticky(Serving.remembered(first, before.buckets().orElseThrow()));

        Assignment second = Serving.PLAIN.assign(experiment(0, Audience.EVERYONE, Status.RUNNING), after);

        assertTrue(second.takesPart());
        assertTrue(second.sticky());
        assertEquals(first.variation(), second.variation());
    }

    @Test
    void the_address_forces_a_variation_without_taking_a_hash() {
        Subject subject = new Subject(fields("id", "7"), "https://shop.example/?boost=1", Map.of(), Optional.empty());

        Assignment assignment = Serving.PLAIN.assign(experiment(1, Audience.EVERYONE, Status.INACTIVE), subject);

        assertEquals(1, assignment.variation());
        assertTrue(assignment.takesPart());
        assertFalse(assignment.hashed());
    }

    @Test
    void a_forced_variation_that_does_not_exist_is_none() {
        Subject subject = new Subject(fields("id", "7"), "", Map.of("boost", -1), Optional.empty());

        assertFalse(Serving.PLAIN
                .assign(experiment(1, Audience.EVERYONE, Status.RUNNING), subject)
                .takesPart());
    }

    @Test
    void nobody_enters_a_stopped_experiment() {
        assertFalse(Serving.PLAIN
                .assign(experiment(1, Audience.EVERYONE, Status.STOPPED), sticky(StickyBuckets.NONE))
                .takesPart());
    }

    private static Subject sticky(StickyBuckets buckets) {
        return new Subject(fields("id", "7"), "", Map.of(), Optional.of(buckets));
    }

    private static Fields fields(String... namesAndValues) {
        return new Fields(IntStream.range(0, namesAndValues.length / 2)
                .mapToObj(i -> new Field(namesAndValues[2 * i], new Text(namesAndValues[2 * i + 1])))
                .toList());
    }

    private static ServedExperiment experiment(double coverage, Audience audience, Status status) {
        return new ServedExperiment(
                "boost",
                List.of(arm("control", 0), arm("boosted", 1)),
                Hashing.of("boost"),
                Allocation.of(2, coverage),
                audience,
                Stickiness.USUAL,
                status,
                OptionalInt.empty());
    }

    private static Arm arm(String key, double value) {
        return new Arm(new Figure(value), Optional.of(key), Optional.empty(), false);
    }
}
