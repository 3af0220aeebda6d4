package io.virality.domain.ingest;

import io.virality.domain.creator.Provenance;
import io.virality.domain.marketplace.Fact;
import java.time.Instant;
import java.util.Optional;

/**
 * What a source says about a market.
 *
 * @param fact what it says
 * @param provenance which source, and when it said so
 */
public record FactObservation(Fact fact, Provenance provenance) implements Reading {
    @Override
    public Optional<Instant> assumedTime() {
        return provenance.assumedTime();
    }
}
