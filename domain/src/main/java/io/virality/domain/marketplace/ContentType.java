package io.virality.domain.marketplace;

import java.util.Locale;

/** What led a buyer to a sale. */
public enum ContentType {
    /** A video. */
    VIDEO,
    /** A live stream. */
    LIVE,
    /** The list of products in a creator's profile. */
    SHOWCASE,
    /** A link outside the platform. */
    LINK;

    /** The name in documents: {@code video}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
