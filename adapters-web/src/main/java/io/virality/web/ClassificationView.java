package io.virality.web;

import io.virality.domain.category.Category;
import io.virality.domain.category.CategoryEvaluation.Reliability;
import io.virality.domain.category.CategoryPrediction;
import io.virality.domain.category.Classification;
import io.virality.domain.category.Silence;
import io.virality.web.ModelViews.FigureView;
import io.virality.web.ModelViews.ModelView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What came of predicting categories: {@code missing} says what is missing to train a model, {@code answeredBy} who says what
 * the others post about, {@code given} and {@code silent} count creators.
 */
record ClassificationView(
        List<String> missing,
        Optional<ModelView> model,
        String answeredBy,
        List<ReliabilityView> reliability,
        Map<String, Long> given,
        Map<String, Long> silent,
        long n) {

    private static final String BY_MODEL = "model";
    private static final String BY_KEYWORDS = "keywords";

    static ClassificationView of(Classification classification) {
        return new ClassificationView(
                classification.missing(),
                classification.card().map(ModelView::of),
                classification.modelAnswers() ? BY_MODEL : BY_KEYWORDS,
                classification.reliability().stream().map(ReliabilityView::of).toList(),
                named(classification.given(), Category::id),
                named(classification.silent(), ClassificationView::id),
                classification.creators());
    }

    private static <K> Map<String, Long> named(Map<K, Long> counts, Function<K, String> name) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(
                        count -> name.apply(count.getKey()), Map.Entry::getValue, Long::sum, TreeMap::new));
    }

    private static String id(Silence silence) {
        return silence.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code right} of the {@code said} pairs of creator and category with a confidence from {@code from} to {@code below}. */
    record ReliabilityView(
            double from, double below, int said, OptionalDouble meanConfidence, Optional<FigureView> right) {

        static ReliabilityView of(Reliability bin) {
            return new ReliabilityView(
                    bin.from(),
                    Math.min(1, bin.below()),
                    bin.said(),
                    bin.said() == 0 ? OptionalDouble.empty() : OptionalDouble.of(bin.meanConfidence()),
                    bin.right().map(FigureView::of));
        }
    }

    /**
     * What a creator probably posts about; never what a source tells. {@code unknown} says why there is no category,
     * {@code model} which model said it; without one keyword rules did, and nobody knows how sure they are; {@code answeredBy} is empty where nobody was asked.
     */
    record PredictionView(
            Instant predictedAt,
            Optional<String> answeredBy,
            Optional<String> model,
            List<LabelView> categories,
            Optional<String> unknown) {

        static PredictionView of(CategoryPrediction prediction) {
            return new PredictionView(
                    prediction.predictedAt(),
                    answeredBy(prediction),
                    prediction.model(),
                    prediction.labels().stream()
                            .map(label -> new LabelView(label.category().id(), label.confidence()))
                            .toList(),
                    prediction.silence().map(ClassificationView::id));
        }

        private static Optional<String> answeredBy(CategoryPrediction prediction) {
            if (prediction.model().isPresent()) {
                return Optional.of(BY_MODEL);
            }
            boolean asked = prediction.silence().orElse(Silence.UNSURE) == Silence.UNSURE;
            return asked ? Optional.of(BY_KEYWORDS) : Optional.empty();
        }
    }

    /** {@code confidence} is the probability that a source would tell the category. */
    record LabelView(String category, OptionalDouble confidence) {}
}
