package io.virality.application.port;

import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.ingest.GrowthObservation;
import io.virality.domain.ingest.Tally;
import java.util.Comparator;
import java.util.List;

/** Reads snapshots from memory. */
final class InMemorySnapshots implements Snapshots {

    private final InMemoryStore store;

    InMemorySnapshots(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Tally recordGrowth(List<GrowthObservation> observations) {
        return observations.stream().map(this::record).reduce(Tally.NONE, Tally::plus);
    }

    private Tally record(GrowthObservation observation) {
        Provenance provenance = observation.provenance();
        store.noteSource(provenance);
        int creator = store.number(observation.creator(), provenance.observedAt());
        InMemoryStore.Won key =
                new InMemoryStore.Won(creator, observation.growth().period(), InMemoryStore.source(provenance));
        GrowthObservation before = store.growth.get(key);
        if (before != null
                && (before.growth().equals(observation.growth())
                        || provenance.observedAt().isBefore(before.provenance().observedAt()))) {
            return new Tally(0, 0, 1);
        }
        store.growth.put(key, observation);
        return before == null ? new Tally(1, 0, 0) : new Tally(0, 1, 0);
    }

    @Override
    public List<Snapshot> of(Handle handle) {
        return store.holder(handle).stream()
                .flatMap(known -> known.snapshots.values().stream())
                .sorted(Comparator.comparing(snapshot -> snapshot.provenance().observedAt()))
                .toList();
    }
}
