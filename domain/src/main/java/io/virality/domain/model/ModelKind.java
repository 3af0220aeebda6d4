package io.virality.domain.model;

import java.util.Locale;

/** What a model is for. */
public enum ModelKind {
    /** Groups creators by how they behave. */
    SEGMENTS,
    /** Says what a creator is about. */
    CATEGORIES,
    /** Says how probably a video goes viral. */
    VIRALITY,
    /** Says how a creator grows. */
    GROWTH,
    /** Says which way to rank creators for brands was best on partnerships that took place. */
    RANKING;

    /** The name in documents and ids: {@code segments}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
