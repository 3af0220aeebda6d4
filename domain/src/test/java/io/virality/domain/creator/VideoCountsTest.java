package io.virality.domain.creator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoCountsTest {

    @Test
    void as_many_likes_as_views_are_possible() {
        VideoCounts counts = counts(10, 10, 20, 30, 40);

        assertEquals(OptionalLong.of(10), counts.likes());
    }

    @Test
    void more_likes_than_views_are_refused() {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> counts(10, 11, 0, 0, 0));

        assertEquals("more likes than views: 11 > 10", refusal.getMessage());
    }

    @Test
    void likes_without_views_are_possible() {
        OptionalLong unknown = OptionalLong.empty();

        assertEquals(
                OptionalLong.of(11), new VideoCounts(unknown, OptionalLong.of(11), unknown, unknown, unknown).likes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void a_negative_count_is_refused_by_name(int index) {
        long[] counts = {0, 0, 0, 0, 0};
        counts[index] = -1;
        Exception refusal = assertThrows(
                IllegalArgumentException.class, () -> counts(counts[0], counts[1], counts[2], counts[3], counts[4]));

        String[] names = {"views", "likes", "comments", "shares", "saves"};
        assertEquals(names[index] + " is negative: -1", refusal.getMessage());
    }

    private static VideoCounts counts(long views, long likes, long comments, long shares, long saves) {
        return new VideoCounts(
                OptionalLong.of(views),
                OptionalLong.of(likes),
                OptionalLong.of(comments),
                OptionalLong.of(shares),
                OptionalLong.of(saves));
    }
}
