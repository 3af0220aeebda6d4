package io.virality.domain.recommendation;

import io.virality.domain.creator.Handle;
import io.virality.domain.marketplace.Brand;
import java.time.Instant;

/**
 * How far a brand has come with a creator. What it says later takes the place of what it said before.
 *
 * @param brand who says so
 * @param creator by its handle of today
 * @param stage how far
 * @param givenAt when it was said
 */
public record Feedback(Brand brand, Handle creator, Stage stage, Instant givenAt) {

    /** How far a brand can come with a creator. */
    public enum Stage {
        /** It may be hired. */
        SHORTLISTED,
        /** It is not wanted by this brand, whatever the brief. */
        DISMISSED,
        /** It was asked. */
        CONTACTED,
        /** It works, or has worked, for the brand. */
        HIRED
    }
}
