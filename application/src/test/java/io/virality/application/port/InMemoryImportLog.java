package io.virality.application.port;

import io.virality.domain.ingest.ImportRun;
import io.virality.domain.ingest.ImportSummary;
import io.virality.domain.ingest.Tally;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps the log of imports in memory. */
final class InMemoryImportLog implements ImportLog {

    private final InMemoryStore store;

    InMemoryImportLog(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public long begin(String source, String version, Instant at) {
        long number = store.runs.size() + 1L;
        store.runs.add(new ImportRun(number, source, version, at, Optional.empty(), Tally.NONE, 0));
        return number;
    }

    @Override
    public void finish(long run, ImportSummary summary, Instant at) {
        store.runs.replaceAll(known -> known.number() == run
                ? new ImportRun(
                        run,
                        known.source(),
                        known.version(),
                        known.startedAt(),
                        Optional.of(at),
                        summary.tally(),
                        summary.rejected())
                : known);
    }

    @Override
    public List<ImportRun> runs() {
        return store.runs.stream()
                .sorted(Comparator.comparingLong(ImportRun::number).reversed())
                .toList();
    }
}
