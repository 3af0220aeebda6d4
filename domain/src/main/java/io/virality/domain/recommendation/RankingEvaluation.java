package io.virality.domain.recommendation;

import io.virality.domain.creator.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What rankers were worth on partnerships that took place.
 *
 * @param newBrand asked about brands of which nothing but the name is known
 * @param nextPartner asked about the later partners of brands whose earlier ones are known; empty where too few brands
 *     have both
 * @param creators how many were ranked
 * @param partnerships how many pairs are of creators that were ranked
 * @param weak how many of them rest on the brand's hashtag alone
 * @param unknown how many pairs are of creators that nobody knows
 * @param tiers the share of the ranked creators that are of each size class
 * @param regions the share of the ranked creators that are of each country
 * @param notes what else the reader must know
 * @param origin of the creators
 * @param asOf when the newest of them was observed
 */
public record RankingEvaluation(
        RankingTrial newBrand,
        Optional<RankingTrial> nextPartner,
        int creators,
        int partnerships,
        int weak,
        int unknown,
        Map<String, Double> tiers,
        Map<String, Double> regions,
        List<String> notes,
        Origin origin,
        Instant asOf) {

    /** A copy is kept. */
    public RankingEvaluation {
        notes = List.copyOf(notes);
    }
}
