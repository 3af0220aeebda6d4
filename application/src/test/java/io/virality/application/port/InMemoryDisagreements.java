package io.virality.application.port;

import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Disagreement;
import io.virality.domain.creator.Disagreement.Field;
import io.virality.domain.creator.Disagreement.Said;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Page;
import io.virality.domain.creator.Profile;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.insight.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Compares what is in memory, one by one. */
final class InMemoryDisagreements implements Disagreements {

    private final InMemoryStore store;

    InMemoryDisagreements(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Page<Disagreement> find(Optional<Field> field, long skipped, int limit) {
        List<Disagreement> all = new ArrayList<>();
        for (InMemoryStore.Known known : store.creators) {
            for (Field each : field.map(List::of).orElse(List.of(Field.values()))) {
                all.addAll(between(known, each));
            }
        }
        List<Disagreement> page = all.stream().skip(skipped).limit(limit).toList();
        return new Page<>(
                page,
                skipped + limit < all.size() ? Optional.of(String.valueOf(skipped + limit)) : Optional.empty(),
                all.size());
    }

    @Override
    public Statement statement(Optional<Field> field, long skipped, int limit) {
        return new Statement("memory", "loops");
    }

    private List<Disagreement> between(InMemoryStore.Known known, Field field) {
        List<Disagreement> found = new ArrayList<>();
        List<Said> profiles = known.profiles.values().stream()
                .flatMap(said ->
                        value(said.profile(), field).map(value -> new Said(value, told(said.provenance()))).stream())
                .sorted(Comparator.comparing(Said::provenance, store.preferred()))
                .toList();
        compare(known, field, profiles, found);
        TreeMap<Instant, List<Snapshot>> moments = new TreeMap<>();
        known.snapshots.values().forEach(snapshot -> moments.computeIfAbsent(
                        snapshot.provenance().observedAt(), at -> new ArrayList<>())
                .add(snapshot));
        for (List<Snapshot> moment : moments.values()) {
            // A snapshot without followers is nobody's current state.
            Comparator<Snapshot> unusableLast = Comparator.comparing(
                    snapshot -> snapshot.counts().followers().isEmpty());
            List<Said> counts = moment.stream()
                    .sorted(unusableLast.thenComparing(Snapshot::provenance, store.preferred()))
                    .flatMap(snapshot -> count(snapshot.counts(), field).stream()
                            .mapToObj(count -> new Said(String.valueOf(count), told(snapshot.provenance()))))
                    .toList();
            compare(known, field, counts, found);
        }
        return found;
    }

    private static void compare(InMemoryStore.Known known, Field field, List<Said> said, List<Disagreement> found) {
        said.stream()
                .skip(1)
                .filter(other -> !other.value().equals(said.get(0).value()))
                .forEach(other -> found.add(new Disagreement(
                        new Identity(
                                known.platform,
                                Optional.ofNullable(known.platformId),
                                Optional.ofNullable(known.handle)),
                        field,
                        said.get(0),
                        other)));
    }

    private static Optional<String> value(Profile profile, Field field) {
        return switch (field) {
            case NICKNAME -> profile.nickname();
            case BIOGRAPHY -> profile.biography();
            case BIO_LINK -> profile.bioLink();
            case REGION -> profile.region();
            case LANGUAGE -> profile.language();
            case CATEGORY -> profile.category();
            case VERIFIED -> profile.verified().map(String::valueOf);
            default -> Optional.empty();
        };
    }

    private static OptionalLong count(Counts counts, Field field) {
        return switch (field) {
            case FOLLOWERS -> counts.followers();
            case FOLLOWING -> counts.following();
            case LIKES -> counts.likes();
            case VIDEOS -> counts.videos();
            default -> OptionalLong.empty();
        };
    }

    private static Provenance told(Provenance provenance) {
        return new Provenance(
                provenance.source(),
                provenance.version(),
                provenance.origin(),
                provenance.freshness(),
                provenance.observedAt(),
                false);
    }
}
