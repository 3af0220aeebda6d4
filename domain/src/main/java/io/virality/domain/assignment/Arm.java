package io.virality.domain.assignment;

import java.util.Optional;

/**
 * A variation as it is handed out.
 *
 * @param key by which its exposures are recorded; its place if there is none
 * @param passthrough whether units in it go on to the next rule of a feature, as in a holdout
 */
public record Arm(Attribute value, Optional<String> key, Optional<String> name, boolean passthrough) {

    /** A variation without a key of its own. */
    public static Arm of(Attribute value) {
        return new Arm(value, Optional.empty(), Optional.empty(), false);
    }
}
