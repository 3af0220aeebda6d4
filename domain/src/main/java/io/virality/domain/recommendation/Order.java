package io.virality.domain.recommendation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What recommended creators are ordered by; named as the rankers are that {@link RankingStudy} compares. */
public enum Order {
    /** By the weighted score. */
    SCORE,
    /** By followers. */
    MOST_FOLLOWERS,
    /** By the median engagement rate of their videos. */
    HIGHEST_ENGAGEMENT,
    /** By how well their words match the brief's. */
    BM25,
    /** By how near what they say is to the brief in meaning. */
    SEMANTIC,
    /** By both. */
    HYBRID;

    /** The name in documents: {@code most-followers}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of this name, if there is one. */
    public static Optional<Order> named(String id) {
        return Arrays.stream(values()).filter(order -> order.id().equals(id)).findFirst();
    }
}
