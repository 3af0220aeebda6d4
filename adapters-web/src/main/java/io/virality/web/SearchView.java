package io.virality.web;

import io.virality.domain.creator.Origin;
import io.virality.domain.search.Ranking.Coverage;
import io.virality.domain.search.ReciprocalRanks;
import io.virality.domain.search.SearchHit;
import io.virality.domain.search.SearchResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How creators were searched: {@code score} says what they are ranked by, {@code matches} why each was found, in the order
 * of the creators, {@code total} counts all that were found, {@code searched} how many of all creators could be found.
 */
record SearchView(
        String mode,
        String score,
        long total,
        Optional<String> next,
        SearchedView searched,
        List<String> notes,
        List<MatchView> matches) {

    /** {@code unread} creators are found by words alone until they are read. */
    record SearchedView(long creators, long words, long meanings, long unread) {

        static SearchedView of(Coverage coverage) {
            return new SearchedView(coverage.creators(), coverage.words(), coverage.meanings(), coverage.unread());
        }
    }

    /** {@code words} are those looked for that stand in the creator's own. */
    record MatchView(
            Optional<String> handle,
            OptionalLong followers,
            Optional<String> region,
            Instant observedAt,
            Origin data,
            long rank,
            double score,
            List<String> words,
            OptionalDouble bm25,
            OptionalLong rankByWords,
            OptionalDouble cosine,
            OptionalLong rankByMeaning) {

        static MatchView of(SearchResult.Match match) {
            SearchHit hit = match.hit();
            return new MatchView(
                    match.creator().identity().handle().map(handle -> handle.name()),
                    match.creator().counts().followers(),
                    match.creator().profile().region(),
                    match.creator().provenance().observedAt(),
                    match.creator().provenance().origin(),
                    match.rank(),
                    hit.score(),
                    match.words(),
                    hit.words().isPresent()
                            ? OptionalDouble.of(hit.words().get().bm25())
                            : OptionalDouble.empty(),
                    number(hit.wordRank()),
                    hit.meaning().isPresent()
                            ? OptionalDouble.of(hit.meaning().get().cosine())
                            : OptionalDouble.empty(),
                    number(hit.meaningRank()));
        }

        private static OptionalLong number(OptionalInt rank) {
            return rank.isPresent() ? OptionalLong.of(rank.getAsInt()) : OptionalLong.empty();
        }
    }

    static SearchView of(SearchResult found) {
        return new SearchView(
                found.mode().id(),
                switch (found.mode()) {
                    case KEYWORD -> "bm25";
                    case SEMANTIC -> "cosine";
                    case HYBRID -> "reciprocal-rank-fusion@1, k = " + ReciprocalRanks.K;
                },
                found.ranking().total(),
                found.next(),
                SearchedView.of(found.ranking().coverage()),
                found.ranking().notes(),
                found.matches().stream().map(MatchView::of).toList());
    }
}
