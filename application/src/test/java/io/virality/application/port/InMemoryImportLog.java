package io.virality.application.port;

import io.virality.domain.creator.Page;
import io.virality.domain.ingest.ImportRun;
import io.virality.domain.ingest.ImportRun.State;
import io.virality.domain.ingest.Tally;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps the log of imports in memory. */
final class InMemoryImportLog implements ImportLog {

    private final InMemoryStore store;

    InMemoryImportLog(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public long begin(String source, String version, Optional<String> contentHash, Instant at) {
        long number = store.runs.size() + 1L;
        store.runs.add(new ImportRun(
                number,
                source,
                version,
                State.RUNNING,
                at,
                Optional.empty(),
                Tally.NONE,
                0,
                contentHash,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        return number;
    }

    @Override
    public void resume(long run, ImportRun earlier) {
        change(
                run,
                known -> new ImportRun(
                        known.number(),
                        known.source(),
                        known.version(),
                        known.state(),
                        known.startedAt(),
                        known.endedAt(),
                        known.tally(),
                        known.rejected(),
                        known.contentHash(),
                        earlier.resumePoint(),
                        Optional.of(earlier.number()),
                        known.fault()));
    }

    @Override
    public void advance(long run, Tally tally, long rejected, Optional<String> position) {
        change(run, known -> copy(known, known.state(), known.endedAt(), tally, rejected, position, known.fault()));
    }

    @Override
    public void finish(long run, Instant at) {
        change(run, known -> end(known, State.FINISHED, at, Optional.empty()));
    }

    @Override
    public void breakOff(long run, String fault, Instant at) {
        change(run, known -> end(known, State.BROKEN_OFF, at, Optional.of(fault)));
    }

    private void change(long run, UnaryOperator<ImportRun> change) {
        store.runs.replaceAll(known -> known.number() == run ? change.apply(known) : known);
    }

    private static ImportRun end(ImportRun run, State state, Instant at, Optional<String> fault) {
        return copy(run, state, Optional.of(at), run.tally(), run.rejected(), run.resumePoint(), fault);
    }

    private static ImportRun copy(
            ImportRun run,
            State state,
            Optional<Instant> endedAt,
            Tally tally,
            long rejected,
            Optional<String> position,
            Optional<String> fault) {
        return new ImportRun(
                run.number(),
                run.source(),
                run.version(),
                state,
                run.startedAt(),
                endedAt,
                tally,
                rejected,
                run.contentHash(),
                position,
                run.resumes(),
                fault);
    }

    @Override
    public Optional<ImportRun> find(long run) {
        return store.runs.stream().filter(known -> known.number() == run).findFirst();
    }

    @Override
    public Optional<ImportRun> running() {
        return store.runs.stream()
                .filter(run -> run.state() == State.RUNNING)
                .max(Comparator.comparingLong(ImportRun::number));
    }

    @Override
    public Optional<ImportRun> latest(String source) {
        return store.runs.stream().filter(run -> run.source().equals(source)).reduce((earlier, later) -> later);
    }

    @Override
    public Page<ImportRun> runs(Optional<Long> before, int limit) {
        List<ImportRun> runs = store.runs.stream()
                .filter(run -> run.number() < before.orElse(Long.MAX_VALUE))
                .sorted(Comparator.comparingLong(ImportRun::number).reversed())
                .toList();
        List<ImportRun> page = runs.stream().limit(limit).toList();
        return new Page<>(
                page,
                runs.size() > limit
                        ? Optional.of(String.valueOf(page.get(limit - 1).number()))
                        : Optional.empty(),
                store.runs.size());
    }
}
