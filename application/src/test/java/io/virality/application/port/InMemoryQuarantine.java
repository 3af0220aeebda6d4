package io.virality.application.port;

import io.virality.domain.creator.Page;
import io.virality.domain.ingest.ImportRun;
import io.virality.domain.ingest.QuarantineGroup;
import io.virality.domain.ingest.QuarantinedRow;
import io.virality.domain.ingest.Rejection;
import io.virality.domain.ingest.RejectionGroup;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps rejected rows in memory. */
final class InMemoryQuarantine implements Quarantine {

    private final InMemoryStore store;

    InMemoryQuarantine(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void add(long run, List<Rejection> rejections) {
        String source = store.runs.stream()
                .filter(known -> known.number() == run)
                .map(ImportRun::source)
                .findFirst()
                .orElseThrow();
        for (Rejection rejection : rejections) {
            QuarantinedRow row = new QuarantinedRow(store.rejected.size() + 1L, run, source, rejection);
            if (of(Optional.of(run), store.rejected).size() < QuarantinedRow.MOST_KEPT) {
                store.quarantine.add(row);
            }
            store.rejected.add(row);
        }
    }

    @Override
    public void release(QuarantinedRow row) {
        store.quarantine.remove(row);
    }

    @Override
    public List<QuarantineGroup> groups(Optional<Long> run) {
        Map<List<Object>, QuarantineGroup> groups = new LinkedHashMap<>();
        for (QuarantinedRow row : of(run, store.rejected)) {
            Rejection rejection = row.rejection();
            groups.merge(
                    List.of(row.run(), rejection.reason()),
                    new QuarantineGroup(
                            row.run(),
                            row.source(),
                            new RejectionGroup(rejection.reason(), 1, rejection.position(), rejection.detail()),
                            kept(row)),
                    InMemoryQuarantine::plus);
        }
        return groups.values().stream()
                .sorted(Comparator.comparing(QuarantineGroup::run)
                        .thenComparing(group -> group.rejections().count())
                        .reversed()
                        .thenComparing(group -> group.rejections().reason()))
                .toList();
    }

    private long kept(QuarantinedRow row) {
        return store.quarantine.contains(row) ? 1 : 0;
    }

    private static QuarantineGroup plus(QuarantineGroup known, QuarantineGroup more) {
        RejectionGroup first = known.rejections();
        return new QuarantineGroup(
                known.run(),
                known.source(),
                new RejectionGroup(first.reason(), first.count() + 1, first.firstPosition(), first.example()),
                known.kept() + more.kept());
    }

    @Override
    public Page<QuarantinedRow> rows(Optional<Long> run, Optional<Long> after, int limit) {
        List<QuarantinedRow> all = of(run, store.quarantine);
        List<QuarantinedRow> rest =
                all.stream().filter(row -> row.number() > after.orElse(0L)).toList();
        List<QuarantinedRow> page = rest.stream().limit(limit).toList();
        return new Page<>(
                page,
                rest.size() > limit
                        ? Optional.of(String.valueOf(page.get(limit - 1).number()))
                        : Optional.empty(),
                all.size());
    }

    private static List<QuarantinedRow> of(Optional<Long> run, List<QuarantinedRow> rows) {
        return rows.stream().filter(row -> row.run() == run.orElse(row.run())).toList();
    }
}
