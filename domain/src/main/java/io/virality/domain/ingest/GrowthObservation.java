package io.virality.domain.ingest;

import io.virality.domain.creator.Growth;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Provenance;
import java.time.Instant;
import java.util.Optional;

/**
 * What a source says that a creator won in a period.
 *
 * @param creator who
 * @param growth what it won
 * @param provenance which source, and when it said so
 */
public record GrowthObservation(Identity creator, Growth growth, Provenance provenance) implements Reading {
    @Override
    public Optional<Instant> assumedTime() {
        return provenance.assumedTime();
    }
}
