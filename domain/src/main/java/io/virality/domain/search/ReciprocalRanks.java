package io.virality.domain.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): a creator's score is the sum of 1 / (60 + rank) over
 * the lists that it stands in. It needs no common scale, which BM25 and a cosine do not have.
 */
public final class ReciprocalRanks {

    /** The constant of the authors: how little the first places are worth more than the next. */
    public static final int K = 60;

    private ReciprocalRanks() {}

    /** Both lists as one, best first; ties by the creators' numbers. */
    public static List<SearchHit> fuse(List<WordMatch> words, List<MeaningMatch> meanings) {
        Map<Long, SearchHit> hits = new LinkedHashMap<>();
        byWords(words).forEach(hit -> hits.put(hit.creator(), with(hit, Optional.empty())));
        byMeaning(meanings)
                .forEach(hit -> hits.merge(
                        hit.creator(), with(hit, Optional.empty()), (known, found) -> with(known, Optional.of(found))));
        List<SearchHit> fused = new ArrayList<>(hits.values());
        fused.sort(Comparator.comparingDouble(SearchHit::score).reversed().thenComparingLong(SearchHit::creator));
        return fused;
    }

    private static SearchHit with(SearchHit hit, Optional<SearchHit> byMeaning) {
        Optional<MeaningMatch> meaning = byMeaning.map(SearchHit::meaning).orElse(hit.meaning());
        OptionalInt meaningRank = byMeaning.map(SearchHit::meaningRank).orElse(hit.meaningRank());
        return new SearchHit(
                hit.creator(),
                share(hit.wordRank()) + share(meaningRank),
                hit.words(),
                hit.wordRank(),
                meaning,
                meaningRank);
    }

    static double share(OptionalInt rank) {
        return rank.isPresent() ? 1.0 / (K + rank.getAsInt()) : 0;
    }

    /** Hits by words alone, scored by BM25. */
    public static List<SearchHit> byWords(List<WordMatch> words) {
        List<SearchHit> hits = new ArrayList<>(words.size());
        for (WordMatch match : words) {
            hits.add(new SearchHit(
                    match.creator(),
                    match.bm25(),
                    Optional.of(match),
                    OptionalInt.of(hits.size() + 1),
                    Optional.empty(),
                    OptionalInt.empty()));
        }
        return hits;
    }

    /** Hits by meaning alone, scored by the cosine. */
    public static List<SearchHit> byMeaning(List<MeaningMatch> meanings) {
        List<SearchHit> hits = new ArrayList<>(meanings.size());
        for (MeaningMatch match : meanings) {
            hits.add(new SearchHit(
                    match.creator(),
                    match.cosine(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.of(match),
                    OptionalInt.of(hits.size() + 1)));
        }
        return hits;
    }
}
