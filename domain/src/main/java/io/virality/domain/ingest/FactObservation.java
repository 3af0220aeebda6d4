package io.virality.domain.ingest;

import io.virality.domain.creator.Provenance;
import io.virality.domain.marketplace.Fact;

/**
 * What a source says about a market.
 *
 * @param fact what it says
 * @param provenance which source, and when it said so
 */
public record FactObservation(Fact fact, Provenance provenance) implements Reading {}
