package io.virality.domain.insight;

import java.util.Locale;

/** What the units are that a question counts and measures. */
public enum Population {
    /** Creators, each once. */
    CREATORS,
    /** Videos, each once. */
    VIDEOS,
    /** Sales: of one product in one order. */
    SALES,
    /** That creators work for brands, each once. */
    SPONSORSHIPS,
    /** Results of advertisements. */
    ADVERTISEMENTS,
    /** Days of a calendar. */
    DAYS,
    /** Rows that were loaded, of any kind. */
    OBSERVATIONS;

    /** The word for several: {@code creators}. */
    public String noun() {
        return name().toLowerCase(Locale.ROOT);
    }
}
