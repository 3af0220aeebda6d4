package io.virality.domain.creator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static final Profile FULL = new Profile(
            Optional.of("Ada"),
            Optional.of("counts"),
            Optional.of("https://example.org"),
            Optional.of("GB"),
            Optional.of("en"),
            Optional.of("science"),
            Optional.of(true));

    @Test
    void silence_erases_nothing() {
        assertEquals(FULL, Profile.UNKNOWN.orElse(FULL));
    }

    @Test
    void what_is_said_last_counts() {
        Profile other = new Profile(
                Optional.of("Lady Ada"),
                Optional.of("computes"),
                Optional.of("https://example.com"),
                Optional.of("FR"),
                Optional.of("fr"),
                Optional.of("poetry"),
                Optional.of(false));

        assertEquals(other, other.orElse(FULL));
    }
}
