package io.virality.domain.recommendation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BrandMentionsTest {

    private final BrandMentions mentions = new BrandMentions(List.of(
            new Partnership("ada", "fizz cola", true, OptionalDouble.empty(), List.of("slurpday")),
            new Partnership("bob", "Crème", true, OptionalDouble.empty(), List.of())));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fizzcola",
                "FizzCola",
                "fizz_cola",
                "ilovefizzcolapartner",
                "fizcola",
                "slurpday",
                "slurpdays",
                "fizz",
                "thanks @fizz.cola for this!",
                "my #slurpday look",
                "creme"
            })
    void the_name_however_it_is_written_and_its_hashtags_are_mentions(String text) {
        assertTrue(mentions.test(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dance", "fizzy", "soda", "sunday", "slurp", "a day in my life"})
    void other_words_are_none(String text) {
        assertFalse(mentions.test(text));
    }
}
