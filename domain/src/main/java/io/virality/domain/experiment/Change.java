package io.virality.domain.experiment;

import java.time.Instant;

/**
 * Something that was done to an experiment.
 *
 * @param at when
 * @param by who did it
 * @param kind what it was
 * @param words what it was in particular
 */
public record Change(Instant at, String by, Kind kind, String words) {

    /** What was done. */
    public enum Kind {
        /** It was written down. */
        DRAFTED,
        /** It was thought over before the start. */
        REVISED,
        /** It began. */
        STARTED,
        /** Its design was changed after the start. */
        LATE,
        /** The same, and units are dealt otherwise since. */
        LATE_SPLIT,
        /** It ended. */
        STOPPED,
        /** It was put away. */
        ARCHIVED
    }

    /** @throws IllegalArgumentException if nobody did it */
    public Change {
        if (by.isBlank()) {
            throw new IllegalArgumentException("a change is somebody's: say whose");
        }
    }

    /** Whether it came after figures could have been seen. */
    public boolean late() {
        return kind == Kind.LATE || kind == Kind.LATE_SPLIT;
    }
}
