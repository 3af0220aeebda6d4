package io.virality.domain.ingest;

import java.time.Instant;

/**
 * That a source did not say when its figures held, so that its own time or that of the import was taken.
 *
 * @param observedAt the time that was taken
 * @param rows of how many rows
 */
public record AssumedTime(Instant observedAt, long rows) {}
