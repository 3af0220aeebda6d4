package io.virality.application.search;

import io.virality.application.Failure;
import io.virality.application.port.CreatorIndex;
import io.virality.application.port.Creators;
import io.virality.domain.creator.Creator;
import io.virality.domain.creator.CreatorFilter;
import io.virality.domain.search.Ranking;
import io.virality.domain.search.SearchHit;
import io.virality.domain.search.SearchMode;
import io.virality.domain.search.SearchResult;
import io.virality.domain.search.SearchResult.Match;
import io.virality.domain.search.SearchText;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds creators by what they say, the best fit first, a page at a time, and says why each was found. */
public final class SearchCreators {

    private final RankCreators rankCreators;
    private final CreatorIndex index;
    private final Creators creators;

    /**
     * What is looked for.
     *
     * @param filter which creators, how many, and after which rank; its search and its order do not count
     */
    public record Search(SearchText text, SearchMode mode, CreatorFilter filter) {}

    @Inject
    SearchCreators(RankCreators rankCreators, CreatorIndex index, Creators creators) {
        this.rankCreators = rankCreators;
        this.index = index;
        this.creators = creators;
    }

    /**
     * A page of them.
     *
     * @throws Failure {@code INVALID_INPUT} if it goes on after a page that never was; those of {@link RankCreators#rank}
     */
    public SearchResult search(Search search) {
        int start = search.filter().after().map(SearchCreators::rank).orElse(0);
        Ranking ranking = rankCreators
                .rank(search.text(), search.mode(), List.of(index.within(search.filter())))
                .get(0);
        int end = Math.min(start + search.filter().limit(), ranking.hits().size());
        List<SearchHit> page = ranking.hits().subList(Math.min(start, end), end);
        List<Long> numbers = page.stream().map(SearchHit::creator).toList();
        Map<Long, Creator> known = creators.numbered(numbers);
        Map<Long, List<String>> words = index.found(search.text(), numbers);
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            SearchHit hit = page.get(i);
            matches.add(new Match(start + i + 1, known.get(hit.creator()), hit, words.get(hit.creator())));
        }
        return new SearchResult(
                search.mode(),
                ranking,
                matches,
                end < ranking.hits().size() ? Optional.of(String.valueOf(end)) : Optional.empty());
    }

    private static int rank(String cursor) {
        if (!cursor.matches("[0-9]{1,4}")) {
            throw Failure.invalid("not a cursor of this list: '" + cursor + "': leave it out to start again");
        }
        return Integer.parseInt(cursor);
    }
}
