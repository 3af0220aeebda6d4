package io.virality.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.virality.domain.creator.Origin;
import io.virality.domain.recommendation.RankingEvaluation;
import io.virality.domain.recommendation.RankingTrial;
import io.virality.domain.recommendation.RankingTrial.Figure;
import io.virality.domain.recommendation.RankingTrial.RankerScore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What rankers were worth. The first protocol stands at the top; the time-split below. */
record RankingEvaluationView(
        String protocol,
        int brands,
        int partners,
        List<RankerView> rankers,
        String bestBaseline,
        @JsonProperty("default") String chosen,
        String verdict,
        Optional<TrialView> timeSplit,
        int creators,
        int pairs,
        int weakPairs,
        int unknownPairs,
        Map<String, Double> tiers,
        Map<String, Double> regions,
        double confidence,
        List<String> notes,
        Instant asOf,
        Origin data) {

    /** Another protocol. */
    record TrialView(
            String protocol,
            int brands,
            int partners,
            List<RankerView> rankers,
            String bestBaseline,
            @JsonProperty("default") String chosen,
            String verdict) {

        static TrialView of(RankingTrial trial) {
            return new TrialView(
                    trial.protocol(),
                    trial.brands(),
                    trial.partners(),
                    trial.rankers().stream().map(RankerView::of).toList(),
                    trial.bestBaseline(),
                    trial.chosen(),
                    trial.verdict());
        }
    }

    /** One ranker. Gains are over the best baseline. */
    record RankerView(
            String name,
            boolean baseline,
            double ndcg10,
            double ndcg10Low,
            double ndcg10High,
            double hit10,
            double hit10Low,
            double hit10High,
            double hit50,
            double hit50Low,
            double hit50High,
            double mrr,
            double mrrLow,
            double mrrHigh,
            OptionalDouble gain,
            OptionalDouble gainLow,
            OptionalDouble gainHigh,
            OptionalDouble strongNdcg10,
            OptionalDouble strongNdcg10Low,
            OptionalDouble strongNdcg10High,
            double coverage,
            double diversity,
            double popularity,
            Map<String, Double> tiers,
            Map<String, Double> regions) {

        static RankerView of(RankerScore score) {
            return new RankerView(
                    score.name(),
                    score.baseline(),
                    score.ndcg10().value(),
                    score.ndcg10().interval().low(),
                    score.ndcg10().interval().high(),
                    score.hit10().value(),
                    score.hit10().interval().low(),
                    score.hit10().interval().high(),
                    score.hit50().value(),
                    score.hit50().interval().low(),
                    score.hit50().interval().high(),
                    score.reciprocalRank().value(),
                    score.reciprocalRank().interval().low(),
                    score.reciprocalRank().interval().high(),
                    value(score.gain()),
                    low(score.gain()),
                    high(score.gain()),
                    value(score.strongNdcg10()),
                    low(score.strongNdcg10()),
                    high(score.strongNdcg10()),
                    score.coverage(),
                    score.diversity(),
                    score.popularity(),
                    score.tiers(),
                    score.regions());
        }

        private static OptionalDouble value(Optional<Figure> figure) {
            return figure.stream().mapToDouble(Figure::value).findFirst();
        }

        private static OptionalDouble low(Optional<Figure> figure) {
            return figure.stream().mapToDouble(given -> given.interval().low()).findFirst();
        }

        private static OptionalDouble high(Optional<Figure> figure) {
            return figure.stream().mapToDouble(given -> given.interval().high()).findFirst();
        }
    }

    static RankingEvaluationView of(RankingEvaluation evaluation) {
        TrialView first = TrialView.of(evaluation.newBrand());
        return new RankingEvaluationView(
                first.protocol(),
                first.brands(),
                first.partners(),
                first.rankers(),
                first.bestBaseline(),
                first.chosen(),
                first.verdict(),
                evaluation.nextPartner().map(TrialView::of),
                evaluation.creators(),
                evaluation.partnerships(),
                evaluation.weak(),
                evaluation.unknown(),
                evaluation.tiers(),
                evaluation.regions(),
                evaluation.newBrand().rankers().get(0).ndcg10().interval().confidence(),
                evaluation.notes(),
                evaluation.asOf(),
                evaluation.origin());
    }
}
