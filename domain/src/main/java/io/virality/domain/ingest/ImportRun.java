package io.virality.domain.ingest;

import java.time.Instant;
import java.util.Optional;

/**
 * One import, running, ended or broken off.
 *
 * @param number counts the imports of this database
 * @param source the source's name
 * @param version the layout or API version it followed
 * @param startedAt when it began
 * @param finishedAt when it ended well; empty while it runs, and after a kill
 * @param tally what became of its rows
 * @param rejected rows that were refused
 */
public record ImportRun(
        long number,
        String source,
        String version,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Tally tally,
        long rejected) {}
