package io.virality.domain.creator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a video is, apart from its counts.
 *
 * @param postedAt when it was posted
 * @param caption its text
 * @param hashtags its hashtags without {@code #}, in order
 * @param sound its sound's name or id
 * @param duration its length
 */
public record VideoDetails(
        Optional<Instant> postedAt,
        Optional<String> caption,
        List<String> hashtags,
        Optional<String> sound,
        Optional<Duration> duration) {

    /** @throws IllegalArgumentException if the duration is negative */
    public VideoDetails {
        hashtags = List.copyOf(hashtags);
        duration.ifPresent(length -> {
            if (length.isNegative()) {
                throw new IllegalArgumentException("duration is negative: " + length);
            }
        });
    }
}
