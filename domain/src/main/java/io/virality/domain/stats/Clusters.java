package io.virality.domain.stats;

/**
 * Units of which some belong together, such as videos of one creator.
 *
 * @param of the cluster of each unit, counted from 0
 * @param count how many clusters there are
 */
public record Clusters(int[] of, int count) {

    /** Units with equal names belong together. */
    public static Clusters of(double[] names) {
        Ranks order = Ranks.of(names);
        return new Clusters(order.places(), order.distinct());
    }
}
