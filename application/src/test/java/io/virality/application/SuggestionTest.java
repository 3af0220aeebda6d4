package io.virality.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    private static final List<String> KNOWN = List.of("database", "host", "port");

    @Test
    void a_slip_of_the_hand_is_recognised() {
        assertEquals(Optional.of("port"), Suggestion.nearest("prot", List.of("port", "database")));
        assertEquals(Optional.of("database"), Suggestion.nearest("Databse", KNOWN));
        assertEquals(Optional.empty(), Suggestion.nearest("colour", KNOWN));
    }

    @Test
    void the_message_suggests_or_lists() {
        assertEquals(
                "unknown setting 'databse': did you mean 'database'?", Suggestion.unknown("setting", "databse", KNOWN));
        assertEquals(
                "unknown setting 'colour': known: database, host, port",
                Suggestion.unknown("setting", "colour", KNOWN));
    }
}
