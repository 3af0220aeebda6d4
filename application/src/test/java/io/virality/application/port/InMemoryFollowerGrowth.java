package io.virality.application.port;

import io.virality.domain.creator.Creator;
import io.virality.domain.creator.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a creator won between its first and its newest count.
 *
 * @param creator whom
 * @param firstFollowers its oldest number of followers
 * @param days between the two
 */
record InMemoryFollowerGrowth(Creator creator, long firstFollowers, double days) {

    static List<InMemoryFollowerGrowth> of(InMemoryStore store) {
        List<InMemoryFollowerGrowth> all = new ArrayList<>();
        for (InMemoryStore.Known known : store.creators) {
            known.snapshots.values().stream()
                    .filter(snapshot -> snapshot.counts().followers().isPresent())
                    .min(Comparator.comparing(
                                    (Snapshot snapshot) -> snapshot.provenance().observedAt())
                            .thenComparing(Snapshot::provenance, store.preferred()))
                    .ifPresent(first -> all.add(between(first, known.current)));
        }
        return all;
    }

    private static InMemoryFollowerGrowth between(Snapshot first, Creator newest) {
        Duration span = Duration.between(
                first.provenance().observedAt(), newest.provenance().observedAt());
        return new InMemoryFollowerGrowth(
                newest, first.counts().followers().orElseThrow(), span.toMillis() / 86_400_000.0);
    }

    Optional<Double> rate() {
        return firstFollowers > 0 && days >= 7
                ? Optional.of(Math.pow((double) followers() / firstFollowers, 30 / days) - 1)
                : Optional.empty();
    }

    long followers() {
        return creator.counts().followers().orElseThrow();
    }
}
