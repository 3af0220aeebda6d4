package io.virality.domain.category;

import io.virality.domain.model.Metric;
import io.virality.domain.model.Metric.Figure;
import io.virality.domain.stats.Bootstrap;
import io.virality.domain.stats.Interval;
import io.virality.domain.stats.Proportion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How right a model is about creators that it has not seen, beside keyword rules and the most frequent category. */
public final class CategoryEvaluation {

    /** A mean over categories leaves out those with fewer examples. */
    public static final int FEWEST_OF_A_CATEGORY = 5;

    private static final int REPLICATES = 1_000;
    private static final String INTERVAL = "; 95 % bootstrap intervals over creators";

    /** Labels of a confidence below each, and not below the one before. */
    private static final double[] EDGES = {.1, .3, .5, .7, .9, 1.000_001};

    private final List<Set<Category>> truth;
    private final double[][] confidences;
    private final double[][] shares;
    private final List<Set<Category>> model;
    private final List<Set<Category>> keywords;
    private final List<Set<Category>> mostFrequent;
    private final List<Category> measured;
    private final long seed;

    /**
     * The labels of some confidence.
     *
     * @param from the least confidence
     * @param below the confidence that is not reached
     * @param said how many pairs of a creator and a category
     * @param meanConfidence what the model said of them
     * @param right which part of them was right
     */
    public record Reliability(double from, double below, int said, double meanConfidence, Optional<Figure> right) {}

    CategoryEvaluation(List<Example> examples, double[][] confidences, double[][] shares, long seed) {
        this.truth = examples.stream().map(Example::labels).toList();
        this.confidences = confidences.clone();
        this.shares = shares.clone();
        this.model = IntStream.range(0, confidences.length)
                .mapToObj(i -> CategoryModel.labels(confidences[i]).stream()
                        .map(CategoryPrediction.Label::category)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Category.class))))
                .map(labels -> (Set<Category>) labels)
                .toList();
        this.keywords = examples.stream()
                .map(example -> KeywordRules.answer(example.hits()))
                .toList();
        this.mostFrequent = IntStream.range(0, shares.length)
                .mapToObj(i -> Set.of(highest(shares[i])))
                .toList();
        this.measured = Category.ALL.stream()
                .filter(category ->
                        truth.stream().filter(of -> of.contains(category)).count() >= FEWEST_OF_A_CATEGORY)
                .toList();
        this.seed = seed;
    }

    private static Category highest(double[] values) {
        int highest = 0;
        for (int c = 1; c < values.length; c++) {
            highest = values[c] > values[highest] ? c : highest;
        }
        return Category.ALL.get(highest);
    }

    /** All figures; the first decides whether the model answers. */
    public List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        boolean rules = macroF1(keywords, once()) >= macroF1(mostFrequent, once());
        metrics.add(compared(
                "macro_f1",
                "mean over " + measured.size() + " categories with at least " + FEWEST_OF_A_CATEGORY
                        + " creators of F1, the harmonic mean of precision and recall; baseline: "
                        + (rules ? "the keyword rules" : "the most frequent category") + ", the better of both"
                        + INTERVAL,
                this::macroF1,
                model,
                rules ? keywords : mostFrequent));
        metrics.add(compared(
                "accuracy",
                "share of creators of whom the first category said is one that a source tells; saying nothing is wrong;"
                        + " baseline: the most frequent category" + INTERVAL,
                this::accuracy,
                first(),
                mostFrequent));
        metrics.add(compared(
                "accuracy_and_keywords",
                "the same; baseline: the keyword rules" + INTERVAL,
                this::accuracy,
                first(),
                keywords));
        if (saysAnything(model) && saysAnything(keywords)) {
            metrics.add(compared(
                    "precision",
                    "share of the categories said that a source tells; baseline: the keyword rules" + INTERVAL,
                    this::precision,
                    model,
                    keywords));
        }
        metrics.add(compared(
                "answered",
                "share of creators of whom any category is said; baseline: the keyword rules" + INTERVAL,
                this::answered,
                model,
                keywords));
        metrics.add(brier());
        for (Reliability bin : reliability()) {
            bin.right()
                    .ifPresent(right -> metrics.add(Metric.alone(
                            "right_from_" + bin.from() + "_below_" + Math.min(1, bin.below()),
                            "share that is right of " + bin.said()
                                    + " pairs of creator and category with a confidence there,"
                                    + " on average " + Math.round(1_000 * bin.meanConfidence()) / 1_000.0
                                    + "; Wilson's 95 % interval, as if the pairs were independent",
                            true,
                            right)));
        }
        return metrics;
    }

    /** How often the model is right where it says how sure it is, from unsure to sure. */
    public List<Reliability> reliability() {
        List<Reliability> bins = new ArrayList<>();
        double from = 0;
        for (double below : EDGES) {
            int said = 0;
            int right = 0;
            double sum = 0;
            for (int i = 0; i < confidences.length; i++) {
                for (Category category : measured) {
                    double confidence = confidences[i][category.ordinal()];
                    if (confidence >= from && confidence < below) {
                        said++;
                        sum += confidence;
                        right += truth.get(i).contains(category) ? 1 : 0;
                    }
                }
            }
            bins.add(new Reliability(
                    from,
                    below,
                    said,
                    said == 0 ? Double.NaN : sum / said,
                    said == 0
                            ? Optional.empty()
                            : Optional.of(Figure.of(
                                    right / (double) said,
                                    new Proportion(right, said).wilson(Interval.USUAL_CONFIDENCE)))));
            from = below;
        }
        return bins;
    }

    private Metric compared(
            String name,
            String definition,
            BiFunction<List<Set<Category>>, int[], Double> figure,
            List<Set<Category>> ours,
            List<Set<Category>> theirs) {
        return new Metric(
                name,
                definition,
                true,
                figure(times -> figure.apply(ours, times)),
                Optional.of(figure(times -> figure.apply(theirs, times))),
                Optional.of(figure(times -> figure.apply(ours, times) - figure.apply(theirs, times))));
    }

    private Metric brier() {
        return new Metric(
                "brier",
                "mean squared difference of confidence and truth over creators and these categories; baseline: the share of"
                        + " each category" + INTERVAL,
                false,
                figure(times -> brier(i -> confidences[i], times)),
                Optional.of(figure(times -> brier(i -> shares[i], times))),
                Optional.of(figure(times -> brier(i -> shares[i], times) - brier(i -> confidences[i], times))));
    }

    private Figure figure(ToDoubleFunction<int[]> statistic) {
        Bootstrap bootstrap =
                Bootstrap.ofClusters(IntStream.range(0, truth.size()).toArray(), statistic, REPLICATES, seed);
        return Figure.of(bootstrap.value(), bootstrap.interval(Interval.USUAL_CONFIDENCE));
    }

    private int[] once() {
        return IntStream.range(0, truth.size()).map(i -> 1).toArray();
    }

    private List<Set<Category>> first() {
        return IntStream.range(0, model.size())
                .mapToObj(i -> model.get(i).isEmpty() ? Set.<Category>of() : Set.of(highest(confidences[i])))
                .toList();
    }

    private static boolean saysAnything(List<Set<Category>> said) {
        return said.stream().anyMatch(labels -> !labels.isEmpty());
    }

    /** Of a category that is neither told nor said in a resample, nothing is known: the mean leaves it out. */
    private double macroF1(List<Set<Category>> said, int[] times) {
        double sum = 0;
        int known = 0;
        for (Category category : measured) {
            int both = 0;
            int either = 0;
            for (int i = 0; i < times.length; i++) {
                boolean told = truth.get(i).contains(category);
                boolean says = said.get(i).contains(category);
                both += told && says ? times[i] : 0;
                either += (told ? times[i] : 0) + (says ? times[i] : 0);
            }
            if (either > 0) {
                sum += 2.0 * both / either;
                known++;
            }
        }
        return sum / known;
    }

    private double accuracy(List<Set<Category>> said, int[] times) {
        double right = 0;
        for (int i = 0; i < times.length; i++) {
            Set<Category> told = truth.get(i);
            // Of several that are equally sure one would be drawn.
            if (times[i] > 0 && !said.get(i).isEmpty()) {
                right += times[i]
                        * (double) said.get(i).stream().filter(told::contains).count()
                        / said.get(i).size();
            }
        }
        return right / times.length;
    }

    private double precision(List<Set<Category>> said, int[] times) {
        double right = 0;
        double all = 0;
        for (int i = 0; i < times.length; i++) {
            right += times[i]
                    * (double)
                            said.get(i).stream().filter(truth.get(i)::contains).count();
            all += times[i] * (double) said.get(i).size();
        }
        return right / all;
    }

    private double answered(List<Set<Category>> said, int[] times) {
        double answered = 0;
        for (int i = 0; i < times.length; i++) {
            answered += said.get(i).isEmpty() ? 0 : times[i];
        }
        return answered / times.length;
    }

    private double brier(IntFunction<double[]> said, int[] times) {
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            for (Category category : measured) {
                double error = said.apply(i)[category.ordinal()] - (truth.get(i).contains(category) ? 1 : 0);
                sum += times[i] * error * error;
            }
        }
        return sum / times.length / measured.size();
    }
}
