package io.virality.domain.ingest;

import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Profile;
import io.virality.domain.creator.Snapshot;
import java.time.Instant;
import java.util.Optional;

/**
 * What a source says about a creator at one moment.
 *
 * @param creator who
 * @param profile what is said about it; silent parts do not erase what is known
 * @param snapshot its counts
 */
public record CreatorObservation(Identity creator, Profile profile, Snapshot snapshot) implements Reading {
    @Override
    public Optional<Instant> assumedTime() {
        return snapshot.provenance().assumedTime();
    }
}
