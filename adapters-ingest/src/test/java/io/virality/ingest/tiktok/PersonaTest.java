package io.virality.ingest.tiktok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Handle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PersonaTest {

    private static final int GREATEST_NUMBER = 99_999;

    @Test
    void handles_are_valid_up_to_the_greatest_number_and_never_shared() {
        List<Persona> personas = IntStream.rangeClosed(GREATEST_NUMBER - 20_000, GREATEST_NUMBER)
                .mapToObj(number -> Persona.draw(number, new Chance(number)))
                .toList();
        assertEquals(
                personas.size(),
                personas.stream()
                        .map(persona -> Handle.tiktok(persona.handle()))
                        .distinct()
                        .count());
        assertTrue(personas.stream().allMatch(persona -> persona.handle().matches("sim_[a-z._]+[0-9]+")));
    }

    @Test
    void markets_are_as_frequent_as_their_weights_say() {
        int draws = 20_000;
        Map<Market, Integer> counts = new HashMap<>();
        for (int i = 0; i < draws; i++) {
            counts.merge(Persona.draw(i, new Chance(i)).market(), 1, Integer::sum);
        }
        double weights = Market.ALL.stream().mapToDouble(Market::weight).sum();
        for (Market market : Market.ALL) {
            assertEquals(
                    market.weight() / weights, counts.getOrDefault(market, 0) / (double) draws, .012, market.name());
        }
    }

    @ParameterizedTest
    @EnumSource(Market.class)
    void every_market_has_words_for_every_category(Market market) {
        Vocabulary vocabulary = Vocabulary.of(market.language());
        assertTrue(vocabulary.names().size() >= 10);
        assertTrue(vocabulary.hashtags().stream().allMatch(tag -> tag.matches("\\S+")));
        Chance chance = new Chance(1);
        for (Category category : Category.values()) {
            assertFalse(vocabulary.topic(category).isBlank());
            for (int i = 0; i < 100; i++) {
                String words = vocabulary.biography(category, chance) + vocabulary.caption(category, chance);
                assertFalse(words.isBlank() || words.contains("{") || words.contains("|"), words);
            }
        }
    }

    @Test
    void several_scripts_are_spoken() {
        String names = Market.ALL.stream()
                .map(market -> Vocabulary.of(market.language()).names().toString())
                .reduce("", String::concat);
        for (Character.UnicodeScript script : List.of(
                Character.UnicodeScript.LATIN,
                Character.UnicodeScript.ARABIC,
                Character.UnicodeScript.HIRAGANA,
                Character.UnicodeScript.HANGUL,
                Character.UnicodeScript.THAI)) {
            assertTrue(names.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == script), script.name());
        }
    }
}
