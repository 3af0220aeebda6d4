package io.virality.application.recommendation;

import io.virality.application.Failure;
import io.virality.application.port.CreatorIndex;
import io.virality.application.port.Earnings;
import io.virality.application.port.FeedbackLog;
import io.virality.application.port.Portraits;
import io.virality.application.search.RankCreators;
import io.virality.domain.creator.CreatorFilter;
import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import io.virality.domain.marketplace.Fee;
import io.virality.domain.recommendation.Brief;
import io.virality.domain.recommendation.Candidate;
import io.virality.domain.recommendation.Feedback;
import io.virality.domain.recommendation.Feedback.Stage;
import io.virality.domain.recommendation.Portrait;
import io.virality.domain.search.Ranking;
import io.virality.domain.search.SearchHit;
import io.virality.domain.search.SearchMode;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Finds the creators that answer best to a brief's words. */
public final class FindCandidates {

    private final RankCreators rankCreators;
    private final CreatorIndex index;
    private final Portraits portraits;
    private final FeedbackLog feedbackLog;
    private final Earnings earnings;
    private final Tiers tiers;

    @Inject
    FindCandidates(
            RankCreators rankCreators,
            CreatorIndex index,
            Portraits portraits,
            FeedbackLog feedbackLog,
            Earnings earnings,
            Tiers tiers) {
        this.rankCreators = rankCreators;
        this.index = index;
        this.portraits = portraits;
        this.feedbackLog = feedbackLog;
        this.earnings = earnings;
        this.tiers = tiers;
    }

    /**
     * Who was found.
     *
     * @param candidates those that answer best, in no order
     * @param notes what the reader must know, in words
     */
    public record Found(List<Candidate> candidates, List<String> notes) {

        /** Copies are kept. */
        public Found {
            candidates = List.copyOf(candidates);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Those of a tier that is asked for. Creators whose region is not known stay, behind those in a region that is asked for.
     * Those that the brief's brand has dismissed are among them, and take no other's place.
     *
     * @param most of so many that are not dismissed
     * @throws Failure {@code IMPOSSIBLE_INPUT} if the brief names a tier that is not in force
     */
    public Found find(Brief brief, int most) {
        Map<Long, Feedback> feedback = brief.brand().map(feedbackLog::of).orElse(Map.of());
        long close = most
                + feedback.values().stream()
                        .filter(one -> one.stage() == Stage.DISMISSED)
                        .count();
        List<Ranking> rankings = rankCreators.rank(brief.searched(), SearchMode.HYBRID, within(brief));
        Map<Long, SearchHit> hits = new LinkedHashMap<>();
        for (Ranking inRegion : rankings.subList(1, rankings.size())) {
            inRegion.hits().stream().limit(close).forEach(hit -> hits.putIfAbsent(hit.creator(), hit));
        }
        rankings.get(0).hits().stream()
                .limit(Math.max(0, close - hits.size()))
                .forEach(hit -> hits.putIfAbsent(hit.creator(), hit));
        return new Found(candidates(hits, feedback), rankings.get(0).notes());
    }

    private List<Candidate> candidates(Map<Long, SearchHit> hits, Map<Long, Feedback> feedback) {
        Map<Long, Portrait> known =
                portraits.of(hits.keySet()).stream().collect(Collectors.toMap(Portrait::creator, portrait -> portrait));
        Map<Long, Fee> fees = earnings.fees(known.keySet());
        double best = hits.values().stream().mapToDouble(SearchHit::score).max().orElse(1);
        return hits.values().stream()
                .filter(hit -> known.containsKey(hit.creator()))
                .map(hit -> new Candidate(
                        known.get(hit.creator()),
                        hit.score() / best,
                        hit.words().stream().mapToDouble(match -> match.bm25()).findFirst(),
                        hit.meaning().stream()
                                .mapToDouble(match -> match.cosine())
                                .findFirst(),
                        Optional.ofNullable(feedback.get(hit.creator())).map(Feedback::stage),
                        Optional.ofNullable(fees.get(hit.creator()))))
                .toList();
    }

    /** Creators of the tiers that are asked for: everywhere, then in each region. */
    private List<Optional<BitSet>> within(Brief brief) {
        Optional<BitSet> ofTiers = ofTiers(brief);
        List<Optional<BitSet>> within = new ArrayList<>();
        within.add(ofTiers);
        for (String region : brief.regions()) {
            Optional<BitSet> there =
                    index.within(filter(Optional.of(region), OptionalLong.empty(), OptionalLong.empty()));
            ofTiers.ifPresent(set -> there.ifPresent(all -> all.and(set)));
            within.add(there);
        }
        return within;
    }

    private Optional<BitSet> ofTiers(Brief brief) {
        if (brief.tiers().isEmpty()) {
            return Optional.empty();
        }
        BitSet ofTiers = new BitSet();
        for (Tier tier : tiersOf(brief)) {
            OptionalLong end = tiers.end(tier);
            index.within(filter(
                            Optional.empty(),
                            OptionalLong.of(tier.fewest()),
                            end.isPresent() ? OptionalLong.of(end.getAsLong() - 1) : OptionalLong.empty()))
                    .ifPresent(ofTiers::or);
        }
        return Optional.of(ofTiers);
    }

    private List<Tier> tiersOf(Brief brief) {
        try {
            return brief.tiersOf(tiers);
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.IMPOSSIBLE_INPUT, e.getMessage(), e);
        }
    }

    private static CreatorFilter filter(Optional<String> region, OptionalLong fewest, OptionalLong most) {
        return new CreatorFilter(
                Optional.empty(),
                fewest,
                most,
                region,
                Optional.empty(),
                CreatorFilter.Order.FOLLOWERS_DESCENDING,
                Optional.empty(),
                CreatorFilter.LARGEST_PAGE);
    }
}
