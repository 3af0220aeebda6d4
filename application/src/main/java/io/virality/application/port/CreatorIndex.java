package io.virality.application.port;

import io.virality.domain.category.CreatorText;
import io.virality.domain.creator.CreatorFilter;
import io.virality.domain.creator.Handle;
import io.virality.domain.search.MeaningMatch;
import io.virality.domain.search.Ranking.Coverage;
import io.virality.domain.search.SearchText;
import io.virality.domain.search.WordMatch;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What creators say, kept so that it is found: their handle, name, biography, category, and the hashtags and captions of
 * their newest videos, by words; the same as vectors, by meaning. Creators go by their numbers in the store.
 */
public interface CreatorIndex {

    /**
     * Indexes the words of creators that have changed since it was last asked.
     *
     * @param limit of at most so many
     * @return of how many; 0 if all are up to date
     */
    int catchUp(int limit);

    /**
     * Creators whose meaning a model has not been asked about since their words changed, in the order of their numbers.
     *
     * @param after the number of the last creator of the page before; 0 for the first page
     */
    List<CreatorText> withoutMeaning(String model, long after, int limit);

    /** Keeps what the words of creators mean. An older meaning is replaced. */
    void keep(String model, List<Meaning> meanings);

    /** The number of the creator that now has a handle. */
    OptionalLong number(Handle handle);

    /** How much can be searched. */
    Coverage coverage(String model);

    /** Those that match a filter; its search, order and page do not count. Empty if it lets all pass. */
    Optional<BitSet> within(CreatorFilter filter);

    /**
     * Creators in whose words at least one of those looked for stands, best first; ties by their numbers. Where these are
     * very many, words that many use bring nobody by themselves: they only count for those whom rarer words bring.
     *
     * @param within for each answer whom it may hold; empty for all
     * @return an answer for each of these
     */
    List<Words> byWords(SearchText text, List<Optional<BitSet>> within, int limit);

    /** Which of the words looked for stand in the words of each of these creators, in the order of the text. */
    Map<Long, List<String>> found(SearchText text, Collection<Long> creators);

    /**
     * Creators whose meaning lies closest, closest first; ties by their numbers. Exact, or so nearly exact that of the
     * true first 20 at least 99 in 100 are among them.
     *
     * @param vector of any length, of the model's dimension
     * @param within only these; empty for all
     */
    List<MeaningMatch> byMeaning(String model, float[] vector, Optional<BitSet> within, int limit);

    /** The vector of what a creator says, of length 1; empty if there is none. */
    Optional<float[]> meaning(String model, long creator);

    /**
     * What the words of a creator mean.
     *
     * @param text what was read
     * @param vector what it means; empty if it cannot be read
     */
    record Meaning(CreatorText text, Optional<float[]> vector) {}

    /**
     * Creators found by words.
     *
     * @param matches the best of them
     * @param total how many were found
     */
    record Words(List<WordMatch> matches, long total) {}
}
