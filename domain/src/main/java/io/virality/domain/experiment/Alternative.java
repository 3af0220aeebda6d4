package io.virality.domain.experiment;

import io.virality.domain.stats.Interval;

/** What a test looks for. */
public enum Alternative {

    /** An effect in either direction. */
    TWO_SIDED,

    /** The treatment lies above. */
    GREATER,

    /** The treatment lies below. */
    LESS;

    /** The interval that stands around an estimate, with an infinite end where this looks in one direction only. */
    Interval around(double estimate, double width, double confidence) {
        return new Interval(
                this == LESS ? Double.NEGATIVE_INFINITY : estimate - width,
                this == GREATER ? Double.POSITIVE_INFINITY : estimate + width,
                confidence);
    }
}
