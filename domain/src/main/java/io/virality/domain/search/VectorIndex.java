package io.virality.domain.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/** Finds the vectors that point most nearly in the direction of another. */
public final class VectorIndex {

    private final List<byte[]> vectors;

    /**
     * A vector that was found.
     *
     * @param position the how-manieth was added, from 0
     * @param cosine of the angle between the two
     */
    public record Neighbour(int position, double cosine) {}

    private VectorIndex(List<byte[]> vectors) {
        this.vectors = List.copyOf(vectors);
    }

    /** Takes vectors one by one. */
    public static final class Builder {
        private final List<byte[]> vectors = new ArrayList<>();

        /** The next vector, as {@link #quantised} makes them. */
        public void add(byte[] vector) {
            vectors.add(vector);
        }

        /** The index of all that were added. */
        public VectorIndex build() {
            return new VectorIndex(vectors);
        }
    }

    /** A vector's direction in whole numbers from -127 to 127. */
    public static byte[] quantised(float[] vector) {
        float largest = 0;
        for (float component : vector) {
            largest = Math.max(largest, Math.abs(component));
        }
        byte[] quantised = new byte[vector.length];
        for (int j = 0; largest > 0 && j < vector.length; j++) {
            quantised[j] = (byte) Math.round(vector[j] * Byte.MAX_VALUE / largest);
        }
        return quantised;
    }

    /** A quantised vector with length 1, as nearly as it is known; all zeros if it is. */
    public static float[] direction(byte[] quantised) {
        double squares = 0;
        for (byte component : quantised) {
            squares += component * component;
        }
        float[] direction = new float[quantised.length];
        for (int j = 0; squares > 0 && j < direction.length; j++) {
            direction[j] = (float) (quantised[j] / Math.sqrt(squares));
        }
        return direction;
    }

    /** How many vectors there are. */
    public int size() {
        return vectors.size();
    }

    /** The nearest vectors, nearest first; ties by their positions. */
    public List<Neighbour> nearest(float[] query, IntPredicate within, int limit) {
        List<Neighbour> all = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            if (within.test(i)) {
                all.add(new Neighbour(i, cosine(query, vectors.get(i))));
            }
        }
        all.sort(Comparator.comparingDouble(Neighbour::cosine).reversed().thenComparingInt(Neighbour::position));
        return List.copyOf(all.subList(0, Math.min(limit, all.size())));
    }

    private static double cosine(float[] query, byte[] vector) {
        double product = 0;
        double one = 0;
        double other = 0;
        for (int j = 0; j < vector.length; j++) {
            product += query[j] * vector[j];
            one += query[j] * query[j];
            other += vector[j] * vector[j];
        }
        return one == 0 || other == 0 ? 0 : product / Math.sqrt(one * other);
    }
}
