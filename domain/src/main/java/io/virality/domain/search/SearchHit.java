package io.virality.domain.search;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A creator that was found, and why.
 *
 * @param creator its number in the store
 * @param score what it is ranked by: BM25, the cosine, or the sum of reciprocal ranks
 * @param words what matches in words; empty where nothing was found by words
 * @param wordRank its place by words, from 1
 * @param meaning what matches in meaning; empty where nothing was found by meaning
 * @param meaningRank its place by meaning, from 1
 */
public record SearchHit(
        long creator,
        double score,
        Optional<WordMatch> words,
        OptionalInt wordRank,
        Optional<MeaningMatch> meaning,
        OptionalInt meaningRank) {}
