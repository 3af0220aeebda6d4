package io.virality.persistence;

import static io.virality.persistence.schema.Tables.IMPORT_RUN;
import static org.jooq.impl.DSL.noCondition;

import io.virality.application.port.ImportLog;
import io.virality.domain.creator.Page;
import io.virality.domain.ingest.ImportRun;
import io.virality.domain.ingest.Tally;
import io.virality.persistence.schema.tables.records.ImportRunRecord;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

final class JooqImportLog implements ImportLog {

    private final DSLContext jooq;
    private final Database database;

    @Inject
    JooqImportLog(DSLContext jooq, Database database) {
        this.jooq = jooq;
        this.database = database;
    }

    @Override
    public long begin(String source, String version, Optional<String> contentHash, Instant at) {
        return jooq.insertInto(
                        IMPORT_RUN,
                        IMPORT_RUN.SOURCE,
                        IMPORT_RUN.VERSION,
                        IMPORT_RUN.CONTENT_HASH,
                        IMPORT_RUN.STARTED_AT,
                        IMPORT_RUN.PROCESS)
                .values(source, version, contentHash.orElse(null), at, name(ProcessHandle.current()))
                .returningResult(IMPORT_RUN.ID)
                .fetchSingle()
                .value1();
    }

    @Override
    public void resume(long run, ImportRun earlier) {
        jooq.update(IMPORT_RUN)
                .set(IMPORT_RUN.RESUMES, (int) earlier.number())
                .set(IMPORT_RUN.RESUME_POINT, earlier.resumePoint().orElse(null))
                .where(IMPORT_RUN.ID.eq((int) run))
                .execute();
    }

    @Override
    public void advance(long run, Tally tally, long rejected, Optional<String> position) {
        jooq.update(IMPORT_RUN)
                .set(IMPORT_RUN.STORED, tally.stored())
                .set(IMPORT_RUN.UPDATED, tally.updated())
                .set(IMPORT_RUN.UNCHANGED, tally.unchanged())
                .set(IMPORT_RUN.REJECTED, rejected)
                .set(IMPORT_RUN.RESUME_POINT, position.orElse(null))
                .where(IMPORT_RUN.ID.eq((int) run))
                .execute();
    }

    @Override
    public void finish(long run, Instant at) {
        jooq.update(IMPORT_RUN)
                .set(IMPORT_RUN.FINISHED_AT, at)
                .where(IMPORT_RUN.ID.eq((int) run))
                .execute();
    }

    @Override
    public void breakOff(long run, String fault, Instant at) {
        jooq.update(IMPORT_RUN)
                .set(IMPORT_RUN.BROKEN_OFF_AT, at)
                .set(IMPORT_RUN.FAULT, fault)
                .where(IMPORT_RUN.ID.eq((int) run))
                .execute();
    }

    @Override
    public Optional<ImportRun> find(long run) {
        return run > Integer.MAX_VALUE
                ? Optional.empty()
                : jooq.selectFrom(IMPORT_RUN).where(IMPORT_RUN.ID.eq((int) run)).fetchOptional(JooqImportLog::run);
    }

    @Override
    public Optional<ImportRun> running() {
        return jooq
                .selectFrom(IMPORT_RUN)
                .where(IMPORT_RUN.FINISHED_AT.isNull())
                .and(IMPORT_RUN.BROKEN_OFF_AT.isNull())
                .orderBy(IMPORT_RUN.ID.desc())
                .fetch(JooqImportLog::run)
                .stream()
                .filter(run -> run.state() == ImportRun.State.RUNNING)
                .findFirst();
    }

    @Override
    public Optional<ImportRun> latest(String source) {
        if (!database.exists()) {
            // Asked before a source is opened: one that cannot be must not leave an empty file behind.
            return Optional.empty();
        }
        return jooq.selectFrom(IMPORT_RUN)
                .where(IMPORT_RUN.SOURCE.eq(source))
                .orderBy(IMPORT_RUN.ID.desc())
                .limit(1)
                .fetchOptional(JooqImportLog::run);
    }

    @Override
    public Page<ImportRun> runs(Optional<Long> before, int limit) {
        List<ImportRun> runs = new ArrayList<>(jooq.selectFrom(IMPORT_RUN)
                .where(before.map(number -> IMPORT_RUN.ID.lt((int) Math.min(number, Integer.MAX_VALUE)))
                        .orElse(noCondition()))
                .orderBy(IMPORT_RUN.ID.desc())
                .limit(limit + 1)
                .fetch(JooqImportLog::run));
        return Pages.of(runs, limit, run -> String.valueOf(run.number()), jooq.fetchCount(IMPORT_RUN));
    }

    /** Whether a living process works on an import. */
    static boolean isRunning(DSLContext jooq) {
        return jooq.selectFrom(IMPORT_RUN)
                .where(IMPORT_RUN.FINISHED_AT.isNull())
                .and(IMPORT_RUN.BROKEN_OFF_AT.isNull())
                .fetch(JooqImportLog::state)
                .contains(ImportRun.State.RUNNING);
    }

    private static ImportRun run(ImportRunRecord row) {
        return new ImportRun(
                row.getId(),
                row.getSource(),
                row.getVersion(),
                state(row),
                row.getStartedAt(),
                Optional.ofNullable(row.getFinishedAt()).or(() -> Optional.ofNullable(row.getBrokenOffAt())),
                new Tally(row.getStored(), row.getUpdated(), row.getUnchanged()),
                row.getRejected(),
                Optional.ofNullable(row.getContentHash()),
                Optional.ofNullable(row.getResumePoint()),
                Optional.ofNullable(row.getResumes()).map(Integer::longValue),
                Optional.ofNullable(row.getFault()));
    }

    private static ImportRun.State state(ImportRunRecord row) {
        if (row.getFinishedAt() != null) {
            return ImportRun.State.FINISHED;
        }
        return row.getBrokenOffAt() == null && lives(row.getProcess())
                ? ImportRun.State.RUNNING
                : ImportRun.State.BROKEN_OFF;
    }

    private static boolean lives(String process) {
        return process != null
                && ProcessHandle.of(Long.parseLong(process.substring(0, process.indexOf(' '))))
                        .filter(ProcessHandle::isAlive)
                        .filter(living -> name(living).equals(process))
                        .isPresent();
    }

    /** With its start, because numbers of processes are used again. */
    private static String name(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
