package io.virality.application.port;

import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.FollowerTrend;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The trend of followers by plain loops; of fewer creators than are drawn. */
final class InMemoryFollowerTrend {

    private final InMemoryStore store;

    InMemoryFollowerTrend(InMemoryStore store) {
        this.store = store;
    }

    Evidence gather(FollowerTrend question) {
        List<InMemoryStore.Known> meant = counted(store, question.handle());
        Instant newest = newest(store, meant);
        Map<LocalDate, List<double[]>> steps = new TreeMap<>();
        Set<InMemoryStore.Known> told = new HashSet<>();
        List<Provenance> behind = new ArrayList<>();
        for (InMemoryStore.Known known : meant) {
            Map<LocalDate, Snapshot> counts = lastOfEach(store, known, question.period(), newest, question.days());
            counts.forEach((day, snapshot) -> {
                Snapshot before = counts.get(day.minusDays(question.period().days()));
                if (before != null) {
                    steps.computeIfAbsent(day, unknown -> new ArrayList<>())
                            .add(new double[] {followers(snapshot), Math.log(followers(snapshot) / followers(before))});
                    told.add(known);
                    behind.add(snapshot.provenance());
                }
            });
        }
        List<Row> rows = new ArrayList<>();
        steps.forEach((day, values) -> rows.add(row(day, values)));
        return new Evidence(
                new Statement("none", "computed in memory"),
                rows,
                Map.of(),
                told.size(),
                meant.size() - told.size(),
                behind.stream().map(Provenance::observedAt).max(Comparator.naturalOrder()),
                Origin.of(
                        behind.stream().anyMatch(provenance -> provenance.origin() == Origin.REAL),
                        behind.stream().anyMatch(provenance -> provenance.origin() == Origin.SIMULATED)));
    }

    private static Row row(LocalDate day, List<double[]> values) {
        double n = values.size();
        double mean = values.stream().mapToDouble(value -> value[1]).sum() / n;
        double squares = values.stream()
                .mapToDouble(value -> (value[1] - mean) * (value[1] - mean))
                .sum();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("day", day.toString());
        row.put("n", (long) values.size());
        row.put("followers", (long)
                values.stream().mapToDouble(value -> value[0]).sum());
        row.put("growth", Math.exp(mean) - 1);
        row.put("deviation", n < 2 ? null : Math.sqrt(squares / (n - 1)));
        return new Row(row);
    }

    /** Those that one source counted at two moments. */
    static List<InMemoryStore.Known> counted(InMemoryStore store, Optional<String> handle) {
        return store.creators.stream()
                .filter(known -> known.current != null)
                .filter(known -> handle.isEmpty()
                        || known.current.identity().handle().map(Handle::name).equals(handle))
                .filter(known -> InMemoryFollowerGrowth.of(store, known)
                        .filter(growth -> growth.days() > 0)
                        .isPresent())
                .toList();
    }

    static Instant newest(InMemoryStore store, List<InMemoryStore.Known> meant) {
        return meant.stream()
                .map(known -> InMemoryFollowerGrowth.of(store, known).orElseThrow())
                .map(growth -> growth.last().provenance().observedAt())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** The last count in each step, by the step's first day. */
    static Map<LocalDate, Snapshot> lastOfEach(
            InMemoryStore store, InMemoryStore.Known known, FollowerTrend.Step step, Instant newest, long days) {
        Map<LocalDate, Snapshot> last = new TreeMap<>();
        for (Snapshot snapshot : InMemoryFollowerGrowth.counts(store, known)) {
            Instant at = snapshot.provenance().observedAt();
            if (snapshot.counts().followers().orElse(0) > 0 && at.isAfter(newest.minus(Duration.ofDays(days)))) {
                LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
                LocalDate first = step == FollowerTrend.Step.DAY
                        ? day
                        : day.minusDays(day.getDayOfWeek().getValue() - 1L);
                last.put(first, snapshot);
            }
        }
        return last;
    }

    private static double followers(Snapshot snapshot) {
        return snapshot.counts().followers().orElseThrow();
    }
}
