package io.virality.domain.experiment;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Up to where something was told.
 *
 * @param delivery the number of the newest delivery; 0 before the first
 * @param receivedAt when it came
 * @param newestAt the newest time that any row speaks of
 * @param rows how many rows there are
 * @param summarized whether they are summaries
 */
public record Watermark(
        long delivery, Optional<Instant> receivedAt, Optional<Instant> newestAt, long rows, boolean summarized) {

    /** Up to when it is known what happened: until the newest delivery came, or later if it speaks of later. */
    public Instant upTo() {
        return Stream.concat(receivedAt.stream(), newestAt.stream())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
