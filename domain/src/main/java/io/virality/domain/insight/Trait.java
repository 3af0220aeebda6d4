package io.virality.domain.insight;

import java.util.List;
import java.util.Locale;

/** What videos may have in common. A video may have several hashtags. */
public enum Trait {
    /** The hour of the week, in UTC, in which it was posted. */
    TIME("weekday and hour of posting, in UTC"),
    /** A hashtag. */
    HASHTAG("hashtag, without #; letters A to Z in lower case"),
    /** A sound. */
    SOUND("name or id of the sound");

    /** The days as the answers name them. */
    public static final List<String> WEEKDAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    private final String meaning;

    Trait(String meaning) {
        this.meaning = meaning;
    }

    /** The name of its column: {@code hashtag}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In words. */
    public String meaning() {
        return meaning;
    }
}
