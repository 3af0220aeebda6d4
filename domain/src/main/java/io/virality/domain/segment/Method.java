package io.virality.domain.segment;

/**
 * How rows are grouped.
 *
 * @param kind the method
 * @param size of k-means, how many groups; of HDBSCAN, how many rows make a group at least
 */
public record Method(Kind kind, int size) {

    /** A method of grouping. */
    public enum Kind {
        /** Every row belongs to the nearest of k centres. */
        KMEANS,
        /** Groups are where rows lie dense; rows between them belong to none. */
        HDBSCAN
    }

    /** @throws IllegalArgumentException if the size is less than 2 */
    public Method {
        if (size < 2) {
            throw new IllegalArgumentException("not a size: " + size);
        }
    }

    @Override
    public String toString() {
        return kind == Kind.KMEANS ? "k-means, k = " + size : "HDBSCAN, at least " + size + " rows a group";
    }
}
