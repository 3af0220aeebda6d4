package io.virality.domain.engagement;

import java.util.Arrays;
import java.util.Set;

/**
 * A named, versioned formula of an engagement rate. Five vendors mean five things by the word, and they rank creators
 * differently, so two definitions are never mixed in one ranking or comparison.
 */
public enum RateDefinition {
    /** The rate that came with the data. */
    PROVIDER("provider@1", "average engagement rate as the provider of the data gives it"),

    /** Interactions per view over a creator's newest videos, pooled. */
    BY_VIEWS(
            "by-views@1",
            "(likes + comments + shares) / views, summed over the creator's 30 newest videos that have all four counts"),

    /** Likes per video and follower, from a creator's totals. */
    BY_FOLLOWERS("by-followers@1", "(likes / videos) / followers, from the creator's totals");

    /** How many of a creator's newest videos {@link #BY_VIEWS} takes. */
    public static final int NEWEST_VIDEOS = 30;

    private final String id;
    private final String formula;

    RateDefinition(String id, String formula) {
        this.id = id;
        this.formula = formula;
    }

    /** Name and version: {@code by-views@1}. */
    public String id() {
        return id;
    }

    /** The formula in words. */
    public String formula() {
        return formula;
    }

    /**
     * The definition of that id.
     *
     * @throws IllegalArgumentException if there is none; the message lists the known ones
     */
    public static RateDefinition of(String id) {
        return Arrays.stream(values())
                .filter(definition -> definition.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown definition '" + id + "'; known definitions: "
                        + Arrays.stream(values()).map(RateDefinition::id).toList()));
    }

    /** The default: the provider's rate where there is one, else by views, else by followers. */
    public static RateDefinition preferred(Set<RateDefinition> available) {
        return Arrays.stream(values()).filter(available::contains).findFirst().orElse(PROVIDER);
    }
}
