package io.virality.domain.experiment;

import java.time.Instant;
import java.util.Optional;

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
        long delivery, Optional<Instant> receivedAt, Optional<Instant> newestAt, long rows, boolean summarized) {}
