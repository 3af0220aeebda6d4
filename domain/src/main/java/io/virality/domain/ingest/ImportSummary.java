package io.virality.domain.ingest;

import io.virality.domain.creator.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an import did.
 *
 * @param source the source's name
 * @param version the layout or API version it followed
 * @param origin real or simulated
 * @param tally what became of the rows that were understood
 * @param assumedTime of which rows the time is assumed; empty if all say it themselves
 * @param rejections the others, by reason, the most frequent first
 * @param duration how long it took
 */
public record ImportSummary(
        String source,
        String version,
        Origin origin,
        Tally tally,
        Optional<AssumedTime> assumedTime,
        List<RejectionGroup> rejections,
        Duration duration) {

    /** A copy of the rejections is kept. */
    public ImportSummary {
        rejections = List.copyOf(rejections);
    }

    /** Rows that were refused. */
    public long rejected() {
        return rejections.stream().mapToLong(RejectionGroup::count).sum();
    }

    /** All rows that were read. */
    public long read() {
        return tally.total() + rejected();
    }

    /** Whether there were rows and none of them could be used. */
    public boolean nothingUsable() {
        return tally.total() == 0 && rejected() > 0;
    }
}
