package io.virality.application.port;

import io.virality.application.Failure;
import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Creator;
import io.virality.domain.creator.CreatorFilter;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Page;
import io.virality.domain.creator.Profile;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.engagement.ProviderRates;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.Tally;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Keeps creators in memory. */
final class InMemoryCreators implements Creators {

    private final InMemoryStore store;

    InMemoryCreators(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Tally record(List<CreatorObservation> observations) {
        return observations.stream().map(this::record).reduce(Tally.NONE, Tally::plus);
    }

    private Tally record(CreatorObservation observation) {
        Provenance provenance = observation.snapshot().provenance();
        store.noteSource(provenance);
        InMemoryStore.Known known = store.creator(observation.creator(), provenance.observedAt());
        Tally profile = recordProfile(known, observation.profile(), provenance);
        Tally snapshot = recordSnapshot(known, observation.snapshot());
        if (snapshot == null) {
            return profile == null ? new Tally(0, 0, 1) : profile;
        }
        return snapshot.unchanged() == 1 && profile != null && profile.unchanged() == 0 ? new Tally(0, 1, 0) : snapshot;
    }

    private Tally recordProfile(InMemoryStore.Known known, Profile profile, Provenance provenance) {
        if (profile.equals(Profile.UNKNOWN)) {
            return null;
        }
        String source = InMemoryStore.source(provenance);
        InMemoryStore.Said before = known.profiles.get(source);
        Profile merged = before == null ? profile : profile.orElse(before.profile());
        if (before != null
                && (merged.equals(before.profile())
                        || provenance.observedAt().isBefore(before.provenance().observedAt()))) {
            return new Tally(0, 0, 1);
        }
        known.profiles.put(source, new InMemoryStore.Said(merged, provenance));
        return before == null ? new Tally(1, 0, 0) : new Tally(0, 1, 0);
    }

    private Tally recordSnapshot(InMemoryStore.Known known, Snapshot snapshot) {
        boolean empty =
                snapshot.counts().equals(Counts.UNKNOWN) && snapshot.rates().equals(ProviderRates.NONE);
        if (empty) {
            return null;
        }
        Provenance provenance = snapshot.provenance();
        Optional<Snapshot> before = Optional.ofNullable(known.snapshots.get(InMemoryStore.key(provenance)));
        Optional<Snapshot> newest = provenance.timeAssumed()
                ? known.snapshots.values().stream()
                        .filter(other ->
                                InMemoryStore.source(other.provenance()).equals(InMemoryStore.source(provenance)))
                        .max(Comparator.comparing(other -> other.provenance().observedAt()))
                : Optional.empty();
        if (before.filter(other -> same(other, snapshot)).isPresent()
                || newest.filter(other -> same(other, snapshot)).isPresent()) {
            return new Tally(0, 0, 1);
        }
        known.snapshots.put(InMemoryStore.key(provenance), snapshot);
        return before.isPresent() || newest.isPresent() ? new Tally(0, 1, 0) : new Tally(1, 0, 0);
    }

    private static boolean same(Snapshot one, Snapshot other) {
        return one.counts().equals(other.counts()) && one.rates().equals(other.rates());
    }

    @Override
    public void refresh() {
        store.refresh();
    }

    @Override
    public Optional<Creator> find(Handle handle) {
        return store.holder(handle).map(known -> known.current);
    }

    @Override
    public Map<Long, Creator> numbered(Collection<Long> numbers) {
        Map<Long, Creator> creators = new LinkedHashMap<>();
        for (long number : numbers) {
            if (number <= store.creators.size() && store.creators.get((int) number - 1).current != null) {
                creators.put(number, store.creators.get((int) number - 1).current);
            }
        }
        return creators;
    }

    @Override
    public Page<Creator> search(CreatorFilter filter, RateDefinition definition) {
        List<Creator> matching = store.current().stream()
                .filter(creator -> matches(creator, filter))
                .sorted(order(filter.order(), definition))
                .toList();
        int start = filter.after().map(InMemoryCreators::position).orElse(0);
        int end = Math.min(start + filter.limit(), matching.size());
        return new Page<>(
                matching.subList(Math.min(start, end), end),
                end < matching.size() ? Optional.of(String.valueOf(end)) : Optional.empty(),
                matching.size());
    }

    private static int position(String cursor) {
        try {
            return Integer.parseInt(cursor);
        } catch (NumberFormatException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, "not a cursor: " + cursor, e);
        }
    }

    private static boolean matches(Creator creator, CreatorFilter filter) {
        OptionalLong followers = creator.counts().followers();
        return filter.search().stream()
                        .flatMap(search -> Arrays.stream(search.strip().split("\\s+")))
                        .allMatch(word -> contains(creator, word))
                && (filter.minFollowers().isEmpty()
                        || followers.isPresent()
                                && followers.getAsLong()
                                        >= filter.minFollowers().getAsLong())
                && (filter.maxFollowers().isEmpty()
                        || followers.isPresent()
                                && followers.getAsLong()
                                        <= filter.maxFollowers().getAsLong())
                && (filter.region().isEmpty()
                        || filter.region().equals(creator.profile().region()))
                && (filter.verified().isEmpty()
                        || filter.verified().equals(creator.profile().verified()));
    }

    private static boolean contains(Creator creator, String word) {
        String text = (word.startsWith("@") ? word.substring(1) : word).toLowerCase(Locale.ROOT);
        return List.of(
                        creator.identity().handle().map(Handle::name),
                        creator.profile().nickname(),
                        creator.profile().biography())
                .stream()
                .flatMap(Optional::stream)
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(text));
    }

    private static Comparator<Creator> order(CreatorFilter.Order order, RateDefinition definition) {
        Function<Creator, Long> followers =
                creator -> creator.counts().followers().isPresent()
                        ? creator.counts().followers().getAsLong()
                        : null;
        Function<Creator, Double> rate =
                creator -> creator.rate(definition).map(found -> found.value()).orElse(null);
        Function<Creator, String> handle =
                creator -> creator.identity().handle().map(Handle::name).orElse(null);
        return switch (order) {
            case FOLLOWERS -> nullsLast(followers, Comparator.naturalOrder());
            case FOLLOWERS_DESCENDING -> nullsLast(followers, Comparator.reverseOrder());
            case ENGAGEMENT -> nullsLast(rate, Comparator.naturalOrder());
            case ENGAGEMENT_DESCENDING -> nullsLast(rate, Comparator.reverseOrder());
            case HANDLE -> nullsLast(handle, Comparator.naturalOrder());
            case HANDLE_DESCENDING -> nullsLast(handle, Comparator.reverseOrder());
        };
    }

    private static <T> Comparator<Creator> nullsLast(Function<Creator, T> key, Comparator<T> order) {
        return Comparator.comparing(key, Comparator.nullsLast(order));
    }
}
