package io.virality.domain.ingest;

import io.virality.domain.experiment.Kept;
import java.time.Instant;
import java.util.Optional;

/**
 * A piece of an experiment.
 *
 * @param position where it stands in its source; empty if it comes from none
 * @param kept the piece
 */
public record ExperimentObservation(String position, Kept kept) implements Reading {

    /** Its times are told. */
    @Override
    public Optional<Instant> assumedTime() {
        return Optional.empty();
    }

    /** It refused, because it does not fit with what is kept already. */
    public Rejection refused(String reason) {
        return new Rejection(position, reason, kept.key(), kept.toString());
    }
}
