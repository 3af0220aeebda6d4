package io.virality.application.port;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        Map<List<Object>, InMemoryStore.Post> videosOfNobody = new LinkedHashMap<>();
        store.videosOfNobody.forEach((id, post) -> videosOfNobody.put(id, copy(post)));
        var facts = new LinkedHashMap<>(store.facts);
        var growth = new LinkedHashMap<>(store.growth);
        var runs = new ArrayList<>(store.runs);
        var rejected = new ArrayList<>(store.rejected);
        var quarantine = new ArrayList<>(store.quarantine);
        Map<String, InMemoryExperiments.Told> experiments = new LinkedHashMap<>();
        store.experiments.forEach((key, told) -> experiments.put(key, told.copy()));
        var predictions = new LinkedHashMap<>(store.predictions);
        var models = new LinkedHashMap<>(store.models);
        var feedback = new LinkedHashMap<>(store.feedback);
        try {
            work.run();
        } catch (RuntimeException e) {
            store.creators.clear();
            store.creators.addAll(before);
            restore(store.videosOfNobody, videosOfNobody);
            restore(store.facts, facts);
            restore(store.growth, growth);
            restore(store.experiments, experiments);
            restore(store.models, models);
            restore(store.feedback, feedback);
            restore(store.predictions, predictions);
            store.runs.clear();
            store.runs.addAll(runs);
            store.rejected.clear();
            store.rejected.addAll(rejected);
            store.quarantine.clear();
            store.quarantine.addAll(quarantine);
            throw e;
        }
    }

    private static <K, V> void restore(Map<K, V> changed, Map<K, V> before) {
        changed.clear();
        changed.putAll(before);
    }

    private static InMemoryStore.Known copy(InMemoryStore.Known known) {
        InMemoryStore.Known copy = new InMemoryStore.Known(known.platform);
        copy.platformId = known.platformId;
        copy.handle = known.handle;
        copy.handleAt = known.handleAt;
        copy.profiles.putAll(known.profiles);
        copy.snapshots.putAll(known.snapshots);
        known.videos.forEach((id, post) -> copy.videos.put(id, copy(post)));
        copy.current = known.current;
        return copy;
    }

    private static InMemoryStore.Post copy(InMemoryStore.Post post) {
        InMemoryStore.Post copy = new InMemoryStore.Post();
        copy.details = post.details;
        copy.counts.putAll(post.counts);
        return copy;
    }
}
