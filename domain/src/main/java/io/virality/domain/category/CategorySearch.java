package io.virality.domain.category;

import io.virality.domain.model.TrainingProgress;
import io.virality.domain.stats.LogisticModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Trains a classifier of categories, and asks it about creators it has not seen: in each of {@value #OUTER} parts in turn, all
 * the choices are made on the others, themselves in {@value #INNER} parts (nested cross-validation). Each creator is one
 * example, so none is on both sides.
 */
public final class CategorySearch {

    /** So many labelled creators are needed. */
    public static final int FEWEST_EXAMPLES = 60;

    /** More are not learnt from. */
    public static final int MOST_EXAMPLES = 2_000;

    /** A category with fewer examples is not learnt. */
    public static final int FEWEST_OF_A_CATEGORY = 8;

    /** So many categories must be learnt. */
    public static final int FEWEST_CATEGORIES = 2;

    static final int OUTER = 5;
    static final int INNER = 4;

    private static final int[] ROUNDS = {3, 10, 30, 100};
    private static final double LEAST_PROBABILITY = 1e-6;

    private final Learner learner;
    private final Descriptions descriptions;
    private final Consumer<TrainingProgress> listener;

    /** What learns. */
    @FunctionalInterface
    public interface Learner {

        /**
         * Learns; the same examples, rounds and seed give the same.
         *
         * @param rounds how often each example is looked at
         */
        Learnt learn(float[][] vectors, List<Set<Category>> labels, int rounds, long seed);
    }

    /**
     * What comes of it.
     *
     * @param model trained on all examples
     * @param unseen what models said of examples that they had not seen
     */
    public record Found(CategoryModel model, CategoryEvaluation unseen) {}

    /** @param listener is told of the progress; what it throws breaks the training off */
    public CategorySearch(Learner learner, Descriptions descriptions, Consumer<TrainingProgress> listener) {
        this.learner = learner;
        this.descriptions = descriptions;
        this.listener = listener;
    }

    /** What is missing, in words; empty if there is enough to learn from. */
    public static List<String> missing(List<Set<Category>> labels) {
        List<String> missing = new ArrayList<>();
        if (labels.size() < FEWEST_EXAMPLES) {
            missing.add("at least " + FEWEST_EXAMPLES
                    + " creators with English words whose category a source tells; there are " + labels.size());
        }
        // A fifth is held back, and of the rest a fourth.
        long known = frequent(labels, FEWEST_OF_A_CATEGORY * 2).size();
        if (known < FEWEST_CATEGORIES) {
            missing.add("at least " + FEWEST_CATEGORIES + " categories with " + FEWEST_OF_A_CATEGORY * 2
                    + " such creators each; there are " + known);
        }
        return missing;
    }

    /**
     * Trains on all examples, and evaluates.
     *
     * @param examples of which nothing is {@link #missing}
     */
    public Found search(List<Example> examples, long seed) {
        int[] fold = folds(examples.size(), OUTER, seed);
        double[][] confidences = new double[examples.size()][];
        double[][] shares = new double[examples.size()][];
        int learning = OUTER + 1;
        for (int part = 0; part < OUTER; part++) {
            listener.accept(new TrainingProgress("evaluating on creators not seen", part, learning));
            int left = part;
            List<Example> others = where(examples, fold, i -> fold[i] != left);
            CategoryModel model = train(others, seed + 1 + part);
            int[] held =
                    IntStream.range(0, fold.length).filter(i -> fold[i] == left).toArray();
            double[] share = shares(others);
            double[][] said = said(model, where(examples, fold, i -> fold[i] == left));
            for (int k = 0; k < held.length; k++) {
                confidences[held[k]] = said[k];
                shares[held[k]] = share;
            }
        }
        listener.accept(new TrainingProgress("evaluating on creators not seen", OUTER, learning));
        CategoryModel model = train(examples, seed);
        return new Found(model, new CategoryEvaluation(examples, confidences, shares, seed));
    }

    private static double[][] said(CategoryModel model, List<Example> examples) {
        return model.confidences(
                vectors(examples), examples.stream().map(Example::hits).toArray(int[][]::new));
    }

    private CategoryModel train(List<Example> examples, long seed) {
        Set<Category> known = frequent(labels(examples), FEWEST_OF_A_CATEGORY);
        int[] fold = folds(examples.size(), INNER, seed);
        int best = ROUNDS[0];
        double least = Double.POSITIVE_INFINITY;
        double[][] unseen = null;
        for (int rounds : ROUNDS) {
            double[][] probabilities = unseen(examples, fold, rounds, seed);
            double loss = loss(examples, probabilities, known);
            if (loss < least) {
                least = loss;
                best = rounds;
                unseen = probabilities;
            }
        }
        Weighing weighing = weigh(examples, unseen, known);
        return new CategoryModel(
                learner.learn(vectors(examples), labels(examples), best, seed), descriptions, weighing, best);
    }

    private double[][] unseen(List<Example> examples, int[] fold, int rounds, long seed) {
        double[][] probabilities = new double[examples.size()][];
        for (int part = 0; part < INNER; part++) {
            int left = part;
            List<Example> others = where(examples, fold, i -> fold[i] != left);
            int[] held =
                    IntStream.range(0, fold.length).filter(i -> fold[i] == left).toArray();
            double[][] said = learner.learn(vectors(others), labels(others), rounds, seed)
                    .probabilities(vectors(where(examples, fold, i -> fold[i] == left)));
            for (int k = 0; k < held.length; k++) {
                probabilities[held[k]] = said[k];
            }
        }
        return probabilities;
    }

    private static double loss(List<Example> examples, double[][] probabilities, Set<Category> known) {
        double loss = 0;
        for (int i = 0; i < probabilities.length; i++) {
            for (Category category : known) {
                double right = examples.get(i).labels().contains(category)
                        ? probabilities[i][category.ordinal()]
                        : 1 - probabilities[i][category.ordinal()];
                loss -= Math.log(Math.max(right, LEAST_PROBABILITY));
            }
        }
        return loss;
    }

    private Weighing weigh(List<Example> examples, double[][] probabilities, Set<Category> known) {
        int pairs = examples.size() * known.size();
        double[][] withExamples = new double[pairs][];
        double[][] without = new double[pairs][];
        boolean[] told = new boolean[pairs];
        int pair = 0;
        for (int i = 0; i < probabilities.length; i++) {
            Example example = examples.get(i);
            double[] closeness = descriptions.closeness(example.vector());
            for (Category category : known) {
                int c = category.ordinal();
                withExamples[pair] = Weighing.withExamples(probabilities[i][c], closeness[c], example.hits()[c]);
                without[pair] = Weighing.without(closeness[c], example.hits()[c]);
                told[pair++] = example.labels().contains(category);
            }
        }
        return new Weighing(known, LogisticModel.fit(withExamples, told), LogisticModel.fit(without, told));
    }

    private static Set<Category> frequent(List<Set<Category>> labels, int fewest) {
        Set<Category> frequent = EnumSet.noneOf(Category.class);
        for (Category category : Category.ALL) {
            if (labels.stream().filter(of -> of.contains(category)).count() >= fewest) {
                frequent.add(category);
            }
        }
        return frequent;
    }

    private static double[] shares(List<Example> examples) {
        double[] shares = new double[Category.ALL.size()];
        for (Example example : examples) {
            example.labels().forEach(category -> shares[category.ordinal()] += 1.0 / examples.size());
        }
        return shares;
    }

    /** The part of each example: as many in each, drawn by chance. */
    private static int[] folds(int size, int parts, long seed) {
        int[] fold = IntStream.range(0, size).map(i -> i % parts).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = fold[i];
            fold[i] = fold[other];
            fold[other] = kept;
        }
        return fold;
    }

    private static List<Example> where(List<Example> examples, int[] fold, IntPredicate wanted) {
        return IntStream.range(0, fold.length)
                .filter(wanted)
                .mapToObj(examples::get)
                .toList();
    }

    private static float[][] vectors(List<Example> examples) {
        return examples.stream().map(Example::vector).toArray(float[][]::new);
    }

    private static List<Set<Category>> labels(List<Example> examples) {
        return examples.stream().map(Example::labels).toList();
    }
}
