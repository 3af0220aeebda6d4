package io.virality.application.search;

import io.virality.application.Failure;
import io.virality.application.port.CreatorIndex;
import io.virality.application.port.TextEmbedder;
import io.virality.application.port.Transactions;
import io.virality.domain.search.MeaningMatch;
import io.virality.domain.search.Ranking;
import io.virality.domain.search.Ranking.Coverage;
import io.virality.domain.search.ReciprocalRanks;
import io.virality.domain.search.SearchHit;
import io.virality.domain.search.SearchMode;
import io.virality.domain.search.SearchText;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Ranks creators by how well what they say fits a text. */
public final class RankCreators {

    /** So many of each way to search are fused; the pages of one search end there. */
    public static final int DEEPEST = 1_000;

    /** Words of so many creators are brought up to date before an answer; of more the answer says so. */
    private static final int CAUGHT_UP = 20_000;

    private static final int BATCH = 1_000;

    private final CreatorIndex index;
    private final TextEmbedder embedder;
    private final Transactions transactions;

    @Inject
    RankCreators(CreatorIndex index, TextEmbedder embedder, Transactions transactions) {
        this.index = index;
        this.embedder = embedder;
        this.transactions = transactions;
    }

    /**
     * The best fits, at most {@link #DEEPEST}.
     *
     * @param within for each ranking only these creators, by their numbers; empty for all
     * @return a ranking for each of these
     * @throws Failure {@code IMPOSSIBLE_INPUT} if only the meaning is asked for and the text is not in English;
     *     {@code NOT_FOUND} if only the meaning is asked for and none is known yet
     */
    public List<Ranking> rank(SearchText text, SearchMode mode, List<Optional<BitSet>> within) {
        Coverage coverage = coverage();
        List<String> notes = notes(text, mode, coverage);
        List<CreatorIndex.Words> words = mode == SearchMode.SEMANTIC ? List.of() : index.byWords(text, within, DEEPEST);
        Optional<float[]> meant = mode == SearchMode.KEYWORD || !text.english() || coverage.meanings() == 0
                ? Optional.empty()
                : Optional.of(embedder.embed(List.of(text.text()), done -> {})[0]);
        List<Ranking> rankings = new ArrayList<>();
        for (int i = 0; i < within.size(); i++) {
            Optional<BitSet> these = within.get(i);
            List<MeaningMatch> meanings = meant.map(vector -> index.byMeaning(embedder.name(), vector, these, DEEPEST))
                    .orElse(List.of());
            CreatorIndex.Words said = words.isEmpty() ? new CreatorIndex.Words(List.of(), 0) : words.get(i);
            List<SearchHit> hits =
                    switch (mode) {
                        case KEYWORD -> ReciprocalRanks.byWords(said.matches());
                        case SEMANTIC -> ReciprocalRanks.byMeaning(meanings);
                        case HYBRID -> ReciprocalRanks.fuse(said.matches(), meanings);
                    };
            List<SearchHit> best = hits.subList(0, Math.min(hits.size(), DEEPEST));
            rankings.add(new Ranking(best, Math.max(said.total(), hits.size()), coverage, notes));
        }
        return rankings;
    }

    /** What can be searched, as much as can be brought up to date before. */
    private Coverage coverage() {
        Coverage coverage = index.coverage(embedder.name());
        if (coverage.words() == coverage.creators()) {
            return coverage;
        }
        catchUp();
        return index.coverage(embedder.name());
    }

    private void catchUp() {
        try {
            int batch = BATCH;
            for (int done = 0; done < CAUGHT_UP && batch == BATCH; done += batch) {
                int[] indexed = new int[1];
                transactions.run(() -> indexed[0] = index.catchUp(BATCH));
                batch = indexed[0];
            }
        } catch (Failure e) {
            // An import is being stored: what was indexed before can be searched meanwhile, and the coverage tells.
            if (e.kind() != Failure.Kind.BUSY) {
                throw e;
            }
        }
    }

    private static List<String> notes(SearchText text, SearchMode mode, Coverage coverage) {
        List<String> notes = new ArrayList<>();
        if (coverage.words() < coverage.creators()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "The words of %,d of %,d creators are not indexed as they are now: 'virality index' does it.",
                    coverage.creators() - coverage.words(),
                    coverage.creators()));
        }
        if (mode == SearchMode.KEYWORD) {
            return notes;
        }
        if (!text.english()) {
            refuse(
                    mode,
                    Failure.Kind.IMPOSSIBLE_INPUT,
                    "the sentence model knows English only: search by mode keyword");
            notes.add("By words alone: the sentence model knows English only.");
        } else if (coverage.meanings() == 0) {
            refuse(mode, Failure.Kind.NOT_FOUND, "no creator's meaning is known yet: 'virality index' reads them");
            notes.add("By words alone: no creator's meaning is known yet; 'virality index' reads them.");
        } else if (coverage.unread() > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d of %,d creators are found by words alone until 'virality index' has read them.",
                    coverage.unread(),
                    coverage.creators()));
        }
        return notes;
    }

    private static void refuse(SearchMode mode, Failure.Kind kind, String why) {
        if (mode == SearchMode.SEMANTIC) {
            throw new Failure(kind, why);
        }
    }
}
