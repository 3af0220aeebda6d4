package io.virality.application.port;

import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Creator;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What a creator won between two counts of one source.
 *
 * @param creator whom
 * @param first the oldest count of its followers
 * @param last the newest one
 */
record InMemoryFollowerGrowth(Creator creator, Snapshot first, Snapshot last) {

    static List<InMemoryFollowerGrowth> of(InMemoryStore store) {
        return store.creators.stream()
                .map(known -> of(store, known))
                .flatMap(Optional::stream)
                .toList();
    }

    static Optional<InMemoryFollowerGrowth> of(InMemoryStore store, InMemoryStore.Known known) {
        List<Snapshot> counts = counts(store, known);
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(new InMemoryFollowerGrowth(known.current, counts.get(0), counts.get(counts.size() - 1)));
    }

    static List<Snapshot> counts(InMemoryStore store, InMemoryStore.Known known) {
        return counts(store, known, Counts::followers);
    }

    /** What the source told that counted something of the creator for the longest time, oldest first. */
    static List<Snapshot> counts(
            InMemoryStore store, InMemoryStore.Known known, Function<Counts, OptionalLong> counted) {
        Map<String, List<Snapshot>> bySource = new LinkedHashMap<>();
        known.snapshots.values().stream()
                .filter(snapshot -> counted.apply(snapshot.counts()).isPresent())
                .sorted(Comparator.comparing(InMemoryFollowerGrowth::at))
                .forEach(snapshot -> bySource.computeIfAbsent(
                                InMemoryStore.source(snapshot.provenance()), unknown -> new ArrayList<>())
                        .add(snapshot));
        List<Snapshot> longest = List.of();
        for (List<Snapshot> counts : bySource.values()) {
            if (longest.isEmpty() || isBefore(store, counts, longest)) {
                longest = counts;
            }
        }
        return longest;
    }

    private static boolean isBefore(InMemoryStore store, List<Snapshot> one, List<Snapshot> other) {
        int longer = span(one).compareTo(span(other));
        return longer > 0 || longer == 0 && store.preferred().compare(newest(one), newest(other)) < 0;
    }

    private static Duration span(List<Snapshot> counts) {
        return Duration.between(at(counts.get(0)), at(counts.get(counts.size() - 1)));
    }

    private static Provenance newest(List<Snapshot> counts) {
        return counts.get(counts.size() - 1).provenance();
    }

    private static Instant at(Snapshot snapshot) {
        return snapshot.provenance().observedAt();
    }

    double days() {
        return Duration.between(at(first), at(last)).toMillis() / 86_400_000.0;
    }

    Optional<Double> rate() {
        return firstFollowers() > 0 && days() >= 7
                ? Optional.of(Math.pow((double) followers() / firstFollowers(), 30 / days()) - 1)
                : Optional.empty();
    }

    long firstFollowers() {
        return first.counts().followers().orElseThrow();
    }

    long followers() {
        return last.counts().followers().orElseThrow();
    }
}
