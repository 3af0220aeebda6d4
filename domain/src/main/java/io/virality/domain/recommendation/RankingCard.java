package io.virality.domain.recommendation;

import io.virality.domain.model.Metric;
import io.virality.domain.model.Metric.Figure;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.ModelKind;
import io.virality.domain.model.RowHash;
import io.virality.domain.model.TrainingRows;
import io.virality.domain.recommendation.RankingTrial.RankerScore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is kept of an evaluation of rankers: the one that was chosen is what briefs are ordered by. */
public final class RankingCard {

    private static final String CHOSEN = "default";
    private static final String VERDICT = "verdict";

    private RankingCard() {}

    /**
     * The card of an evaluation.
     *
     * @param partnerships it was compared with
     * @param models the names of the sentence model and of the library that learns
     */
    public static ModelCard of(
            RankingEvaluation evaluation, List<Partnership> partnerships, List<String> models, long seed, Instant at) {
        RankingTrial trial = evaluation.newBrand();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(CHOSEN, trial.chosen());
        settings.put(VERDICT, trial.verdict());
        settings.put("models", String.join(", ", models));
        RowHash hash =
                new RowHash().add(evaluation.creators()).add(evaluation.asOf().toString());
        partnerships.forEach(pair -> hash.add(pair.handle()).add(pair.brand()));
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("creators", (long) evaluation.creators());
        counts.put("partnerships", (long) evaluation.partnerships());
        counts.put("brands", (long) trial.brands());
        RankerScore best = named(trial, trial.bestBaseline());
        return new ModelCard(
                ModelKind.RANKING,
                "Rankings of creators for brands: " + trial.chosen() + " is the default",
                at,
                new TrainingRows(hash.hex(), counts, Optional.of(evaluation.asOf()), evaluation.origin()),
                List.of(),
                settings,
                seed,
                Optional.of("the best of random, most-followers, highest-engagement and bm25: " + trial.bestBaseline()),
                Stream.concat(
                                Stream.of(named(trial, trial.chosen())),
                                trial.rankers().stream()
                                        .filter(ranker -> !ranker.name().equals(trial.chosen())))
                        .map(ranker -> metric(ranker, best))
                        .toList(),
                "an evaluation: nothing is kept but its figures");
    }

    private static RankerScore named(RankingTrial trial, String name) {
        return trial.rankers().stream()
                .filter(ranker -> ranker.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Metric metric(RankerScore ranker, RankerScore best) {
        return new Metric(
                "NDCG@10 of " + ranker.name(),
                "partners found from a brand's name among all creators, leave-brand-out; intervals by drawing brands anew",
                true,
                figure(ranker.ndcg10()),
                ranker == best ? Optional.empty() : Optional.of(figure(best.ndcg10())),
                ranker.gain().map(RankingCard::figure));
    }

    private static Figure figure(RankingTrial.Figure figure) {
        return Figure.of(figure.value(), figure.interval());
    }

    /** The order that was found best, if creators can be ordered for a brief so. */
    static Optional<Order> chosen(ModelCard card) {
        return Order.named(card.settings().get(CHOSEN));
    }

    /** Why that one, in words. */
    static String verdict(ModelCard card) {
        return card.settings().get(VERDICT);
    }
}
