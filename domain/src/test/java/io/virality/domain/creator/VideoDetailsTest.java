package io.virality.domain.creator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VideoDetailsTest {

    @Test
    void a_negative_duration_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> lasting(Duration.ofSeconds(-1)));
        assertEquals(Optional.of(Duration.ZERO), lasting(Duration.ZERO).duration());
    }

    private static VideoDetails lasting(Duration duration) {
        return new VideoDetails(
                Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.of(duration), List.of());
    }
}
