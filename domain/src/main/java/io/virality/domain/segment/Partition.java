package io.virality.domain.segment;

import java.util.Arrays;

/**
 * Which group each row belongs to.
 *
 * @param groupOf by row, from 0; {@link #NONE} for a row that belongs to no group. Must not be changed any more
 * @param groups how many groups there are, some of them perhaps empty
 */
public record Partition(int[] groupOf, int groups) {

    /** No group. */
    public static final int NONE = -1;

    /** How many rows each group has. */
    public int[] sizes() {
        int[] sizes = new int[groups];
        Arrays.stream(groupOf).filter(group -> group != NONE).forEach(group -> sizes[group]++);
        return sizes;
    }

    /** The mean row of each group, of which an empty one has none: {@code null}. */
    public double[][] centres(double[][] rows) {
        int[] sizes = sizes();
        double[][] centres = new double[groups][];
        for (int i = 0; i < rows.length; i++) {
            int group = groupOf[i];
            if (group != NONE) {
                if (centres[group] == null) {
                    centres[group] = new double[rows[i].length];
                }
                for (int j = 0; j < rows[i].length; j++) {
                    centres[group][j] += rows[i][j] / sizes[group];
                }
            }
        }
        return centres;
    }

    /** The same of some of the rows. */
    public Partition of(int[] rows) {
        return new Partition(Arrays.stream(rows).map(row -> groupOf[row]).toArray(), groups);
    }

    /**
     * How like each group is to the most alike group of another partition of the same rows: by Jaccard, how many rows are in
     * both of how many are in either; {@code NaN} for an empty group.
     */
    public double[] likeness(Partition other) {
        int[][] both = new int[groups][other.groups];
        for (int i = 0; i < groupOf.length; i++) {
            if (groupOf[i] != NONE && other.groupOf[i] != NONE) {
                both[groupOf[i]][other.groupOf[i]]++;
            }
        }
        int[] sizes = sizes();
        int[] others = other.sizes();
        double[] likeness = new double[groups];
        for (int group = 0; group < groups; group++) {
            likeness[group] = sizes[group] == 0 ? Double.NaN : 0;
            for (int k = 0; k < other.groups; k++) {
                double jaccard = (double) both[group][k] / (sizes[group] + others[k] - both[group][k]);
                likeness[group] = Math.max(likeness[group], jaccard);
            }
        }
        return likeness;
    }

    /** The rows by their nearest centre; a centre that is {@code null} has none. */
    static Partition nearest(double[][] centres, double[][] rows) {
        int[] groupOf = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int group = 0; group < centres.length; group++) {
                double distance = centres[group] == null ? least : distance(rows[i], centres[group]);
                if (distance < least) {
                    least = distance;
                    groupOf[i] = group;
                }
            }
        }
        return new Partition(groupOf, centres.length);
    }

    /** What share of the pairs of rows of a group is together in another partition, too: of the group that has least. */
    double togetherIn(Partition other) {
        int[][] both = new int[groups][other.groups];
        for (int i = 0; i < groupOf.length; i++) {
            both[groupOf[i]][other.groupOf[i]]++;
        }
        int[] sizes = sizes();
        double least = 1;
        for (int group = 0; group < groups; group++) {
            double together = 0;
            for (int count : both[group]) {
                together += count * (count - 1.0);
            }
            if (sizes[group] > 1) {
                least = Math.min(least, together / (sizes[group] * (sizes[group] - 1.0)));
            }
        }
        return least;
    }

    /**
     * The mean silhouette of Rousseeuw (1987): how much nearer rows are to their own group than to the next, from -1 to 1.
     * A row that belongs to no group, or is alone in its own, counts 0. Takes time with the square of the rows.
     */
    public double silhouette(double[][] rows) {
        int[] sizes = sizes();
        double sum = 0;
        double[] distances = new double[groups];
        for (int i = 0; i < rows.length; i++) {
            int own = groupOf[i];
            if (own == NONE || sizes[own] < 2) {
                continue;
            }
            Arrays.fill(distances, 0);
            for (int k = 0; k < rows.length; k++) {
                if (groupOf[k] != NONE) {
                    distances[groupOf[k]] += distance(rows[i], rows[k]);
                }
            }
            double within = distances[own] / (sizes[own] - 1);
            double next = Double.POSITIVE_INFINITY;
            for (int group = 0; group < groups; group++) {
                if (group != own && sizes[group] > 0) {
                    next = Math.min(next, distances[group] / sizes[group]);
                }
            }
            double larger = Math.max(within, next);
            sum += next == Double.POSITIVE_INFINITY || larger == 0 ? 0 : (next - within) / larger;
        }
        return sum / rows.length;
    }

    static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int j = 0; j < one.length; j++) {
            double difference = one[j] - other[j];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
