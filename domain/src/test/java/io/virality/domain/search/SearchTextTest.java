package io.virality.domain.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

    private static List<String> terms(String text) {
        return new SearchText(text).terms().stream().map(SearchText.Word::word).toList();
    }

    @Test
    void looks_for_words_and_for_neighbours_written_as_one() {
        assertEquals(
                List.of("vegan", "skincare", "uk", "veganskincare", "skincarein", "inthe", "theuk"),
                terms("Vegan #skincare in the \"UK\"!"));
    }

    @Test
    void small_words_count_if_there_are_no_others() {
        assertEquals(List.of("who", "is", "it", "whois", "isit"), terms("Who is it?"));
    }

    @Test
    void scripts_without_blanks_are_found_by_the_beginning() {
        assertTrue(new SearchText("美食").terms().get(0).beginning());
        assertFalse(new SearchText("food").terms().get(0).beginning());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "🔥🔥", "\"'*-^()", "\u0000"})
    void without_letters_and_digits_there_is_nothing_to_search_for(String text) {
        assertThrows(IllegalArgumentException.class, () -> new SearchText(text));
    }

    @Test
    void a_text_that_is_too_long_is_refused() {
        String message = assertThrows(IllegalArgumentException.class, () -> new SearchText("a".repeat(1_000_000)))
                .getMessage();
        assertEquals("a search must have at most 10000 characters, not 1000000", message);
    }

    @Test
    void many_words_are_bounded() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            text.append("w").append(i).append(' ');
        }
        assertTrue(terms(text.toString()).size() < 2 * SearchText.MOST_WORDS);
    }
}
