package io.virality.domain.category;

import io.virality.domain.stats.LogisticModel;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How sure a category is, from three hints: what a classifier has learnt from other creators, how close the words come to the
 * category's description, and whether a keyword is among them. What each hint is worth was measured on creators that the
 * classifier had not seen. Categories with too few examples go without the classifier.
 *
 * @param learnt the categories with enough examples
 * @param withExamples weighs all three hints
 * @param without weighs the last two
 */
record Weighing(Set<Category> learnt, LogisticModel withExamples, LogisticModel without) {

    private static final String LEARNT = "learnt categories";
    private static final String WITH_EXAMPLES = "weights: intercept, classifier, description, keyword";
    private static final String WITHOUT = "weights without examples: intercept, description, keyword";

    /** No probability is taken for surer than this. */
    private static final double SUREST = .999;

    Weighing {
        learnt = Collections.unmodifiableSet(EnumSet.copyOf(learnt));
    }

    /** How sure each category is, in their order: the probability that a source would tell it. */
    double[] confidences(double[] probabilities, double[] closeness, int[] hits) {
        double[] confidences = new double[Category.ALL.size()];
        for (Category category : Category.ALL) {
            int c = category.ordinal();
            confidences[c] = learnt.contains(category)
                    ? withExamples.probability(withExamples(probabilities[c], closeness[c], hits[c]))
                    : without.probability(without(closeness[c], hits[c]));
        }
        return confidences;
    }

    static double[] withExamples(double probability, double closeness, int hits) {
        double bounded = Math.max(1 - SUREST, Math.min(SUREST, probability));
        return new double[] {Math.log(bounded / (1 - bounded)), closeness, hits > 0 ? 1 : 0};
    }

    static double[] without(double closeness, int hits) {
        return new double[] {closeness, hits > 0 ? 1 : 0};
    }

    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(LEARNT, learnt.stream().map(Category::name).collect(Collectors.joining(" ")));
        settings.put(WITH_EXAMPLES, text(withExamples));
        settings.put(WITHOUT, text(without));
        return settings;
    }

    static Weighing of(Map<String, String> settings) {
        Set<Category> learnt = Arrays.stream(settings.get(LEARNT).split(" "))
                .map(Category::valueOf)
                .collect(Collectors.toSet());
        return new Weighing(learnt, model(settings.get(WITH_EXAMPLES)), model(settings.get(WITHOUT)));
    }

    private static String text(LogisticModel model) {
        return Arrays.stream(model.coefficients()).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    private static LogisticModel model(String text) {
        return new LogisticModel(
                Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray());
    }
}
