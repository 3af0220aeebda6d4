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
 * @param disclosures texts in it that disclose an advertisement, without {@code #}, in order
 */
public record VideoDetails(
        Optional<Instant> postedAt,
        Optional<String> caption,
        List<String> hashtags,
        Optional<String> sound,
        Optional<Duration> duration,
        List<String> disclosures) {

    /** Nothing is known. */
    public static final VideoDetails UNKNOWN = new VideoDetails(
            Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), List.of());

    /** @throws IllegalArgumentException if the duration is negative */
    public VideoDetails {
        hashtags = List.copyOf(hashtags);
        disclosures = List.copyOf(disclosures);
        duration.ifPresent(length -> {
            if (length.isNegative()) {
                throw new IllegalArgumentException("duration is negative: " + length);
            }
        });
    }
}
