package io.virality.application.creator;

import io.virality.application.port.Disagreements;
import io.virality.domain.creator.Disagreement;
import io.virality.domain.creator.Page;
import io.virality.domain.insight.Statement;
import jakarta.inject.Inject;
import java.util.Optional;

/** Tells where sources say different things about one creator, so that nothing loses in silence. */
public final class FindDisagreements {

    private final Disagreements disagreements;

    /**
     * Disagreements.
     *
     * @param page a page of them
     * @param statement what found them
     */
    public record Found(Page<Disagreement> page, Statement statement) {}

    @Inject
    FindDisagreements(Disagreements disagreements) {
        this.disagreements = disagreements;
    }

    /**
     * A page of them, about one field or all.
     *
     * @param skipped how many stand on the pages before
     */
    public Found find(Optional<Disagreement.Field> field, long skipped, int limit) {
        return new Found(disagreements.find(field, skipped, limit), disagreements.statement(field, skipped, limit));
    }
}
