package io.virality.domain.category;

import io.virality.domain.creator.Origin;
import io.virality.domain.model.Feature;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.ModelKind;
import io.virality.domain.model.RowHash;
import io.virality.domain.model.TrainingRows;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is told of a model of categories. */
public final class CategoryCard {

    static final String ROUNDS = "rounds";

    private CategoryCard() {}

    /**
     * The card of a model that was just found.
     *
     * @param texts that it has learnt from
     * @param embedder the name of the sentence model
     * @param library of the classifier
     */
    public static ModelCard of(
            CategorySearch.Found found,
            List<CreatorText> texts,
            String embedder,
            String library,
            long seed,
            Instant trainedAt) {
        CategoryModel model = found.model();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("sentence model", embedder);
        settings.put("library", library);
        settings.put(ROUNDS, Integer.toString(model.rounds()));
        settings.put("least confidence", Double.toString(CategoryModel.SURE_ENOUGH));
        settings.put(
                "evaluation",
                CategorySearch.OUTER + " parts, choices made in " + CategorySearch.INNER + " parts of the others");
        settings.putAll(model.weighing().settings());
        return new ModelCard(
                ModelKind.CATEGORIES,
                "Categories of creators by their words",
                trainedAt,
                rows(texts),
                features(),
                settings,
                seed,
                Optional.of("keyword rules, and the most frequent category"),
                found.unseen().metrics(),
                model.provenance());
    }

    private static TrainingRows rows(List<CreatorText> texts) {
        RowHash hash = new RowHash();
        for (CreatorText text : texts) {
            hash.add(text.text());
            text.labels().forEach(category -> hash.add(category.name()));
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("labelled creators", (long) texts.size());
        return new TrainingRows(
                hash.hex(),
                counts,
                texts.stream().map(CreatorText::observedAt).max(Instant::compareTo),
                Origin.of(
                        texts.stream().anyMatch(text -> text.origin() != Origin.SIMULATED),
                        texts.stream().anyMatch(text -> text.origin() != Origin.REAL)));
    }

    private static List<Feature> features() {
        return List.of(
                Feature.of(
                        "meaning",
                        "vector of the biography, the most used hashtags and the captions of the "
                                + CreatorText.NEWEST_VIDEOS + " newest videos"),
                Feature.of(
                        "closeness",
                        "how much closer that vector is to a category's description than to the mean description, in"
                                + " standard deviations"),
                Feature.of("keyword", "whether a word of the creator is one that tells the category"));
    }
}
