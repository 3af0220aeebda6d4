package io.virality.application.port;

import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Snapshot;
import java.util.Comparator;
import java.util.List;

/** Reads snapshots from memory. */
final class InMemorySnapshots implements Snapshots {

    private final InMemoryStore store;

    InMemorySnapshots(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<Snapshot> of(Handle handle) {
        return store.holder(handle).stream()
                .flatMap(known -> known.snapshots.values().stream())
                .sorted(Comparator.comparing(snapshot -> snapshot.provenance().observedAt()))
                .toList();
    }
}
