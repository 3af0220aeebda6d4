package io.virality.domain.category;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.model.Metric;
import io.virality.domain.model.Standing;
import io.virality.domain.model.TrainingProgress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CategorySearchTest {

    private static final List<Category> KNOWN = List.of(Category.FOOD, Category.TECH, Category.PETS);

    /** Each category is a direction, and its description lies in it. */
    private static final Descriptions DESCRIPTIONS = new Descriptions(directions());

    private static float[][] directions() {
        float[][] directions = new float[Category.ALL.size()][Category.ALL.size()];
        for (int c = 0; c < directions.length; c++) {
            directions[c][c] = 1;
        }
        return directions;
    }

    /** Words that tell the category by so much, and keywords that tell nothing. */
    private static List<Example> examples(int size, double told, long seed) {
        Random random = new Random(seed);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Category category = KNOWN.get(random.nextInt(4) % 3);
            float[] vector = new float[Category.ALL.size()];
            double squares = 0;
            for (int j = 0; j < vector.length; j++) {
                vector[j] = (float) (random.nextGaussian() + (j == category.ordinal() ? told : 0));
                squares += vector[j] * vector[j];
            }
            for (int j = 0; j < vector.length; j++) {
                vector[j] /= (float) Math.sqrt(squares);
            }
            int[] hits = new int[Category.ALL.size()];
            hits[KNOWN.get(random.nextInt(3)).ordinal()] = random.nextInt(2);
            examples.add(new Example(vector, hits, Set.of(category)));
        }
        return examples;
    }

    /** Learns the mean vector of each category; more rounds make it surer. */
    private static Learnt learn(float[][] vectors, List<Set<Category>> labels, int rounds, long seed) {
        double[][] means = new double[Category.ALL.size()][vectors[0].length];
        for (int i = 0; i < vectors.length; i++) {
            for (Category category : labels.get(i)) {
                for (int j = 0; j < vectors[i].length; j++) {
                    means[category.ordinal()][j] += vectors[i][j];
                }
            }
        }
        return new Learnt() {
            @Override
            public double[][] probabilities(float[][] asked) {
                double[][] probabilities = new double[asked.length][Category.ALL.size()];
                for (int i = 0; i < asked.length; i++) {
                    for (Category category : Category.ALL) {
                        double[] mean = means[category.ordinal()];
                        double length = 0;
                        double product = 0;
                        for (int j = 0; j < mean.length; j++) {
                            length += mean[j] * mean[j];
                            product += mean[j] * asked[i][j];
                        }
                        probabilities[i][category.ordinal()] =
                                length == 0 ? 0 : 1 / (1 + Math.exp(-rounds * (product / Math.sqrt(length) - .5)));
                    }
                }
                return probabilities;
            }

            @Override
            public byte[] payload() {
                return new byte[] {(byte) rounds};
            }

            @Override
            public String provenance() {
                return "means";
            }
        };
    }

    private static CategorySearch.Found search(List<Example> examples, long seed) {
        return new CategorySearch(CategorySearchTest::learn, DESCRIPTIONS, progress -> {}).search(examples, seed);
    }

    private static Metric metric(CategorySearch.Found found, String name) {
        return found.unseen().metrics().stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void where_words_tell_the_category_the_model_beats_keywords_and_knows_how_sure_it_is() {
        CategorySearch.Found found = search(examples(300, 4, 1), 1);
        assertEquals("macro_f1", found.unseen().metrics().get(0).name());
        assertEquals(Standing.BETTER, found.unseen().metrics().get(0).standing());
        assertEquals(Standing.BETTER, metric(found, "accuracy").standing());
        assertEquals(Standing.BETTER, metric(found, "brier").standing());
        for (CategoryEvaluation.Reliability bin : found.unseen().reliability()) {
            if (bin.said() >= 50) {
                double right = bin.right().orElseThrow().value();
                assertEquals(bin.meanConfidence(), right, .1, bin.toString());
            }
        }
    }

    @Test
    void where_words_tell_nothing_the_model_is_not_better_seeds_1_to_20() {
        long better = 0;
        for (long seed = 1; seed <= 20; seed++) {
            better += search(examples(120, 0, seed), seed)
                                    .unseen()
                                    .metrics()
                                    .get(0)
                                    .standing()
                            == Standing.BETTER
                    ? 1
                    : 0;
        }
        assertTrue(better <= 1, better + " of 20");
    }

    @Test
    void what_is_said_of_a_creator_does_not_depend_on_its_own_label() {
        List<Example> examples = examples(100, 0, 3);
        // Vectors that stand alone: whoever learns them by heart would be always right about them.
        double accuracy = metric(search(examples, 1), "accuracy").model().value();
        assertTrue(accuracy < .75, "accuracy " + accuracy);
    }

    @Test
    void a_category_without_examples_can_still_be_said_by_its_description() {
        CategoryModel model = search(examples(300, 6, 1), 1).model();
        float[] travel = directions()[Category.TRAVEL.ordinal()];
        double[] confidences = model.confidences(new float[][] {travel}, new int[1][Category.ALL.size()])[0];
        List<CategoryPrediction.Label> labels = CategoryModel.labels(confidences);
        assertEquals(1, labels.size());
        assertEquals(Category.TRAVEL, labels.get(0).category());
    }

    @Test
    void the_same_examples_and_seed_say_the_same_of_a_fixed_probe_also_from_the_card() {
        List<Example> examples = examples(100, 3, 1);
        float[][] probe = examples(20, 3, 2).stream().map(Example::vector).toArray(float[][]::new);
        int[][] hits = examples(20, 3, 2).stream().map(Example::hits).toArray(int[][]::new);
        CategoryModel one = search(examples, 7).model();
        CategoryModel again = search(examples, 7).model();
        assertArrayEquals(one.confidences(probe, hits), again.confidences(probe, hits));
        var settings = new HashMap<>(one.weighing().settings());
        settings.put(CategoryCard.ROUNDS, Integer.toString(one.rounds()));
        Learnt learnt = learn(
                examples.stream().map(Example::vector).toArray(float[][]::new),
                examples.stream().map(Example::labels).toList(),
                one.rounds(),
                7);
        assertArrayEquals(
                one.confidences(probe, hits),
                CategoryModel.of(settings, learnt, DESCRIPTIONS).confidences(probe, hits));
    }

    @Test
    void too_little_is_said_with_what_is_needed() {
        List<Set<Category>> few = Collections.nCopies(10, Set.of(Category.FOOD));
        List<String> missing = CategorySearch.missing(few);
        assertEquals(2, missing.size());
        assertTrue(missing.get(0).contains("60") && missing.get(0).contains("10"), missing.get(0));
        assertEquals(
                1,
                CategorySearch.missing(Collections.nCopies(100, Set.of(Category.FOOD)))
                        .size());
        assertEquals(List.of(), CategorySearch.missing(Collections.nCopies(60, Set.of(Category.FOOD, Category.TECH))));
    }

    @Test
    void it_can_be_broken_off() {
        CategorySearch search = new CategorySearch(CategorySearchTest::learn, DESCRIPTIONS, progress -> {
            if (progress.done() == 2) {
                throw new CancellationException();
            }
        });
        assertThrows(CancellationException.class, () -> search.search(examples(100, 1, 1), 1));
        List<TrainingProgress> told = new ArrayList<>();
        new CategorySearch(CategorySearchTest::learn, DESCRIPTIONS, told::add).search(examples(100, 1, 1), 1);
        assertEquals(6, told.size());
    }
}
