package io.virality.application.search;

import static io.virality.application.port.CreatorTextsContract.saying;
import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.application.TrainingListener;
import io.virality.application.port.InMemoryTextEmbedder;
import io.virality.application.port.StoredPorts;
import io.virality.application.port.TextEmbedder;
import io.virality.application.search.SearchCreators.Search;
import io.virality.domain.creator.CreatorFilter;
import io.virality.domain.model.TrainingProgress;
import io.virality.domain.search.Ranking.Coverage;
import io.virality.domain.search.SearchMode;
import io.virality.domain.search.SearchResult;
import io.virality.domain.search.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchCreatorsTest {

    private final StoredPorts ports = StoredPorts.inMemory();
    private final List<String> read = new ArrayList<>();
    private final TextEmbedder embedder = new Noting();
    private final IndexCreators indexCreators = new IndexCreators(ports.creatorIndex(), embedder, ports.transactions());
    private final SearchCreators searchCreators = new SearchCreators(
            new RankCreators(ports.creatorIndex(), embedder, ports.transactions()),
            ports.creatorIndex(),
            ports.creators());

    /** Notes what it was asked about. */
    private final class Noting implements TextEmbedder {
        private final TextEmbedder words = new InMemoryTextEmbedder();

        @Override
        public String name() {
            return words.name();
        }

        @Override
        public int dimension() {
            return words.dimension();
        }

        @Override
        public float[][] embed(List<String> texts, IntConsumer progress) {
            read.addAll(texts);
            return words.embed(texts, progress);
        }
    }

    @BeforeEach
    void say() {
        say("baker", "the bread is on my table");
        say("cook", "the soup is with bread");
        say("gamer", "speedruns every night");
        say("strudel", "ich backe Brot und Strudel mit meinem Vater");
        say("quiet", "hi");
    }

    private void say(String handle, String biography) {
        ports.creators().record(List.of(saying(handle, biography, null, null, by("files", NOON))));
        ports.creators().refresh();
    }

    private void index() {
        indexCreators.index(progress -> {});
    }

    private SearchResult search(String text, SearchMode mode) {
        return searchCreators.search(new Search(
                new SearchText(text),
                mode,
                new CreatorFilter(
                        Optional.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        CreatorFilter.Order.HANDLE,
                        Optional.empty(),
                        10)));
    }

    private static List<String> handles(SearchResult result) {
        return result.matches().stream()
                .map(match -> match.creator().identity().handle().orElseThrow().name())
                .toList();
    }

    @Test
    void words_and_meaning_are_fused_by_their_ranks() {
        index();
        SearchResult result = search("the bread", SearchMode.HYBRID);
        SearchResult.Match first = result.matches().get(0);
        assertEquals(
                1.0 / (60 + first.hit().wordRank().getAsInt())
                        + 1.0 / (60 + first.hit().meaningRank().getAsInt()),
                first.hit().score(),
                1e-12);
        assertEquals(List.of("bread"), first.words());
        assertEquals(List.of(), result.ranking().notes());
    }

    @Test
    void who_cannot_be_read_is_found_by_words_alone() {
        index();
        assertEquals(
                new Coverage(5, 5, 3, 0),
                search("strudel", SearchMode.KEYWORD).ranking().coverage());
        assertEquals(List.of("strudel"), handles(search("strudel", SearchMode.KEYWORD)));
        assertFalse(handles(search("strudel", SearchMode.SEMANTIC)).contains("strudel"));
    }

    @Test
    void another_language_is_searched_by_words_alone() {
        index();
        SearchResult result = search("Brot und Strudel mit meinem Vater", SearchMode.HYBRID);
        assertEquals(List.of("strudel"), handles(result));
        assertEquals(
                List.of("By words alone: the sentence model knows English only."),
                result.ranking().notes());
        Failure failure = assertThrows(Failure.class, () -> search("ich mag Brot und Wurst", SearchMode.SEMANTIC));
        assertEquals(Failure.Kind.IMPOSSIBLE_INPUT, failure.kind());
    }

    @Test
    void only_changed_words_are_read_again() {
        index();
        read.clear();
        say("gamer", "speedruns every night");
        index();
        assertEquals(List.of(), read);
        ports.creators()
                .record(List.of(saying("gamer", "chess every night", null, null, by("files", NOON.plusSeconds(1)))));
        ports.creators().refresh();
        index();
        assertEquals(List.of("chess every night"), read);
    }

    @Test
    void what_was_read_before_it_was_broken_off_is_kept() {
        assertThrows(
                CancellationException.class,
                () -> indexCreators.index(new TrainingListener() {
                    private int asked;

                    @Override
                    public void progressed(TrainingProgress progress) {}

                    @Override
                    public boolean cancelled() {
                        return asked++ > 0;
                    }
                }));
        assertEquals(new Coverage(5, 5, 0, 5), ports.creatorIndex().coverage(embedder.name()));
        index();
        assertEquals(new Coverage(5, 5, 3, 0), ports.creatorIndex().coverage(embedder.name()));
    }

    @Test
    void a_search_by_meaning_before_anybody_was_read_says_what_to_do() {
        Failure failure = assertThrows(Failure.class, () -> search("bread", SearchMode.SEMANTIC));
        assertEquals(Failure.Kind.NOT_FOUND, failure.kind());
        assertTrue(failure.getMessage().contains("virality index"));
    }
}
