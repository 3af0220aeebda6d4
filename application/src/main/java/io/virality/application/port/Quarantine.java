package io.virality.application.port;

import io.virality.domain.creator.Page;
import io.virality.domain.ingest.QuarantineGroup;
import io.virality.domain.ingest.QuarantinedRow;
import io.virality.domain.ingest.Rejection;
import java.util.List;
import java.util.Optional;

/** Rejected rows, by import: the first {@link QuarantinedRow#MOST_KEPT} of each are kept, all are counted. */
public interface Quarantine {

    /** Adds rows that an import rejected. */
    void add(long run, List<Rejection> rejections);

    /** Takes a row out that is understood now; it stays counted. */
    void release(QuarantinedRow row);

    /** By import, newest first, and by reason, the most frequent first. */
    List<QuarantineGroup> groups(Optional<Long> run);

    /**
     * The rows that are kept, of one import or of all, in the order in which they were added, a page at a time.
     *
     * @param after only those with a greater number; {@link Page#next()} names it
     */
    Page<QuarantinedRow> rows(Optional<Long> run, Optional<Long> after, int limit);
}
