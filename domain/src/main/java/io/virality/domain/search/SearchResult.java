package io.virality.domain.search;

import io.virality.domain.creator.Creator;
import java.util.List;
import java.util.Optional;

/**
 * A page of creators that were found.
 *
 * @param mode how they were searched
 * @param ranking all that was found
 * @param matches the page
 * @param next where the next page goes on; empty if this is the last
 */
public record SearchResult(SearchMode mode, Ranking ranking, List<Match> matches, Optional<String> next) {

    /**
     * A creator, and why it was found.
     *
     * @param rank its place, from 1
     * @param words which of the words looked for stand in its own
     */
    public record Match(int rank, Creator creator, SearchHit hit, List<String> words) {}

    /** A copy of the matches is kept. */
    public SearchResult {
        matches = List.copyOf(matches);
    }
}
