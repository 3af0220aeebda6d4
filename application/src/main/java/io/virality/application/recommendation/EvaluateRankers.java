package io.virality.application.recommendation;

import io.virality.application.Failure;
import io.virality.application.port.Models;
import io.virality.application.port.PartnerClassifier;
import io.virality.application.port.Portraits;
import io.virality.application.port.Tables;
import io.virality.application.port.TextEmbedder;
import io.virality.application.port.Transactions;
import io.virality.domain.creator.Tiers;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.TrainingProgress;
import io.virality.domain.recommendation.Partnership;
import io.virality.domain.recommendation.Portrait;
import io.virality.domain.recommendation.RankingCard;
import io.virality.domain.recommendation.RankingEvaluation;
import io.virality.domain.recommendation.RankingStudy;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Finds out what ways to rank creators for brands are worth, on partnerships that took place. */
public final class EvaluateRankers {

    private static final int PAGE = 500;

    /** All is held in memory, and each is compared with each brand. */
    private static final int MOST_CREATORS = 50_000;

    private final Portraits portraits;
    private final Tables tables;
    private final TextEmbedder embedder;
    private final PartnerClassifier classifier;
    private final Models models;
    private final Transactions transactions;
    private final Clock clock;
    private final Tiers tiers;

    @Inject
    EvaluateRankers(
            Portraits portraits,
            Tables tables,
            TextEmbedder embedder,
            PartnerClassifier classifier,
            Models models,
            Transactions transactions,
            Clock clock,
            Tiers tiers) {
        this.portraits = portraits;
        this.tables = tables;
        this.embedder = embedder;
        this.classifier = classifier;
        this.models = models;
        this.transactions = transactions;
        this.clock = clock;
        this.tiers = tiers;
    }

    /**
     * What is to be found out.
     *
     * @param pairs a table of creators and brands; only {@code user_name} and {@code brand} must be there
     * @param seed of all that is left to chance
     */
    public record Question(Path pairs, long seed) {}

    /**
     * What the rankers were worth. It is kept: briefs are ordered by what was best.
     *
     * @throws Failure {@code INVALID_INPUT} if the file is no such table; {@code IMPOSSIBLE_INPUT} if its creators are unknown,
     *     too few brands are left, or more creators are known than can be compared
     */
    public RankingEvaluation evaluate(Question question, Consumer<TrainingProgress> progress) {
        List<Partnership> partnerships = new PartnershipTable(tables, question.pairs()).read();
        List<Portrait> creators = creators(progress);
        List<String> brands = RankingStudy.brands(creators, partnerships);
        if (brands.size() < RankingStudy.FEWEST_BRANDS) {
            throw new Failure(
                    Failure.Kind.IMPOSSIBLE_INPUT,
                    "too few partnerships to learn from: of " + partnerships.size() + " pairs in " + question.pairs()
                            + ", those of known creators name " + brands.size() + " brands, and "
                            + RankingStudy.FEWEST_BRANDS + " are needed; import the creators' videos first");
        }
        List<Portrait> unaware = RankingStudy.withoutTraces(creators, partnerships);
        float[][] vectors = embedder.embed(
                unaware.stream().map(Portrait::text).toList(),
                done -> progress.accept(new TrainingProgress("understanding words", done, unaware.size())));
        float[][] names = embedder.embed(brands, done -> {});
        Map<String, float[]> meant = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            meant.put(brands.get(i), names[i]);
        }
        int[] asked = {0};
        RankingEvaluation evaluation = new RankingStudy(
                        unaware, vectors, partnerships, meant, classifier, tiers, question.seed())
                .evaluate(ranker -> progress.accept(new TrainingProgress("asking " + ranker, asked[0]++, asked[0])));
        ModelCard card = RankingCard.of(
                evaluation,
                partnerships,
                List.of(embedder.name(), classifier.library()),
                question.seed(),
                clock.instant());
        transactions.run(() -> models.store(card, new byte[0]));
        return evaluation;
    }

    private List<Portrait> creators(Consumer<TrainingProgress> progress) {
        List<Portrait> creators = new ArrayList<>();
        List<Portrait> page = portraits.page(0, PAGE);
        while (!page.isEmpty()) {
            creators.addAll(page);
            if (creators.size() > MOST_CREATORS) {
                throw new Failure(
                        Failure.Kind.IMPOSSIBLE_INPUT,
                        "more than " + MOST_CREATORS + " creators: evaluate on a database with fewer");
            }
            progress.accept(new TrainingProgress("reading creators", creators.size(), creators.size()));
            page = portraits.page(page.get(page.size() - 1).creator(), PAGE);
        }
        return creators;
    }
}
