package io.virality.domain.recommendation;

import java.util.Locale;

/** What a brand wants of its partners above all. */
public enum Goal {
    /** To be seen: views. */
    REACH,
    /** To be talked of: likes, comments and shares. */
    ENGAGEMENT,
    /** To be bought: orders. */
    SALES;

    /** The name in documents: {@code reach}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
