package io.virality.domain.creator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreatorFilterTest {

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void a_page_holds_1_to_100(int limit) {
        assertThrows(IllegalArgumentException.class, () -> filter("", 0, 1, limit));
        assertEquals(1, filter("", 0, 1, 1).limit());
        assertEquals(100, filter("", 0, 1, 100).limit());
    }

    @Test
    void a_search_has_at_most_200_characters() {
        assertEquals(
                Optional.of("a".repeat(200)), filter("a".repeat(200), 0, 1, 10).search());
        assertThrows(IllegalArgumentException.class, () -> filter("a".repeat(201), 0, 1, 10));
    }

    @Test
    void counts_that_clash_are_refused() {
        assertEquals(OptionalLong.of(5), filter("", 5, 5, 10).minFollowers());
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> filter("", 6, 5, 10));

        assertEquals("minFollowers 6 is above maxFollowers 5", refusal.getMessage());
    }

    private static CreatorFilter filter(String search, long minFollowers, long maxFollowers, int limit) {
        return new CreatorFilter(
                Optional.of(search),
                OptionalLong.of(minFollowers),
                OptionalLong.of(maxFollowers),
                Optional.empty(),
                Optional.empty(),
                CreatorFilter.Order.HANDLE,
                Optional.empty(),
                limit);
    }
}
