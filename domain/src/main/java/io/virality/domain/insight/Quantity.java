package io.virality.domain.insight;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may be known of a video or a creator in numbers. */
public enum Quantity {
    /** How often a video was played, or all videos of a creator that are known. */
    VIEWS,
    /** Likes of a video, or of all videos of a creator. */
    LIKES,
    /** Comments on a video, or on all videos of a creator that are known. */
    COMMENTS,
    /** How often a video was shared, or all videos of a creator that are known. */
    SHARES,
    /** How often a video was saved, or all videos of a creator that are known. */
    SAVES,
    /** A creator's followers; with a video, those of its creator when it was observed. */
    FOLLOWERS,
    /** The engagement rate. */
    ENGAGEMENT,
    /** Clicks on advertisements that name the creator. */
    CLICKS,
    /** Orders that the creator earned. */
    ORDERS,
    /** Pieces sold in them. */
    UNITS,
    /** What they brought, refunds taken off. */
    NET_SALES;

    /** Of a video, in the order in which they are shown. */
    public static final List<Quantity> OF_VIDEOS =
            List.of(VIEWS, LIKES, COMMENTS, SHARES, SAVES, FOLLOWERS, ENGAGEMENT);

    /** Of a creator, in the order in which they are shown. */
    public static final List<Quantity> OF_CREATORS =
            List.of(FOLLOWERS, LIKES, VIEWS, COMMENTS, SHARES, SAVES, ENGAGEMENT, CLICKS, ORDERS, UNITS, NET_SALES);

    /** Of a creator the sums over its videos. */
    static final List<Quantity> SUMS_OVER_VIDEOS = List.of(LIKES, VIEWS, COMMENTS, SHARES, SAVES);

    private static final List<Quantity> SUMS_OVER_SALES = List.of(ORDERS, UNITS, NET_SALES);

    /** The name in documents and statements: {@code net_sales}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The quantity of that name. */
    static Quantity of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /**
     * Why two quantities go together, or against each other, whatever people do.
     *
     * @param other the other one
     * @param parts what the engagement rate is made of
     */
    Optional<String> sharedWith(Quantity other, List<Quantity> parts) {
        if (SUMS_OVER_SALES.contains(this) && SUMS_OVER_SALES.contains(other)) {
            return Optional.of("sums over the same sales");
        }
        if (this == ENGAGEMENT && parts.contains(other)) {
            return Optional.of(other.id() + " are part of the engagement rate");
        }
        return other == ENGAGEMENT && parts.contains(this) ? other.sharedWith(this, parts) : Optional.empty();
    }
}
