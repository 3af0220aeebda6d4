package io.virality.domain.creator;

import io.virality.domain.engagement.EngagementRate;
import io.virality.domain.engagement.RateDefinition;
import java.util.List;
import java.util.Optional;

/**
 * A creator's current state: the newest that is known.
 *
 * @param identity who it is
 * @param profile what is said about it
 * @param counts its newest counts
 * @param rates its engagement under each definition that the data allows; {@link RateDefinition} tells them apart
 * @param provenance where the newest counts come from
 */
public record Creator(
        Identity identity, Profile profile, Counts counts, List<EngagementRate> rates, Provenance provenance) {

    /** A copy of the rates is kept. */
    public Creator {
        rates = List.copyOf(rates);
    }

    /** The rate under a definition, if the data allows it. */
    public Optional<EngagementRate> rate(RateDefinition definition) {
        return rates.stream().filter(rate -> rate.definition() == definition).findFirst();
    }
}
