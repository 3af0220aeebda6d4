package io.virality.application.ingest;

import io.virality.application.port.Quarantine;
import io.virality.domain.creator.Page;
import io.virality.domain.ingest.QuarantineGroup;
import io.virality.domain.ingest.QuarantinedRow;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Tells which rows were rejected, and why. */
public final class ReviewQuarantine {

    private final Quarantine quarantine;

    /**
     * Rejected rows.
     *
     * @param groups all of them, counted by import and reason
     * @param rows those that are kept, a page of them
     */
    public record Review(List<QuarantineGroup> groups, Page<QuarantinedRow> rows) {}

    @Inject
    ReviewQuarantine(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    /**
     * The rejected rows of one import or of all.
     *
     * @param after where to go on: {@link Page#next()} of the page before
     */
    public Review review(Optional<Long> run, Optional<Long> after, int limit) {
        return new Review(quarantine.groups(run), quarantine.rows(run, after, limit));
    }
}
