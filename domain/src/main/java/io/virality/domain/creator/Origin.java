package io.virality.domain.creator;

import java.util.Locale;

/** Whether figures were measured in the world or invented by a simulation. Stands in every answer that shows figures. */
public enum Origin {
    /** Measured. */
    REAL,
    /** Invented. */
    SIMULATED,
    /** Some of both. */
    MIXED;

    /** The name in documents: {@code real}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The origin of a set in which there is some real and some simulated; an empty set claims to be real. */
    public static Origin of(boolean anyReal, boolean anySimulated) {
        if (anySimulated) {
            return anyReal ? MIXED : SIMULATED;
        }
        return REAL;
    }
}
