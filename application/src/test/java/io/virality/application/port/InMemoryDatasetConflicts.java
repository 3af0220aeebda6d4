package io.virality.application.port;

import io.virality.domain.creator.Disagreement;
import io.virality.domain.creator.Origin;
import io.virality.domain.ingest.QuarantinedRow;
import io.virality.domain.insight.DatasetConflicts;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares everything with everything else. */
final class InMemoryDatasetConflicts {

    private final InMemoryStore store;

    InMemoryDatasetConflicts(InMemoryStore store) {
        this.store = store;
    }

    Evidence gather() {
        List<Row> rows = new ArrayList<>();
        add(rows, DatasetConflicts.SHARED_HANDLE, null, sharedHandles());
        add(rows, DatasetConflicts.REPEATED_VIDEO, null, repeatedVideos());
        Map<String, Long> disputed = new TreeMap<>();
        for (Disagreement disagreement : new InMemoryDisagreements(store)
                .find(Optional.empty(), 0, Integer.MAX_VALUE)
                .items()) {
            disputed.merge(disagreement.field().id(), 1L, Long::sum);
        }
        addMostFirst(rows, DatasetConflicts.DISAGREEMENT, disputed);
        Map<String, Long> rejected = new TreeMap<>();
        for (QuarantinedRow row : store.rejected) {
            rejected.merge(row.rejection().reason(), 1L, Long::sum);
        }
        addMostFirst(rows, DatasetConflicts.QUARANTINE, rejected);
        return new Evidence(
                new Statement("none", "computed in memory"),
                rows,
                Map.of(),
                rows.stream().mapToLong(row -> row.count("n")).sum(),
                0,
                rows.isEmpty() ? Optional.empty() : InMemoryDataset.asOf(store.current()),
                rows.isEmpty() ? Origin.REAL : InMemoryDataset.origin(store.current()));
    }

    private long sharedHandles() {
        Map<Object, Integer> holders = new HashMap<>();
        for (InMemoryStore.Known known : store.creators) {
            if (known.handle != null) {
                holders.merge(known.handle, 1, Integer::sum);
            }
        }
        return holders.values().stream().filter(count -> count > 1).count();
    }

    private long repeatedVideos() {
        long repeated = 0;
        for (InMemoryStore.Known known : store.creators) {
            Map<List<Object>, Integer> posts = new HashMap<>();
            for (InMemoryStore.Post post : known.videos.values()) {
                if (post.details.postedAt().isPresent()
                        && post.details.caption().isPresent()
                        && posts.merge(List.of(post.details.postedAt(), post.details.caption()), 1, Integer::sum) > 1) {
                    repeated++;
                }
            }
        }
        return repeated;
    }

    private static void addMostFirst(List<Row> rows, String finding, Map<String, Long> counts) {
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> add(rows, finding, entry.getKey(), entry.getValue()));
    }

    private static void add(List<Row> rows, String finding, String detail, long n) {
        if (n > 0) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("finding", finding);
            values.put("detail", detail);
            values.put("n", n);
            rows.add(new Row(values));
        }
    }
}
