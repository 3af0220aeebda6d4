package io.virality.domain.assignment;

/**
 * Whether units keep the variation they once got, whatever becomes of weights and conditions.
 *
 * @param on whether they do
 * @param version the version of the buckets; another one deals anew
 * @param minimum units with a bucket of a lower version are in no variation
 */
public record Stickiness(boolean on, int version, int minimum) {

    /** On, from the first version. */
    public static final Stickiness USUAL = new Stickiness(true, 0, 0);
}
