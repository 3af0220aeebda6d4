package io.virality.domain.creator;

import io.virality.domain.engagement.ProviderRates;

/**
 * A creator's counts at one moment, as one source saw them.
 *
 * @param counts the counts
 * @param rates the rates that the source itself gave
 * @param provenance which source, and when
 */
public record Snapshot(Counts counts, ProviderRates rates, Provenance provenance) {}
