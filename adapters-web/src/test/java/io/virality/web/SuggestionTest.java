package io.virality.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final List<String> KNOWN = List.of("minFollowers", "maxFollowers", "sort", "search");

    @ParameterizedTest
    @CsvSource({
        "minfollowers, minFollowers",
        "max_followers, maxFollowers",
        "sor, sort",
        "srot, sort",
        "serach, search",
        "colour,",
        "biography,"
    })
    void the_nearest_name_is_suggested_if_it_is_near(String given, String suggested) {
        assertEquals(Optional.ofNullable(suggested), Suggestion.nearest(given, KNOWN));
    }
}
