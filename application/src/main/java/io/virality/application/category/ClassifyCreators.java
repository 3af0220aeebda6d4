package io.virality.application.category;

import io.virality.application.Failure;
import io.virality.application.TrainingListener;
import io.virality.application.port.CategoryClassifier;
import io.virality.application.port.CategoryPredictions;
import io.virality.application.port.CreatorTexts;
import io.virality.application.port.Dataset;
import io.virality.application.port.Models;
import io.virality.application.port.TextEmbedder;
import io.virality.application.port.Transactions;
import io.virality.domain.category.Category;
import io.virality.domain.category.CategoryCard;
import io.virality.domain.category.CategoryEvaluation.Reliability;
import io.virality.domain.category.CategoryModel;
import io.virality.domain.category.CategoryPrediction;
import io.virality.domain.category.CategoryPrediction.Label;
import io.virality.domain.category.CategorySearch;
import io.virality.domain.category.Classification;
import io.virality.domain.category.CreatorText;
import io.virality.domain.category.Descriptions;
import io.virality.domain.category.Example;
import io.virality.domain.category.KeywordRules;
import io.virality.domain.category.Silence;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.TrainingProgress;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Predicts what creators post about where no source tells it, and says how much that is worth. */
public final class ClassifyCreators {

    /** So many creators are in memory at once. */
    private static final int PAGE = 500;

    private final CreatorTexts texts;
    private final TextEmbedder embedder;
    private final CategoryClassifier classifier;
    private final CategoryPredictions predictions;
    private final Models models;
    private final Dataset dataset;
    private final Transactions transactions;
    private final Clock clock;

    /**
     * How to do it.
     *
     * @param seed of all that is left to chance: the same creators and seed give the same predictions
     * @param evaluate whether only to say how good a model would be, and to keep nothing
     */
    public record Wish(long seed, boolean evaluate) {}

    @Inject
    ClassifyCreators(
            CreatorTexts texts,
            TextEmbedder embedder,
            CategoryClassifier classifier,
            CategoryPredictions predictions,
            Models models,
            Dataset dataset,
            Transactions transactions,
            Clock clock) {
        this.texts = texts;
        this.embedder = embedder;
        this.classifier = classifier;
        this.predictions = predictions;
        this.models = models;
        this.dataset = dataset;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Trains a model on the creators of whom a source tells the category, evaluates it, and predicts the others: by the model
     * if it is better than keyword rules, else by these.
     *
     * @throws CancellationException if the listener broke it off: no model is kept that is still trained, no page that is not done
     * @throws Failure {@code INTERNAL} if the sentence model cannot be loaded on this machine
     */
    public Classification classify(Wish wish, TrainingListener listener) {
        Consumer<TrainingProgress> progress = listener::goOn;
        long creators = dataset.overview().creators();
        List<CreatorText> labelled = labelled(wish.seed(), creators, progress);
        List<String> missing = CategorySearch.missing(
                labelled.stream().map(CreatorText::labels).toList());
        Instant now = clock.instant();
        if (!missing.isEmpty()) {
            Outcome outcome = wish.evaluate() ? new Outcome() : predict(this::byKeywords, now, creators, progress);
            return outcome.classification(missing, Optional.empty(), List.of());
        }
        CategorySearch.Found found = search(labelled, wish.seed(), progress);
        ModelCard card = CategoryCard.of(found, labelled, embedder.name(), classifier.library(), wish.seed(), now);
        Outcome outcome = new Outcome();
        if (!wish.evaluate()) {
            progress.accept(new TrainingProgress("keeping the model", 0, 1));
            transactions.run(() -> models.store(card, found.model().payload()));
            Predictor predictor = Classification.answers(card)
                    ? (at, page) -> byModel(found.model(), card.id(), at, page)
                    : this::byKeywords;
            outcome = predict(predictor, now, creators, progress);
        }
        return outcome.classification(
                List.of(), Optional.of(card), found.unseen().reliability());
    }

    /** All creators to learn from, or as many of them as are enough, drawn by chance. */
    private List<CreatorText> labelled(long seed, long creators, Consumer<TrainingProgress> progress) {
        SplittableRandom random = new SplittableRandom(seed);
        List<CreatorText> labelled = new ArrayList<>();
        long[] seen = {0};
        forEachPage("reading creators", creators, progress, page -> page.stream()
                .filter(text -> !text.labels().isEmpty() && text.unreadable().isEmpty())
                .forEach(text -> {
                    seen[0]++;
                    if (labelled.size() < CategorySearch.MOST_EXAMPLES) {
                        labelled.add(text);
                        return;
                    }
                    long place = random.nextLong(seen[0]);
                    if (place < labelled.size()) {
                        labelled.set((int) place, text);
                    }
                }));
        return labelled;
    }

    private CategorySearch.Found search(List<CreatorText> labelled, long seed, Consumer<TrainingProgress> progress) {
        float[][] vectors = embedder.embed(
                labelled.stream().map(CreatorText::text).toList(),
                done -> progress.accept(new TrainingProgress("understanding words", done, labelled.size())));
        List<Example> examples = IntStream.range(0, vectors.length)
                .mapToObj(i -> new Example(
                        vectors[i],
                        KeywordRules.hits(labelled.get(i).text()),
                        labelled.get(i).labels()))
                .toList();
        Descriptions descriptions = new Descriptions(embedder.embed(Descriptions.texts(), done -> {}));
        return new CategorySearch(classifier::learn, descriptions, progress).search(examples, seed);
    }

    private Outcome predict(Predictor predictor, Instant at, long creators, Consumer<TrainingProgress> progress) {
        Outcome outcome = new Outcome();
        forEachPage("predicting", creators, progress, page -> {
            List<CategoryPrediction> predicted = new ArrayList<>();
            List<CreatorText> readable = new ArrayList<>();
            for (CreatorText text : page) {
                Optional<Silence> silence = text.labels().isEmpty() ? text.unreadable() : Optional.of(Silence.TOLD);
                silence.ifPresentOrElse(
                        why -> predicted.add(CategoryPrediction.none(text.creator(), at, why)),
                        () -> readable.add(text));
            }
            predicted.addAll(predictor.predict(at, readable));
            transactions.run(() -> predictions.store(predicted));
            predicted.forEach(outcome::add);
        });
        return outcome;
    }

    private List<CategoryPrediction> byModel(CategoryModel model, String id, Instant at, List<CreatorText> page) {
        List<String> words = page.stream().map(CreatorText::text).toList();
        double[][] confidences = model.confidences(
                embedder.embed(words, done -> {}),
                words.stream().map(KeywordRules::hits).toArray(int[][]::new));
        return IntStream.range(0, confidences.length)
                .mapToObj(i -> CategoryPrediction.of(
                        page.get(i).creator(), at, Optional.of(id), CategoryModel.labels(confidences[i])))
                .toList();
    }

    private List<CategoryPrediction> byKeywords(Instant at, List<CreatorText> page) {
        return page.stream()
                .map(text -> CategoryPrediction.of(
                        text.creator(),
                        at,
                        Optional.empty(),
                        KeywordRules.answer(KeywordRules.hits(text.text())).stream()
                                .map(category -> new Label(category, OptionalDouble.empty()))
                                .toList()))
                .toList();
    }

    private void forEachPage(
            String step, long creators, Consumer<TrainingProgress> progress, Consumer<List<CreatorText>> work) {
        long done = 0;
        long after = 0;
        List<CreatorText> page = texts.page(after, PAGE);
        while (!page.isEmpty()) {
            work.accept(page);
            done += page.size();
            progress.accept(new TrainingProgress(step, done, Math.max(done, creators)));
            after = page.get(page.size() - 1).creator();
            page = texts.page(after, PAGE);
        }
    }

    /** Says what creators post about. */
    private interface Predictor {
        List<CategoryPrediction> predict(Instant at, List<CreatorText> page);
    }

    /** Counts what was said. */
    private static final class Outcome {
        private final Map<Category, Long> given = new EnumMap<>(Category.class);
        private final Map<Silence, Long> silent = new EnumMap<>(Silence.class);
        private long creators;

        void add(CategoryPrediction prediction) {
            creators++;
            prediction.labels().forEach(label -> given.merge(label.category(), 1L, Long::sum));
            prediction.silence().ifPresent(silence -> silent.merge(silence, 1L, Long::sum));
        }

        Classification classification(List<String> missing, Optional<ModelCard> card, List<Reliability> reliability) {
            return new Classification(missing, card, reliability, given, silent, creators);
        }
    }
}
