package io.virality.domain.ingest;

import io.virality.domain.creator.Origin;
import java.time.Duration;
import java.util.List;

/**
 * What an import did.
 *
 * @param source the source's name
 * @param version the layout or API version it followed
 * @param origin real or simulated
 * @param tally what became of the rows that were understood
 * @param rejections the others, by reason, the most frequent first
 * @param duration how long it took
 */
public record ImportSummary(
        String source, String version, Origin origin, Tally tally, List<RejectionGroup> rejections, Duration duration) {

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
