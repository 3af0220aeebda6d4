package io.virality.domain.search;

import io.virality.domain.stats.Normal;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds the vectors that point most nearly in the direction of another: by the cosine, nearly exactly, in two steps. First
 * the signs of the components, a bit each, tell which vectors may be near; then these alone are compared, with a byte more
 * for the size of each component. How many that are depends on the vectors: as many as can be expected to hold nearly all of
 * the nearest, by what the nearest of the most promising ones are and how far promises err. One vector of 384 components
 * takes 440 bytes. The same vectors and query give the same answer.
 */
public final class VectorIndex {

    /** Of fewer vectors each is compared. */
    static final int FEWEST_COMPARED = 20_000;

    /** So many of the most promising are compared first: they tell how near the nearest are. */
    private static final int FIRST_COMPARED = 2_000;

    /**
     * At most one in so many vectors is compared, but up to {@link #FEWEST_COMPARED} in any case. Signs agree with what they stand for to .8 where components are
     * normally distributed: without any structure among 1,000,000 vectors, the hardest case, nearly all of the true first 20
     * are among so many.
     */
    private static final int ONE_IN = 12;

    /** For each that is asked for, so many are compared. */
    private static final long COMPARED_FOR_EACH = 20;

    /** From so many of all, evenly spread, it is told what the signs of those that are compared must promise. */
    private static final int SAMPLE = 16_384;

    /** Of one in so many of these, it is told how far promises err. */
    private static final int ONE_JUDGED_IN = 8;

    /** So large a part of those that are asked for may be missed for their signs, as far as can be expected. */
    private static final double MISSED = .0005;

    /** A little less than a power of two, so that an array with its header fills whole pages of the heap. */
    private static final int CHUNK = 131_000;

    private static final int LARGEST_SIZE = 255;

    private static final Comparator<Neighbour> NEAREST_FIRST =
            Comparator.comparingDouble(Neighbour::cosine).reversed().thenComparingInt(Neighbour::position);

    private final int dimension;
    private final int words;
    private final int size;
    private final List<Chunk> chunks;

    /**
     * A vector that was found.
     *
     * @param position the how-manieth was added, from 0
     * @param cosine of the angle between the two
     */
    public record Neighbour(int position, double cosine) {}

    /**
     * Vectors side by side.
     *
     * @param sizes of the components
     * @param signs of the components: a bit that is set means above 0
     * @param lengths of the vectors
     * @param worth the mean size of a vector's components, as a share of its length
     */
    private record Chunk(byte[] sizes, long[] signs, float[] lengths, float[] worth) {

        static Chunk of(int vectors, int dimension, int words) {
            return new Chunk(
                    new byte[vectors * dimension], new long[vectors * words], new float[vectors], new float[vectors]);
        }

        Chunk resized(int vectors) {
            int dimension = sizes.length / lengths.length;
            int words = signs.length / lengths.length;
            return new Chunk(
                    Arrays.copyOf(sizes, vectors * dimension),
                    Arrays.copyOf(signs, vectors * words),
                    Arrays.copyOf(lengths, vectors),
                    Arrays.copyOf(worth, vectors));
        }

        int vectors() {
            return lengths.length;
        }
    }

    private VectorIndex(Builder vectors) {
        dimension = vectors.dimension;
        words = vectors.words;
        size = vectors.size;
        chunks = List.copyOf(vectors.chunks);
    }

    /** Takes vectors one by one. */
    public static final class Builder {

        private static final int FIRST = 1_024;

        private final int dimension;
        private final int words;
        private final List<Chunk> chunks = new ArrayList<>();
        private int size;

        /** Of vectors of so many components. */
        public Builder(int dimension) {
            this.dimension = dimension;
            this.words = words(dimension);
        }

        /**
         * The next vector, as {@link #quantised} makes them.
         *
         * @throws IllegalArgumentException if it has another number of components
         */
        public void add(byte[] quantised) {
            if (quantised.length != dimension + words * Long.BYTES) {
                throw new IllegalArgumentException(quantised.length + " bytes are no vector of " + dimension);
            }
            int place = size % CHUNK;
            Chunk chunk = room(place);
            System.arraycopy(quantised, 0, chunk.sizes(), place * dimension, dimension);
            ByteBuffer.wrap(quantised, dimension, words * Long.BYTES)
                    .asLongBuffer()
                    .get(chunk.signs(), place * words, words);
            int sum = 0;
            long squares = 0;
            for (int j = 0; j < dimension; j++) {
                int component = quantised[j] & LARGEST_SIZE;
                sum += component;
                squares += component * component;
            }
            double length = Math.sqrt(squares);
            chunk.lengths()[place] = (float) length;
            chunk.worth()[place] = length == 0 ? 0 : (float) (sum / (length * dimension));
            size++;
        }

        private Chunk room(int place) {
            int last = chunks.size() - 1;
            if (place == 0) {
                chunks.add(Chunk.of(Math.min(FIRST, CHUNK), dimension, words));
                return chunks.get(last + 1);
            }
            if (place == chunks.get(last).vectors()) {
                chunks.set(last, chunks.get(last).resized(Math.min(2 * place, CHUNK)));
            }
            return chunks.get(last);
        }

        /** The index of all that were added; nothing can be added any more. */
        public VectorIndex build() {
            int last = chunks.size() - 1;
            if (last >= 0) {
                chunks.set(last, chunks.get(last).resized(size - last * CHUNK));
            }
            return new VectorIndex(this);
        }
    }

    private static int words(int dimension) {
        return (dimension + Long.SIZE - 1) / Long.SIZE;
    }

    /** A vector's direction: a byte for the size of each component, then a bit for its sign. */
    public static byte[] quantised(float[] vector) {
        float largest = largest(vector);
        byte[] quantised = new byte[vector.length + words(vector.length) * Long.BYTES];
        long[] signs = new long[words(vector.length)];
        for (int j = 0; largest > 0 && j < vector.length; j++) {
            quantised[j] = (byte) Math.round(Math.abs(vector[j]) / largest * LARGEST_SIZE);
            signs[j / Long.SIZE] |= vector[j] > 0 ? 1L << j : 0;
        }
        ByteBuffer.wrap(quantised, vector.length, quantised.length - vector.length)
                .asLongBuffer()
                .put(signs);
        return quantised;
    }

    private static float largest(float[] vector) {
        float largest = 0;
        for (float component : vector) {
            largest = Math.max(largest, Math.abs(component));
        }
        return largest;
    }

    /** A quantised vector with length 1, as nearly as it is known; all zeros if it is. */
    public static float[] direction(byte[] quantised) {
        int dimension = dimension(quantised);
        LongBuffer signs = ByteBuffer.wrap(quantised, dimension, quantised.length - dimension)
                .slice()
                .asLongBuffer();
        float[] direction = new float[dimension];
        double squares = 0;
        for (int j = 0; j < dimension; j++) {
            int component = quantised[j] & LARGEST_SIZE;
            squares += component * component;
            direction[j] = (signs.get(j / Long.SIZE) >>> j & 1) == 1 ? component : -component;
        }
        for (int j = 0; squares > 0 && j < dimension; j++) {
            direction[j] /= (float) Math.sqrt(squares);
        }
        return direction;
    }

    private static int dimension(byte[] quantised) {
        int words = 0;
        while (words(quantised.length - words * Long.BYTES) > words) {
            words++;
        }
        return quantised.length - words * Long.BYTES;
    }

    /** How many vectors there are. */
    public int size() {
        return size;
    }

    /**
     * The nearest vectors, nearest first; ties by their positions. A vector of zeros has the cosine 0.
     *
     * @param within only these positions
     * @throws IllegalArgumentException if the query has another number of components
     */
    public List<Neighbour> nearest(float[] query, IntPredicate within, int limit) {
        if (query.length != dimension) {
            throw new IllegalArgumentException("a query of " + query.length + " components, not " + dimension);
        }
        return new Comparison(query, within, limit).nearest();
    }

    private static void offer(PriorityQueue<Neighbour> best, Neighbour neighbour, int limit) {
        best.add(neighbour);
        if (best.size() > limit) {
            best.remove();
        }
    }

    /**
     * What signs promise of vectors that are evenly spread over all.
     *
     * @param promises in order
     * @param slope of the cosine over the promise
     * @param error of the cosine as told from the promise: its standard deviation
     */
    private record Sampled(float[] promises, double slope, double error) {

        int size() {
            return promises.length;
        }

        /** The promise that this share of them reaches. */
        float exceededBy(double share) {
            return promises[(int) ((promises.length - 1) * (1 - share))];
        }

        /** The promise below which, as errors are normal, no more than that many of these have a larger cosine. */
        float enough(double cosine, double missed) {
            double expected = 0;
            for (int i = 0; i < promises.length; i++) {
                expected += error == 0 ? 0 : Normal.above((cosine - slope * promises[i]) / error);
                if (expected > missed) {
                    return promises[i];
                }
            }
            return promises[promises.length - 1];
        }
    }

    /** One query against all vectors. */
    private final class Comparison {

        /** A component of the query in four bits, the highest of which counts negative: from -8 to 7. */
        private static final int PLANES = 4;

        private static final int COARSEST = 7;

        /** So fine that no sum of products overflows. */
        private static final int FINEST = 16_383;

        private final IntPredicate within;
        private final int limit;
        private final long[] planes = new long[PLANES * words];
        private final int[] fine = new int[words * Long.SIZE];
        private final double length;
        private final int all;
        private final float[][] promises = new float[chunks.size()][];
        private final PriorityQueue<Neighbour> best = new PriorityQueue<>(NEAREST_FIRST.reversed());

        Comparison(float[] query, IntPredicate within, int limit) {
            this.within = within;
            this.limit = limit;
            float largest = largest(query);
            int sum = 0;
            double squares = 0;
            for (int j = 0; largest > 0 && j < dimension; j++) {
                int coarse = Math.round(query[j] / largest * COARSEST);
                sum += coarse;
                for (int plane = 0; plane < PLANES; plane++) {
                    planes[plane * words + j / Long.SIZE] |= (coarse >> plane & 1L) << j;
                }
                fine[j] = Math.round(query[j] / largest * FINEST);
                squares += (double) fine[j] * fine[j];
            }
            all = sum;
            length = Math.sqrt(squares);
        }

        List<Neighbour> nearest() {
            int step = Math.max(1, size / SAMPLE);
            Sampled sampled = sampled(step);
            long estimated = (long) sampled.size() * step;
            long most = Math.max(Math.max(FEWEST_COMPARED, COMPARED_FOR_EACH * limit), estimated / ONE_IN);
            if (estimated <= most) {
                compare(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
            } else {
                float first =
                        sampled.exceededBy(Math.max(FIRST_COMPARED, COMPARED_FOR_EACH * limit) / (double) estimated);
                compare(first, Float.POSITIVE_INFINITY);
                float least = sampled.exceededBy(most / (double) estimated);
                float enough = best.size() < limit
                        ? least
                        : sampled.enough(best.element().cosine(), MISSED * limit / step);
                if (Math.max(least, enough) < first) {
                    compare(Math.max(least, enough), first);
                }
            }
            List<Neighbour> nearest = new ArrayList<>(best);
            nearest.sort(NEAREST_FIRST);
            return nearest;
        }

        private Sampled sampled(int step) {
            float[] sample = new float[(size + step - 1) / step];
            int passing = 0;
            double products = 0;
            double squares = 0;
            double cosines = 0;
            int judged = 0;
            for (int position = 0; position < size; position += step) {
                if (!within.test(position)) {
                    continue;
                }
                Chunk chunk = chunks.get(position / CHUNK);
                float promise = promise(chunk, position % CHUNK);
                if (passing % ONE_JUDGED_IN == 0) {
                    double cosine = cosine(chunk, position % CHUNK);
                    products += promise * cosine;
                    squares += (double) promise * promise;
                    cosines += cosine * cosine;
                    judged++;
                }
                sample[passing++] = promise;
            }
            double slope = squares == 0 ? 0 : products / squares;
            double error = Math.sqrt(Math.max(0, cosines - slope * products) / Math.max(1, judged));
            float[] sorted = Arrays.copyOf(sample, passing);
            Arrays.sort(sorted);
            return new Sampled(sorted, slope, error);
        }

        /** Compares those whose promise is from one value to below another. */
        private void compare(float from, float below) {
            IntStream.range(0, chunks.size())
                    .parallel()
                    .mapToObj(number -> nearestIn(number, from, below))
                    .toList()
                    .forEach(near -> near.forEach(neighbour -> offer(best, neighbour, limit)));
        }

        /** The product with the query that the signs let expect. */
        private float promise(Chunk chunk, int place) {
            long[] signs = chunk.signs();
            int first = place * words;
            int ones = 0;
            int twos = 0;
            int fours = 0;
            int eights = 0;
            for (int w = 0; w < words; w++) {
                long word = signs[first + w];
                ones += Long.bitCount(word & planes[w]);
                twos += Long.bitCount(word & planes[words + w]);
                fours += Long.bitCount(word & planes[2 * words + w]);
                eights += Long.bitCount(word & planes[3 * words + w]);
            }
            return chunk.worth()[place] * (2 * (ones + 2 * twos + 4 * fours - 8 * eights) - all);
        }

        private List<Neighbour> nearestIn(int number, float from, float below) {
            Chunk chunk = chunks.get(number);
            if (promises[number] == null) {
                promises[number] = new float[chunk.vectors()];
                for (int i = 0; i < chunk.vectors(); i++) {
                    promises[number][i] = within.test(number * CHUNK + i) ? promise(chunk, i) : Float.NEGATIVE_INFINITY;
                }
            }
            PriorityQueue<Neighbour> near = new PriorityQueue<>(NEAREST_FIRST.reversed());
            for (int i = 0; i < chunk.vectors(); i++) {
                float promise = promises[number][i];
                if (promise >= from && promise < below && promise != Float.NEGATIVE_INFINITY) {
                    offer(near, new Neighbour(number * CHUNK + i, cosine(chunk, i)), limit);
                }
            }
            return List.copyOf(near);
        }

        private double cosine(Chunk chunk, int place) {
            byte[] sizes = chunk.sizes();
            int first = place * dimension;
            int product = 0;
            for (int start = 0; start < dimension; start += Long.SIZE) {
                long negative = ~chunk.signs()[place * words + start / Long.SIZE];
                int end = Math.min(start + Long.SIZE, dimension);
                for (int j = start; j < end; j++) {
                    // All bits set where the component is negative: the complement of a product, less -1, is its
                    // opposite.
                    int opposite = -(int) (negative & 1);
                    negative >>>= 1;
                    product += ((sizes[first + j] & LARGEST_SIZE) * fine[j] ^ opposite) - opposite;
                }
            }
            double lengths = chunk.lengths()[place] * length;
            return lengths == 0 ? 0 : product / lengths;
        }
    }
}
