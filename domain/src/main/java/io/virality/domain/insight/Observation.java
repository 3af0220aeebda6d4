package io.virality.domain.insight;

import java.util.Locale;

/** Which of several observations of one video counts. */
public enum Observation {
    /** The oldest: the video was young then. */
    FIRST,
    /** The newest. */
    LATEST;

    /** The name in commands: {@code first}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Observation of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
