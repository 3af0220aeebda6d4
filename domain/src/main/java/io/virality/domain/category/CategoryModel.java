package io.virality.domain.category;

import io.virality.domain.category.CategoryPrediction.Label;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A trained classifier, and what its word is worth. */
public final class CategoryModel {

    /** A category that is less sure is not said. */
    public static final double SURE_ENOUGH = .5;

    private final Learnt learnt;
    private final Descriptions descriptions;
    private final Weighing weighing;
    private final int rounds;

    CategoryModel(Learnt learnt, Descriptions descriptions, Weighing weighing, int rounds) {
        this.learnt = learnt;
        this.descriptions = descriptions;
        this.weighing = weighing;
        this.rounds = rounds;
    }

    /** The model that a card tells of. */
    public static CategoryModel of(Map<String, String> settings, Learnt learnt, Descriptions descriptions) {
        return new CategoryModel(
                learnt, descriptions, Weighing.of(settings), Integer.parseInt(settings.get(CategoryCard.ROUNDS)));
    }

    /**
     * How sure each category is: a row a creator, a number a category in their order.
     *
     * @param vectors what the words of creators mean
     * @param hits of their words, by {@link KeywordRules}
     */
    public double[][] confidences(float[][] vectors, int[][] hits) {
        double[][] probabilities = learnt.probabilities(vectors);
        double[][] confidences = new double[vectors.length][];
        for (int i = 0; i < vectors.length; i++) {
            confidences[i] = weighing.confidences(probabilities[i], descriptions.closeness(vectors[i]), hits[i]);
        }
        return confidences;
    }

    /** The categories that are sure enough, the surest first. */
    public static List<Label> labels(double[] confidences) {
        return Category.ALL.stream()
                .filter(category -> confidences[category.ordinal()] >= SURE_ENOUGH)
                .sorted(Comparator.comparingDouble(category -> -confidences[category.ordinal()]))
                .map(category -> new Label(category, OptionalDouble.of(confidences[category.ordinal()])))
                .toList();
    }

    String provenance() {
        return learnt.provenance();
    }

    Weighing weighing() {
        return weighing;
    }

    int rounds() {
        return rounds;
    }

    /** What is kept of it. */
    public byte[] payload() {
        return learnt.payload();
    }
}
