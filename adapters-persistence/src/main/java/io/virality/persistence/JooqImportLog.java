package io.virality.persistence;

import static io.virality.persistence.schema.Tables.IMPORT_RUN;

import io.virality.application.port.ImportLog;
import io.virality.domain.ingest.ImportRun;
import io.virality.domain.ingest.ImportSummary;
import io.virality.domain.ingest.Tally;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

final class JooqImportLog implements ImportLog {

    private final DSLContext jooq;

    @Inject
    JooqImportLog(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public long begin(String source, String version, Instant at) {
        return jooq.insertInto(IMPORT_RUN, IMPORT_RUN.SOURCE, IMPORT_RUN.VERSION, IMPORT_RUN.STARTED_AT)
                .values(source, version, at)
                .returningResult(IMPORT_RUN.ID)
                .fetchSingle()
                .value1();
    }

    @Override
    public void finish(long run, ImportSummary summary, Instant at) {
        jooq.update(IMPORT_RUN)
                .set(IMPORT_RUN.FINISHED_AT, at)
                .set(IMPORT_RUN.STORED, summary.tally().stored())
                .set(IMPORT_RUN.UPDATED, summary.tally().updated())
                .set(IMPORT_RUN.UNCHANGED, summary.tally().unchanged())
                .set(IMPORT_RUN.REJECTED, summary.rejected())
                .where(IMPORT_RUN.ID.eq((int) run))
                .execute();
    }

    @Override
    public List<ImportRun> runs() {
        return jooq.selectFrom(IMPORT_RUN)
                .orderBy(IMPORT_RUN.ID.desc())
                .fetch(row -> new ImportRun(
                        row.getId(),
                        row.getSource(),
                        row.getVersion(),
                        row.getStartedAt(),
                        Optional.ofNullable(row.getFinishedAt()),
                        new Tally(row.getStored(), row.getUpdated(), row.getUnchanged()),
                        row.getRejected()));
    }
}
