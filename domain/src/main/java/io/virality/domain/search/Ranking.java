package io.virality.domain.search;

import java.util.List;

/**
 * Creators that were found, best first.
 *
 * @param hits the creators
 * @param total how many were found, of which the hits are the best: by words all that any word matches
 * @param coverage what could be searched
 * @param notes what the reader must know, in words
 */
public record Ranking(List<SearchHit> hits, long total, Coverage coverage, List<String> notes) {

    /**
     * How much of the creators can be searched.
     *
     * @param creators how many there are
     * @param words of how many the words are indexed as they are now
     * @param meanings of how many the meaning is known; the others say too little, not in English, or were not read yet
     * @param unread how many are not read yet: {@code virality index} reads them
     */
    public record Coverage(long creators, long words, long meanings, long unread) {}

    /** Copies are kept. */
    public Ranking {
        hits = List.copyOf(hits);
        notes = List.copyOf(notes);
    }
}
