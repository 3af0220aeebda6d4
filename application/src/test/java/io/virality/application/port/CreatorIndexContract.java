package io.virality.application.port;

import static io.virality.application.port.CreatorTextsContract.saying;
import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.port.CreatorIndex.Meaning;
import io.virality.application.port.CreatorIndex.Words;
import io.virality.domain.category.CreatorText;
import io.virality.domain.creator.CreatorFilter;
import io.virality.domain.creator.Handle;
import io.virality.domain.search.MeaningMatch;
import io.virality.domain.search.Ranking.Coverage;
import io.virality.domain.search.SearchText;
import io.virality.domain.search.WordMatch;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link CreatorIndex} promises. */
public abstract class CreatorIndexContract extends StoredPortContract {

    private static final String MODEL = "model";

    private long say(String handle, String biography, Instant at) {
        ports.creators().record(List.of(saying(handle, biography, "en", null, by("files", at))));
        ports.creators().refresh();
        return number(handle);
    }

    private long number(String handle) {
        return ports.creatorTexts().page(0, 1_000).stream()
                .filter(text -> text.handle().equals(Optional.of(Handle.tiktok(handle))))
                .findFirst()
                .orElseThrow()
                .creator();
    }

    private void catchUp() {
        ports.transactions().run(() -> ports.creatorIndex().catchUp(1_000));
    }

    private Words byWords(String text) {
        return ports.creatorIndex()
                .byWords(new SearchText(text), List.of(Optional.empty()), 10)
                .get(0);
    }

    private List<Long> found(String text) {
        return byWords(text).matches().stream().map(WordMatch::creator).toList();
    }

    @Test
    void words_are_ranked_by_bm25() {
        long baker = say("ada", "bread bread oven", NOON);
        long cook = say("bob", "soup and bread", NOON);
        say("cem", "chess", NOON);
        say("dan", "football", NOON);
        say("eva", "running", NOON);
        catchUp();
        Words words = byWords("bread");
        assertEquals(2, words.total());
        assertEquals(
                List.of(baker, cook),
                words.matches().stream().map(WordMatch::creator).toList());
        // Five creators with 4, 4, 2, 2 and 2 words, handles among them: 2.8 on the average.
        double rarity = Math.log((5 - 2 + .5) / (2 + .5));
        double length = .25 + .75 * 4 / 2.8;
        assertEquals(
                rarity * 2 * 2.2 / (2 + 1.2 * length), words.matches().get(0).bm25(), 1e-9);
        assertEquals(rarity * 2.2 / (1 + 1.2 * length), words.matches().get(1).bm25(), 1e-9);
    }

    @Test
    void hashtags_are_found_by_the_words_that_they_are_made_of() {
        long glow = say("ada", "all about #veganskincare", NOON);
        say("bob", "chess", NOON);
        say("cem", "football", NOON);
        catchUp();
        assertEquals(List.of(glow), found("vegan skincare"));
        assertEquals(
                Map.of(glow, List.of("veganskincare")),
                ports.creatorIndex().found(new SearchText("vegan skincare"), List.of(glow)));
    }

    @Test
    void tells_which_words_were_found() {
        long ada = say("ada", "vegan soup", NOON);
        long bob = say("bob", "skincare", NOON);
        catchUp();
        assertEquals(
                Map.of(ada, List.of("vegan"), bob, List.of("skincare")),
                ports.creatorIndex().found(new SearchText("skincare for vegan people"), List.of(ada, bob)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"", "x\" OR \"bread", "bread NOT ada", "NEAR(bread, 2)", "bread*", "handle:bread", "{handle}: x",
                "-bread", "^bread", "bread AND", "(bread", "'; drop table creator; --", "🍞 bread 🍞", "bread\u0000",
                "ब्रेड", "ﬁn", "Ⅷ", "a\u0301"
            })
    void no_sign_is_a_command(String text) {
        say("ada", "bread", NOON);
        say("bob", "soup", NOON);
        say("cem", "tea", NOON);
        catchUp();
        if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
            assertEquals(text.contains("bread") ? 1 : 0, found(text).size());
        }
    }

    @Test
    void changed_words_are_found_after_the_next_catching_up() {
        long ada = say("ada", "bread", NOON);
        say("bob", "chess", NOON);
        say("cem", "football", NOON);
        catchUp();
        say("ada", "soup", NOON.plusSeconds(1));
        assertEquals(new Coverage(3, 2, 0, 3), ports.creatorIndex().coverage(MODEL));
        catchUp();
        assertEquals(new Coverage(3, 3, 0, 3), ports.creatorIndex().coverage(MODEL));
        assertEquals(List.of(), found("bread"));
        assertEquals(List.of(ada), found("soup"));
        assertEquals(0, ports.creatorIndex().catchUp(1_000));
    }

    @Test
    void catching_up_stops_at_its_limit() {
        ports.creators().record(Observations.many(5, 1));
        ports.creators().refresh();
        assertEquals(3, ports.creatorIndex().catchUp(3));
        assertEquals(2, ports.creatorIndex().catchUp(3));
        assertEquals(0, ports.creatorIndex().catchUp(3));
    }

    @Test
    void only_those_within_are_found() {
        ports.creators()
                .record(List.of(counts("small", 10, by("files", NOON)), counts("large", 1_000, by("files", NOON))));
        long ada = say("ada", "bread", NOON);
        long bob = say("bob", "bread", NOON);
        catchUp();
        BitSet within = ports.creatorIndex().within(atLeast(500)).orElseThrow();
        assertEquals(1, within.cardinality());
        assertTrue(within.get((int) number("large")));
        BitSet onlyBob = new BitSet();
        onlyBob.set((int) bob);
        assertEquals(
                List.of(bob),
                ports
                        .creatorIndex()
                        .byWords(new SearchText("bread"), List.of(Optional.empty(), Optional.of(onlyBob)), 10)
                        .get(1)
                        .matches()
                        .stream()
                        .map(WordMatch::creator)
                        .toList());
        keep(ada, 1, 0);
        keep(bob, 1, 1);
        assertEquals(
                List.of(bob),
                ports.creatorIndex().byMeaning(MODEL, new float[] {1, 0}, Optional.of(onlyBob), 10).stream()
                        .map(MeaningMatch::creator)
                        .toList());
    }

    private static CreatorFilter atLeast(long followers) {
        return new CreatorFilter(
                Optional.empty(),
                OptionalLong.of(followers),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                CreatorFilter.Order.HANDLE,
                Optional.empty(),
                1);
    }

    @Test
    void a_filter_that_lets_all_pass_is_none() {
        CreatorFilter all = new CreatorFilter(
                Optional.of("bread"),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                CreatorFilter.Order.HANDLE,
                Optional.empty(),
                1);
        assertEquals(Optional.empty(), ports.creatorIndex().within(all));
    }

    private void keep(long creator, float... vector) {
        CreatorText text = ports.creatorTexts().page(creator - 1, 1).get(0);
        ports.transactions().run(() -> ports.creatorIndex()
                .keep(MODEL, List.of(new Meaning(text, Optional.of(vector).filter(some -> some.length > 0)))));
    }

    @Test
    void the_nearest_meaning_comes_first() {
        long ada = say("ada", "bread", NOON);
        long bob = say("bob", "chess", NOON);
        long cem = say("cem", "football", NOON);
        keep(ada, 0, 1);
        keep(bob, 1, 0);
        keep(cem);
        assertEquals(new Coverage(3, 0, 2, 0), ports.creatorIndex().coverage(MODEL));
        List<MeaningMatch> near = ports.creatorIndex().byMeaning(MODEL, new float[] {3, 4}, Optional.empty(), 10);
        assertEquals(List.of(ada, bob), near.stream().map(MeaningMatch::creator).toList());
        assertEquals(.8, near.get(0).cosine(), 1e-4);
        assertEquals(.6, near.get(1).cosine(), 1e-4);
        assertEquals(1, ports.creatorIndex().meaning(MODEL, ada).orElseThrow()[1], 1e-6);
        assertEquals(Optional.empty(), ports.creatorIndex().meaning(MODEL, cem));
    }

    @Test
    void the_nearest_of_many_are_those_that_brute_force_finds() {
        int creators = 300;
        int dimension = 24;
        ports.creators().record(Observations.many(creators, 1));
        ports.creators().refresh();
        List<CreatorText> texts = ports.creatorTexts().page(0, creators);
        SplittableRandom random = new SplittableRandom(7);
        List<Meaning> meanings = texts.stream()
                .map(text -> new Meaning(text, Optional.of(vector(random, dimension))))
                .toList();
        ports.transactions().run(() -> ports.creatorIndex().keep(MODEL, meanings));
        float[] query = vector(random, dimension);
        List<MeaningMatch> near = ports.creatorIndex().byMeaning(MODEL, query, Optional.empty(), 20);
        assertEquals(20, near.size());
        for (MeaningMatch match : near) {
            float[] vector = meanings.stream()
                    .filter(meaning -> meaning.text().creator() == match.creator())
                    .findFirst()
                    .orElseThrow()
                    .vector()
                    .orElseThrow();
            assertEquals(cosine(query, vector), match.cosine(), .01);
        }
        double worst = near.get(19).cosine();
        long better = meanings.stream()
                .filter(meaning -> cosine(query, meaning.vector().orElseThrow()) > worst + .01)
                .count();
        assertTrue(better <= 20, better + " are nearer than the twentieth");
    }

    private static float[] vector(SplittableRandom random, int dimension) {
        float[] vector = new float[dimension];
        for (int j = 0; j < dimension; j++) {
            vector[j] = (float) (random.nextDouble() - .5);
        }
        return vector;
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        double squares = 0;
        double others = 0;
        for (int j = 0; j < one.length; j++) {
            product += one[j] * other[j];
            squares += one[j] * one[j];
            others += other[j] * other[j];
        }
        return product / Math.sqrt(squares * others);
    }

    @Test
    void a_meaning_is_read_again_only_after_its_words_changed() {
        long ada = say("ada", "all about bread", NOON);
        long bob = say("bob", "all about chess", NOON);
        catchUp();
        assertEquals(
                List.of(ada, bob),
                ports.creatorIndex().withoutMeaning(MODEL, 0, 10).stream()
                        .map(CreatorText::creator)
                        .toList());
        keep(ada, 1, 0);
        keep(bob, 0, 1);
        assertEquals(List.of(), ports.creatorIndex().withoutMeaning(MODEL, 0, 10));
        say("ada", "all about bread", NOON.plusSeconds(1));
        say("bob", "all about go", NOON.plusSeconds(1));
        catchUp();
        assertEquals(
                List.of(bob),
                ports.creatorIndex().withoutMeaning(MODEL, 0, 10).stream()
                        .map(CreatorText::creator)
                        .toList());
        assertEquals(List.of(), ports.creatorIndex().withoutMeaning(MODEL, bob, 10));
    }
}
