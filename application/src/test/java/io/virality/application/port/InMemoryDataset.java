package io.virality.application.port;

import io.virality.domain.creator.Creator;
import io.virality.domain.creator.Origin;
import io.virality.domain.insight.DatasetOverview;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Counts what is in memory. */
final class InMemoryDataset implements Dataset {

    private final InMemoryStore store;

    InMemoryDataset(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public DatasetOverview overview() {
        return new DatasetOverview(
                store.current().size(),
                store.creators.stream()
                        .mapToLong(known -> known.snapshots.size())
                        .sum(),
                store.creators.stream().mapToLong(known -> known.videos.size()).sum() + store.videosOfNobody.size(),
                asOf(store.current()),
                origin(store.current()));
    }

    static Optional<Instant> asOf(Collection<Creator> creators) {
        return creators.stream()
                .map(creator -> creator.provenance().observedAt())
                .max(Comparator.naturalOrder());
    }

    static Origin origin(Collection<Creator> creators) {
        return Origin.of(
                creators.stream().anyMatch(creator -> creator.provenance().origin() == Origin.REAL),
                creators.stream().anyMatch(creator -> creator.provenance().origin() == Origin.SIMULATED));
    }
}
