package io.virality.domain.recommendation;

import io.virality.domain.stats.Interval;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What rankers were worth on one kind of question.
 *
 * @param protocol what was asked, of whom, and what was hidden, in words
 * @param brands how many brands were asked about: the unit of all means and intervals
 * @param partners how many partners were to be found
 * @param rankers what each was worth, baselines first
 * @param bestBaseline the baseline with the highest NDCG@10
 * @param chosen the ranker that is shown to be better than it; else the best baseline itself
 * @param verdict why that one, in words
 */
public record RankingTrial(
        String protocol,
        int brands,
        int partners,
        List<RankerScore> rankers,
        String bestBaseline,
        String chosen,
        String verdict) {

    /** A copy is kept. */
    public RankingTrial {
        rankers = List.copyOf(rankers);
    }

    /**
     * A figure, and its interval over brands drawn anew.
     *
     * @param value the mean over brands
     * @param interval the percentile bootstrap's
     */
    public record Figure(double value, Interval interval) {}

    /**
     * What one ranker was worth.
     *
     * @param name which one
     * @param baseline whether it is what a better one must beat
     * @param ndcg10 the normalised discounted cumulative gain of the first 10
     * @param hit10 how often a partner is among the first 10
     * @param hit50 how often a partner is among the first 50
     * @param reciprocalRank one by the place of the first partner
     * @param gain its NDCG@10 less that of the best baseline, brand by brand; empty for the best baseline
     * @param strongNdcg10 the first figure where partners that only used the brand's hashtag do not count; empty if
     *     there are no others
     * @param coverage the share of all creators that stand among anybody's first 10
     * @param diversity 1 minus the mean cosine of what two of the first 10 say
     * @param popularity the mean over the first 10 of the share of creators with fewer followers: .5 prefers nobody
     * @param tiers the share of all first 10 places that each size class gets
     * @param regions likewise of countries; {@code unknown} where nobody tells it
     */
    public record RankerScore(
            String name,
            boolean baseline,
            Figure ndcg10,
            Figure hit10,
            Figure hit50,
            Figure reciprocalRank,
            Optional<Figure> gain,
            Optional<Figure> strongNdcg10,
            double coverage,
            double diversity,
            double popularity,
            Map<String, Double> tiers,
            Map<String, Double> regions) {}
}
