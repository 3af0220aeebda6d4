package io.virality.domain.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.search.VectorIndex.Neighbour;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorIndexTest {

    private static float[] vector(Random random, int dimension) {
        float[] vector = new float[dimension];
        for (int j = 0; j < dimension; j++) {
            vector[j] = (float) random.nextGaussian();
        }
        return vector;
    }

    private static VectorIndex index(List<float[]> vectors, int dimension) {
        VectorIndex.Builder builder = new VectorIndex.Builder(dimension);
        vectors.forEach(vector -> builder.add(VectorIndex.quantised(vector)));
        return builder.build();
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        double squares = 0;
        double others = 0;
        for (int j = 0; j < one.length; j++) {
            product += (double) one[j] * other[j];
            squares += (double) one[j] * one[j];
            others += (double) other[j] * other[j];
        }
        return squares == 0 || others == 0 ? 0 : product / Math.sqrt(squares * others);
    }

    /** The true order, by floating-point numbers. */
    private static List<Integer> nearest(List<float[]> vectors, float[] query, int limit) {
        return IntStream.range(0, vectors.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -cosine(vectors.get(i), query)))
                .limit(limit)
                .toList();
    }

    private static double recall(VectorIndex index, List<float[]> vectors, float[] query, int limit) {
        Set<Integer> found = new HashSet<>();
        index.nearest(query, position -> true, limit).forEach(near -> found.add(near.position()));
        found.retainAll(nearest(vectors, query, limit));
        return found.size() / (double) limit;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 63, 64, 65, 100, 128, 384, 400})
    void finds_what_brute_force_finds_whatever_the_dimension(int dimension) {
        Random random = new Random(dimension);
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            vectors.add(vector(random, dimension));
        }
        VectorIndex index = index(vectors, dimension);
        float[] query = vector(random, dimension);
        List<Neighbour> near = index.nearest(query, position -> true, 20);
        double twentieth = cosine(query, vectors.get(nearest(vectors, query, 20).get(19)));
        for (Neighbour neighbour : near) {
            double cosine = cosine(query, vectors.get(neighbour.position()));
            assertEquals(cosine, neighbour.cosine(), .01);
            assertTrue(cosine >= twentieth - .01, cosine + " is not among the nearest, of " + twentieth);
        }
        assertEquals(20, near.size());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void of_the_true_first_twenty_nearly_all_are_found_where_most_are_not_compared(boolean clustered) {
        int dimension = 128;
        Random random = new Random(11);
        float[][] centres =
                IntStream.range(0, 50).mapToObj(i -> vector(random, dimension)).toArray(float[][]::new);
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < 5 * VectorIndex.FEWEST_COMPARED; i++) {
            float[] vector = vector(random, dimension);
            for (int j = 0; clustered && j < dimension; j++) {
                vector[j] += centres[i % centres.length][j];
            }
            vectors.add(vector);
        }
        VectorIndex index = index(vectors, dimension);
        double recall = IntStream.range(0, 25)
                .mapToDouble(i -> recall(index, vectors, vectors.get(i * 97), 20))
                .average()
                .orElseThrow();
        assertTrue(recall >= .99, "recall " + recall);
    }

    @Test
    void the_same_vectors_and_query_give_the_same_answer() {
        Random random = new Random(5);
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < 2 * VectorIndex.FEWEST_COMPARED; i++) {
            vectors.add(vector(random, 16));
        }
        float[] query = vector(random, 16);
        assertEquals(
                index(vectors, 16).nearest(query, position -> true, 50),
                index(vectors, 16).nearest(query, position -> true, 50));
    }

    @Test
    void only_positions_within_are_found_however_few() {
        Random random = new Random(7);
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < 2 * VectorIndex.FEWEST_COMPARED; i++) {
            vectors.add(vector(random, 8));
        }
        List<Neighbour> near = index(vectors, 8).nearest(vector(random, 8), position -> position % 10_000 == 3, 20);
        assertEquals(
                Set.of(3, 10_003, 20_003, 30_003),
                Set.copyOf(near.stream().map(Neighbour::position).toList()));
    }

    @Test
    void equal_vectors_follow_by_their_positions_and_zeros_have_no_direction() {
        float[] up = {0, 1};
        VectorIndex index = index(List.of(up, new float[2], up, new float[] {1, 0}, up), 2);
        assertEquals(
                List.of(0, 2, 4, 1, 3),
                index.nearest(up, position -> true, 10).stream()
                        .map(Neighbour::position)
                        .toList());
        assertEquals(1, index.nearest(up, position -> true, 1).get(0).cosine(), 1e-3);
        assertEquals(0, index.nearest(new float[2], position -> true, 1).get(0).cosine());
    }

    @Test
    void an_empty_index_finds_nothing() {
        assertEquals(List.of(), index(List.of(), 3).nearest(new float[3], position -> true, 5));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 128, 384})
    void a_direction_is_kept_to_nine_bits(int dimension) {
        float[] vector = vector(new Random(dimension), dimension);
        float[] kept = VectorIndex.direction(VectorIndex.quantised(vector));
        assertEquals(dimension, kept.length);
        assertEquals(1, cosine(vector, kept), 1e-4);
        assertArrayEquals(new float[dimension], VectorIndex.direction(VectorIndex.quantised(new float[dimension])));
    }

    @Test
    void a_vector_of_another_dimension_is_refused() {
        VectorIndex.Builder builder = new VectorIndex.Builder(3);
        assertThrows(IllegalArgumentException.class, () -> builder.add(VectorIndex.quantised(new float[4])));
        assertThrows(IllegalArgumentException.class, () -> builder.build().nearest(new float[4], position -> true, 1));
    }
}
