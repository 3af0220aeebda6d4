package io.virality.domain.forecast;

import java.util.Locale;

/** What is counted of a creator over time. */
public enum Metric {
    /** Accounts that follow it. */
    FOLLOWERS,
    /** Likes on all its videos ever. */
    LIKES,
    /** Its public videos. */
    VIDEOS,
    /** Views that it won in periods, by the day they end. */
    VIEWS,
    /** Units sold by it in a day, none on days between without a sale. */
    SALES;

    /** Its name in commands and addresses. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
