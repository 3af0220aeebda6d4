package io.virality.domain.creator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountsTest {

    @Test
    void counts_are_kept_under_their_names() {
        Counts counts = Counts.of(1, 2, 3, 0);

        assertEquals(OptionalLong.of(1), counts.followers());
        assertEquals(OptionalLong.of(2), counts.following());
        assertEquals(OptionalLong.of(3), counts.likes());
        assertEquals(OptionalLong.of(0), counts.videos());
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0, 0, followers", "0, -1, 0, 0, following", "0, 0, -1, 0, likes", "0, 0, 0, -1, videos"})
    void a_negative_count_is_refused_by_name(long followers, long following, long likes, long videos, String name) {
        Exception refusal =
                assertThrows(IllegalArgumentException.class, () -> Counts.of(followers, following, likes, videos));

        assertEquals(name + " is negative: -1", refusal.getMessage());
    }

    @Test
    void a_count_that_nobody_has_is_refused() {
        Counts.of(Counts.LARGEST, 0, 0, 0);
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> Counts.of(0, 0, Counts.LARGEST + 1, 0));

        assertEquals("likes is out of range: 1000000000001", refusal.getMessage());
    }

    @Test
    void a_change_may_be_negative_within_the_same_bounds() {
        Counts.requireChange("gained", OptionalLong.of(-Counts.LARGEST));
        assertThrows(
                IllegalArgumentException.class, () -> Counts.requireChange("gained", OptionalLong.of(Long.MIN_VALUE)));
    }
}
