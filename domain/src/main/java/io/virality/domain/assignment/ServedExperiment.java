package io.virality.domain.assignment;

import java.util.List;
import java.util.OptionalInt;

/**
 * An experiment as far as dealing out its variations goes.
 *
 * @param arms its variations; with fewer than two nobody is in it
 * @param status whether units enter
 * @param forced the variation that everyone gets who would be in it, without taking part
 */
public record ServedExperiment(
        String key,
        List<Arm> arms,
        Hashing hashing,
        Allocation allocation,
        Audience audience,
        Stickiness stickiness,
        Status status,
        OptionalInt forced) {

    /** Whether units enter. */
    public enum Status {
        /** Not yet, or not any more for a while: only who is forced. */
        INACTIVE,
        /** They do. */
        RUNNING,
        /** Not any more: only a variation forced upon all is still handed out. */
        STOPPED
    }

    /** Keeps its own copy. */
    public ServedExperiment {
        arms = List.copyOf(arms);
    }
}
