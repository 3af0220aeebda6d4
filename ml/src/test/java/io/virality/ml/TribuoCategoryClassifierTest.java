package io.virality.ml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Guice;
import io.virality.application.Failure;
import io.virality.application.port.CategoryClassifier;
import io.virality.domain.category.Category;
import io.virality.domain.category.Learnt;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TribuoCategoryClassifierTest {

    private static final int SIZE = 24;

    private final CategoryClassifier classifier =
            Guice.createInjector(new MlModule()).getInstance(CategoryClassifier.class);

    /** Vectors of length 1 around a direction of each category; some are of two. */
    private record Planted(float[][] vectors, List<Set<Category>> labels) {

        static Planted of(int size, long seed) {
            Random random = new Random(seed);
            List<Category> known = List.of(Category.FOOD, Category.TECH, Category.PETS);
            float[][] vectors = new float[size][SIZE];
            List<Set<Category>> labels = new ArrayList<>();
            for (float[] vector : vectors) {
                Category one = known.get(random.nextInt(3));
                Category other = random.nextInt(5) == 0 ? known.get(random.nextInt(3)) : one;
                labels.add(one == other ? Set.of(one) : Set.of(one, other));
                double squares = 0;
                for (int j = 0; j < SIZE; j++) {
                    vector[j] = (float) (.3 * random.nextGaussian());
                    vector[j] += j == known.indexOf(one) || j == known.indexOf(other) ? 1 : 0;
                    squares += vector[j] * vector[j];
                }
                for (int j = 0; j < SIZE; j++) {
                    vector[j] /= (float) Math.sqrt(squares);
                }
            }
            return new Planted(vectors, labels);
        }
    }

    @Test
    void categories_are_told_by_their_directions_also_two_at_once() {
        Planted planted = Planted.of(300, 1);
        Planted unseen = Planted.of(200, 2);
        double[][] said =
                classifier.learn(planted.vectors(), planted.labels(), 30, 1).probabilities(unseen.vectors());
        int right = 0;
        int all = 0;
        for (int i = 0; i < said.length; i++) {
            for (Category category : List.of(Category.FOOD, Category.TECH, Category.PETS)) {
                boolean says = said[i][category.ordinal()] > .5;
                right += says == unseen.labels().get(i).contains(category) ? 1 : 0;
                all++;
            }
            assertEquals(0, said[i][Category.DANCE.ordinal()]);
        }
        assertTrue(right > .9 * all, right + " of " + all);
    }

    @Test
    void the_same_examples_and_seed_say_the_same_of_a_fixed_probe_also_when_read_again() {
        Planted planted = Planted.of(100, 1);
        float[][] probe = Planted.of(20, 3).vectors();
        Learnt first = classifier.learn(planted.vectors(), planted.labels(), 10, 7);
        Learnt again = classifier.learn(planted.vectors(), planted.labels(), 10, 7);
        Learnt other = classifier.learn(planted.vectors(), planted.labels(), 10, 8);
        assertArrayEquals(first.probabilities(probe), again.probabilities(probe));
        assertArrayEquals(
                first.probabilities(probe), classifier.read(first.payload()).probabilities(probe));
        assertTrue(first.probabilities(probe)[0][Category.FOOD.ordinal()]
                != other.probabilities(probe)[0][Category.FOOD.ordinal()]);
    }

    @Test
    void one_example_is_enough_not_to_fail() {
        Planted planted = Planted.of(1, 1);
        double[] said =
                classifier.learn(planted.vectors(), planted.labels(), 1, 1).probabilities(planted.vectors())[0];
        Category only = planted.labels().get(0).iterator().next();
        assertTrue(said[only.ordinal()] >= .5 && said[only.ordinal()] <= 1);
    }

    @Test
    void what_is_no_model_is_refused() {
        Failure failure = assertThrows(Failure.class, () -> classifier.read(new byte[] {1, 2, 3}));
        assertEquals(Failure.Kind.INTERNAL, failure.kind());
    }
}
