package io.virality.application.port;

import io.virality.domain.creator.Creator;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.FollowerTrend;
import io.virality.domain.insight.GrowthSpikes;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The daily counts of the largest creators, by plain loops. */
final class InMemoryGrowthSpikes {

    private final InMemoryStore store;

    InMemoryGrowthSpikes(InMemoryStore store) {
        this.store = store;
    }

    Evidence gather(GrowthSpikes question) {
        List<InMemoryStore.Known> meant = InMemoryFollowerTrend.counted(store, question.handle());
        List<InMemoryStore.Known> largest = meant.stream()
                .sorted(Comparator.comparing((InMemoryStore.Known known) -> -followers(known.current))
                        .thenComparing(store.creators::indexOf))
                .limit(question.creators())
                .toList();
        Instant newest = InMemoryFollowerTrend.newest(store, largest);
        List<Row> rows = new ArrayList<>();
        List<Provenance> behind = new ArrayList<>();
        int watched = 0;
        for (InMemoryStore.Known known : largest) {
            Map<LocalDate, Snapshot> counts =
                    InMemoryFollowerTrend.lastOfEach(store, known, FollowerTrend.Step.DAY, newest, question.days());
            counts.forEach((day, snapshot) -> rows.add(row(known.current, day, snapshot)));
            if (counts.size() >= 15) {
                watched++;
                counts.values().forEach(snapshot -> behind.add(snapshot.provenance()));
            }
        }
        return new Evidence(
                new Statement("none", "computed in memory"),
                rows,
                Map.of(),
                watched,
                largest.size() - watched,
                behind.stream().map(Provenance::observedAt).max(Comparator.naturalOrder()),
                Origin.of(
                        behind.stream().anyMatch(provenance -> provenance.origin() == Origin.REAL),
                        behind.stream().anyMatch(provenance -> provenance.origin() == Origin.SIMULATED)));
    }

    private static Row row(Creator creator, LocalDate day, Snapshot snapshot) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("handle", creator.identity().handle().map(Handle::name).orElse(null));
        row.put("platform", creator.identity().platform().id());
        row.put("day", day.toString());
        row.put("followers", snapshot.counts().followers().orElseThrow());
        return new Row(row);
    }

    private static long followers(Creator creator) {
        return creator.counts().followers().orElseThrow();
    }
}
