package io.virality.domain.insight;

import java.util.Locale;

/** By what units are put into groups. Each unit is in one group. */
public enum Grouping {
    /** Size class by followers; of a video: by the followers that its creator had when it was observed. */
    TIER("size class by followers"),
    /** Country of the account. */
    REGION("country of the account, not of the audience"),
    /** Whether the platform verified the creator. */
    VERIFIED("whether the platform verified the account"),
    /** Both its size class and whether the platform verified the creator: {@code mid, not verified}. */
    VERIFIED_IN_TIER("size class by followers, and whether the platform verified the account"),
    /** What the creator posts about. */
    CATEGORY("what the creator posts about"),
    /** The creator's language. */
    LANGUAGE("the creator's language"),
    /** What led to a sale. */
    CONTENT("what led to the sale");

    private final String meaning;

    Grouping(String meaning) {
        this.meaning = meaning;
    }

    /** The name of its column: {@code tier}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In words. */
    public String meaning() {
        return meaning;
    }

    /** The name of the group of those of whom it is not known. */
    public static final String UNKNOWN = "unknown";
}
