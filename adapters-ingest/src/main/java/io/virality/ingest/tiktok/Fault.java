package io.virality.ingest.tiktok;

import java.util.List;

/** What a mock server can do wrong. */
enum Fault {
    /** TikTok's own error, which counts against the quota. */
    SERVER_ERROR("serverErrors"),
    /** A gateway gives up, in HTML. */
    GATEWAY_TIMEOUT("gatewayTimeouts"),
    /** Too many requests within seconds, whether or not that is so. */
    RATE_LIMIT("rateLimits"),
    /** The day's quota is spent, whether or not that is so. */
    DAILY_QUOTA("dailyQuotas"),
    /** The token dies before its time. */
    EXPIRED_TOKEN("expiredTokens"),
    /** A search id that is right is refused. */
    SEARCH_ID("searchIds"),
    /** A cursor that is right is refused. */
    CURSOR("cursors"),
    /** The answer is right, and late. */
    SLOW("slowAnswers");

    static final List<Fault> ALL = List.of(values());

    private final String property;

    Fault(String property) {
        this.property = property;
    }

    /** The property of a fault plan that says how often: a share of all requests. */
    String property() {
        return property;
    }
}
