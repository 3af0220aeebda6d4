package io.virality.application.port;

import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Provenance;
import io.virality.domain.forecast.Forecaster;
import io.virality.domain.forecast.History;
import io.virality.domain.forecast.Metric;
import io.virality.domain.marketplace.Sale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Reads histories from memory. */
final class InMemoryHistories implements Histories {

    private static final double DAY_MILLIS = 86_400_000;

    private final InMemoryStore store;

    /** What was counted at a moment. */
    private record Seen(Instant at, OptionalLong count, Provenance provenance) {}

    InMemoryHistories(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<History> of(Handle handle, Metric metric) {
        return store.holder(handle).map(known -> history(known, metric));
    }

    @Override
    public List<History> sample(Metric metric, int most) {
        return store.creators.stream()
                .map(known -> history(known, metric))
                .filter(history -> observedDays(history, metric) >= Forecaster.FEWEST)
                .limit(most)
                .toList();
    }

    /** Of sales, only days with some: the others are made of silence. */
    private static long observedDays(History history, Metric metric) {
        List<Double> days = new ArrayList<>();
        for (int i = 0; i < history.times().length; i++) {
            if (metric != Metric.SALES || history.values()[i] > 0) {
                days.add(Math.floor(history.times()[i]));
            }
        }
        return days.stream().distinct().count();
    }

    private History history(InMemoryStore.Known known, Metric metric) {
        List<Seen> seen = seen(known, metric).stream()
                .filter(each -> each.count().isPresent())
                .toList();
        TreeMap<Double, Double> values = new TreeMap<>();
        for (Seen each : seen) {
            double days = each.at().toEpochMilli() / DAY_MILLIS;
            double count = each.count().getAsLong();
            if (metric == Metric.SALES) {
                values.merge(Math.floor(days), count, Double::sum);
            } else {
                values.merge(days, count, Math::max);
            }
        }
        if (metric == Metric.SALES && !values.isEmpty()) {
            double newest = new InMemoryMarket(store)
                    .ruling(Sale.class).stream()
                            .map(sale -> sale.fact().soldAt())
                            .max(Comparator.naturalOrder())
                            .map(at -> Math.floor(at.toEpochMilli() / DAY_MILLIS))
                            .orElseThrow();
            for (double day = values.firstKey(); day <= newest; day++) {
                values.putIfAbsent(day, 0.0);
            }
        }
        return new History(
                known.handle == null ? "id " + known.platformId : known.handle.name(),
                known.current == null
                        ? OptionalLong.empty()
                        : known.current.counts().followers(),
                values.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                values.values().stream().mapToDouble(Double::doubleValue).toArray(),
                Origin.of(
                        seen.stream().anyMatch(each -> each.provenance().origin() == Origin.REAL),
                        seen.stream().anyMatch(each -> each.provenance().origin() == Origin.SIMULATED)));
    }

    private List<Seen> seen(InMemoryStore.Known known, Metric metric) {
        return switch (metric) {
            case FOLLOWERS, LIKES, VIDEOS ->
                InMemoryFollowerGrowth.counts(store, known, counts -> count(counts, metric)).stream()
                        .map(snapshot -> new Seen(
                                snapshot.provenance().observedAt(),
                                count(snapshot.counts(), metric),
                                snapshot.provenance()))
                        .toList();
            case VIEWS ->
                store.growth.entrySet().stream()
                        .filter(won -> store.creators.get(won.getKey().creator()) == known)
                        .map(won -> new Seen(
                                won.getKey().period().until(),
                                won.getValue().growth().views(),
                                won.getValue().provenance()))
                        .toList();
            case SALES ->
                new InMemoryMarket(store)
                        .ruling(Sale.class).stream()
                                .filter(sale -> sale.creator() >= 0 && store.creators.get(sale.creator()) == known)
                                .map(sale -> new Seen(
                                        sale.fact().soldAt(),
                                        OptionalLong.of(sale.fact().units().orElse(1)),
                                        sale.provenance()))
                                .toList();
        };
    }

    private static OptionalLong count(Counts counts, Metric metric) {
        if (metric == Metric.LIKES) {
            return counts.likes();
        }
        return metric == Metric.VIDEOS ? counts.videos() : counts.followers();
    }
}
