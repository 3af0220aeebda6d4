package io.virality.app;

import io.virality.domain.recommendation.RankingEvaluation;
import io.virality.domain.recommendation.RankingTrial;
import io.virality.domain.recommendation.RankingTrial.Figure;
import io.virality.domain.recommendation.RankingTrial.RankerScore;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What rankers were worth, for people. */
final class RankingEvaluationReport {

    private RankingEvaluationReport() {}

    static void print(RankingEvaluation evaluation, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%,d creators (%s data, as of %s), %,d partnerships, %,d of them by the brand's hashtag alone.%n",
                evaluation.creators(),
                evaluation.origin().id(),
                evaluation.asOf(),
                evaluation.partnerships(),
                evaluation.weak());
        if (evaluation.unknown() > 0) {
            out.printf(Locale.ROOT, "%,d partnerships are of unknown creators: left out.%n", evaluation.unknown());
        }
        print(evaluation.newBrand(), evaluation, out);
        evaluation.nextPartner().ifPresent(trial -> print(trial, evaluation, out));
        evaluation.notes().forEach(out::println);
        out.println();
        out.println(
                "Intervals: 95 %, by drawing brands anew 2,000 times. Equal scores count as any order of them, so random"
                        + " is what chance gives.");
        out.println(
                "strong: NDCG@10 where partners by the brand's hashtag alone do not count. cover: creators among anybody's"
                        + " first 10. differ: 1 - mean");
        out.println(
                "cosine of what two of the first 10 say. popular: share of creators with fewer followers than one of the"
                        + " first 10 (.5 prefers nobody).");
    }

    private static void print(RankingTrial trial, RankingEvaluation evaluation, PrintWriter out) {
        out.println();
        out.println(trial.protocol());
        out.printf(Locale.ROOT, "%d brands, %d partners to be found.%n%n", trial.brands(), trial.partners());
        out.printf(
                "%-21s %-20s %-6s %-6s %-6s %-22s %-6s %-6s %-6s %s%n",
                "ranker",
                "NDCG@10",
                "hit@10",
                "hit@50",
                "MRR",
                "gain over " + trial.bestBaseline(),
                "strong",
                "cover",
                "differ",
                "popular");
        for (RankerScore score : trial.rankers()) {
            out.printf(
                    "%-21s %-20s %-6s %-6s %-6s %-22s %-6s %-6s %-6s %s%n",
                    score.name(),
                    figure(score.ndcg10()),
                    number(score.hit10().value()),
                    number(score.hit50().value()),
                    number(score.reciprocalRank().value()),
                    score.gain().map(RankingEvaluationReport::figure).orElse("-"),
                    score.strongNdcg10().map(strong -> number(strong.value())).orElse("-"),
                    number(score.coverage()),
                    number(score.diversity()),
                    number(score.popularity()));
        }
        out.println();
        out.println("Places among the first 10, by size class and by country (of all creators: "
                + shares(evaluation.tiers()) + "; " + shares(evaluation.regions()) + "):");
        for (RankerScore score : trial.rankers()) {
            out.printf("  %-21s %s; %s%n", score.name(), shares(score.tiers()), shares(score.regions()));
        }
        out.println();
        out.println(trial.verdict());
    }

    private static String shares(Map<String, Double> shares) {
        return shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(6)
                .map(share -> Text.plain(share.getKey()) + " " + number(share.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String figure(Figure figure) {
        return number(figure.value()) + " (" + number(figure.interval().low()) + "–"
                + number(figure.interval().high()) + ")";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceFirst("^(-?)0[.]", "$1.");
    }
}
