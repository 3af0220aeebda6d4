package io.virality.domain.assignment;

import java.util.Optional;

/**
 * By what a unit is hashed.
 *
 * @param seed makes the buckets of one experiment independent of another's
 * @param attribute which tells units apart
 * @param fallback the attribute in its place for units that lack it; looked at only where buckets are sticky
 */
public record Hashing(String seed, String attribute, Optional<String> fallback, HashVersion version) {

    /** The attribute that tells units apart if nothing else is said. */
    public static final String USUAL_ATTRIBUTE = "id";

    /** By the usual attribute, by the version for experiments. */
    public static Hashing of(String seed) {
        return new Hashing(seed, USUAL_ATTRIBUTE, Optional.empty(), HashVersion.INDEPENDENT);
    }
}
