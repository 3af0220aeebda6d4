package io.virality.domain.creator;

import java.time.Instant;
import java.util.Optional;

/**
 * Where an observation comes from.
 *
 * @param source the source's name, as the user calls it
 * @param version the layout or API version the source followed
 * @param origin real or simulated; one observation is never mixed
 * @param freshness how old the counts may be
 * @param observedAt when they were observed
 * @param timeAssumed whether the time is that of the file or the import, because the row says none
 */
public record Provenance(
        String source, String version, Origin origin, Freshness freshness, Instant observedAt, boolean timeAssumed) {

    /** @throws IllegalArgumentException if the origin is mixed */
    public Provenance {
        if (origin == Origin.MIXED) {
            throw new IllegalArgumentException("one observation is real or simulated, not both");
        }
    }

    /** When it was observed, where that is only assumed. */
    public Optional<Instant> assumedTime() {
        return timeAssumed ? Optional.of(observedAt) : Optional.empty();
    }
}
