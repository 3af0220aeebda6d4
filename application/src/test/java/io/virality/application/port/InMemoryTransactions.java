package io.virality.application.port;

import java.util.ArrayList;
import java.util.List;

/** Takes back what failed by putting back what was. */
final class InMemoryTransactions implements Transactions {

    private final InMemoryStore store;

    InMemoryTransactions(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void run(Runnable work) {
        List<InMemoryStore.Known> before =
                store.creators.stream().map(InMemoryTransactions::copy).toList();
        var runs = new ArrayList<>(store.runs);
        var rejected = new ArrayList<>(store.rejected);
        var quarantine = new ArrayList<>(store.quarantine);
        try {
            work.run();
        } catch (RuntimeException e) {
            store.creators.clear();
            store.creators.addAll(before);
            store.runs.clear();
            store.runs.addAll(runs);
            store.rejected.clear();
            store.rejected.addAll(rejected);
            store.quarantine.clear();
            store.quarantine.addAll(quarantine);
            throw e;
        }
    }

    private static InMemoryStore.Known copy(InMemoryStore.Known known) {
        InMemoryStore.Known copy = new InMemoryStore.Known(known.platform);
        copy.platformId = known.platformId;
        copy.handle = known.handle;
        copy.handleAt = known.handleAt;
        copy.profiles.putAll(known.profiles);
        copy.snapshots.putAll(known.snapshots);
        known.videos.forEach((id, post) -> {
            InMemoryStore.Post same = new InMemoryStore.Post();
            same.details = post.details;
            same.counts.putAll(post.counts);
            copy.videos.put(id, same);
        });
        copy.current = known.current;
        return copy;
    }
}
