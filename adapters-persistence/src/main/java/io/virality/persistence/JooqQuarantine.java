package io.virality.persistence;

import static io.virality.persistence.schema.Tables.IMPORT_RUN;
import static io.virality.persistence.schema.Tables.QUARANTINE;
import static io.virality.persistence.schema.Tables.REJECTION_GROUP;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectCount;

import io.virality.application.port.Quarantine;
import io.virality.domain.creator.Page;
import io.virality.domain.ingest.QuarantineGroup;
import io.virality.domain.ingest.QuarantinedRow;
import io.virality.domain.ingest.Rejection;
import io.virality.domain.ingest.RejectionGroup;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

final class JooqQuarantine implements Quarantine {

    private final DSLContext jooq;
    private final DirectStatements direct;

    @Inject
    JooqQuarantine(DSLContext jooq, DirectStatements direct) {
        this.jooq = jooq;
        this.direct = direct;
    }

    @Override
    public void add(long run, List<Rejection> rejections) {
        if (rejections.isEmpty()) {
            return;
        }
        direct.run(statements -> {
            add(statements, run, rejections);
            return null;
        });
    }

    private static void add(Statements statements, long run, List<Rejection> rejections) throws SQLException {
        // All that were ever counted, not all that are kept: released rows make no room.
        long counted = statements.first(
                "select coalesce(sum(rejected), 0) from rejection_group where import_id = ?",
                row -> row.getLong(1),
                run);
        for (Rejection rejection : rejections) {
            statements.update(
                    "insert into rejection_group (import_id, reason, rejected, first_position, example)"
                            + " values (?, ?, 1, ?, ?)"
                            + " on conflict (import_id, reason) do update set rejected = rejected + 1",
                    run,
                    rejection.reason(),
                    rejection.position(),
                    rejection.detail());
            if (counted++ < QuarantinedRow.MOST_KEPT) {
                statements.update(
                        "insert into quarantine (import_id, position, reason, detail, raw, fields, field)"
                                + " values (?, ?, ?, ?, ?, ?, ?)",
                        run,
                        rejection.position(),
                        rejection.reason(),
                        rejection.detail(),
                        rejection.raw(),
                        rejection.fields().orElse(null),
                        rejection.field().orElse(null));
            }
        }
    }

    @Override
    public void release(QuarantinedRow row) {
        jooq.deleteFrom(QUARANTINE).where(QUARANTINE.ID.eq((int) row.number())).execute();
    }

    @Override
    public List<QuarantineGroup> groups(Optional<Long> run) {
        Field<Integer> kept = field(selectCount()
                .from(QUARANTINE)
                .where(QUARANTINE.IMPORT_ID.eq(REJECTION_GROUP.IMPORT_ID))
                .and(QUARANTINE.REASON.eq(REJECTION_GROUP.REASON)));
        return jooq.select(REJECTION_GROUP.fields())
                .select(IMPORT_RUN.SOURCE, kept)
                .from(REJECTION_GROUP)
                .join(IMPORT_RUN)
                .on(IMPORT_RUN.ID.eq(REJECTION_GROUP.IMPORT_ID))
                .where(run.map(number -> REJECTION_GROUP.IMPORT_ID.eq(id(number)))
                        .orElse(noCondition()))
                .orderBy(REJECTION_GROUP.IMPORT_ID.desc(), REJECTION_GROUP.REJECTED.desc(), REJECTION_GROUP.REASON)
                .fetch(row -> new QuarantineGroup(
                        row.get(REJECTION_GROUP.IMPORT_ID),
                        row.get(IMPORT_RUN.SOURCE),
                        new RejectionGroup(
                                row.get(REJECTION_GROUP.REASON),
                                row.get(REJECTION_GROUP.REJECTED),
                                row.get(REJECTION_GROUP.FIRST_POSITION),
                                row.get(REJECTION_GROUP.EXAMPLE)),
                        row.get(kept)));
    }

    @Override
    public Page<QuarantinedRow> rows(Optional<Long> run, Optional<Long> after, int limit) {
        Condition meant = run.map(number -> QUARANTINE.IMPORT_ID.eq(id(number))).orElse(noCondition());
        List<QuarantinedRow> rows = jooq.select(QUARANTINE.fields())
                .select(IMPORT_RUN.SOURCE)
                .from(QUARANTINE)
                .join(IMPORT_RUN)
                .on(IMPORT_RUN.ID.eq(QUARANTINE.IMPORT_ID))
                .where(meant)
                .and(after.map(number -> QUARANTINE.ID.gt(id(number))).orElse(noCondition()))
                .orderBy(QUARANTINE.ID)
                .limit(limit + 1)
                .fetch(JooqQuarantine::row);
        return Pages.of(rows, limit, row -> String.valueOf(row.number()), jooq.fetchCount(QUARANTINE, meant));
    }

    /** No row has the greatest number. */
    private static int id(long number) {
        return (int) Math.min(number, Integer.MAX_VALUE);
    }

    private static QuarantinedRow row(Record row) {
        return new QuarantinedRow(
                row.get(QUARANTINE.ID),
                row.get(QUARANTINE.IMPORT_ID),
                row.get(IMPORT_RUN.SOURCE),
                new Rejection(
                        row.get(QUARANTINE.POSITION),
                        row.get(QUARANTINE.REASON),
                        row.get(QUARANTINE.DETAIL),
                        row.get(QUARANTINE.RAW),
                        Optional.ofNullable(row.get(QUARANTINE.FIELDS)),
                        Optional.ofNullable(row.get(QUARANTINE.FIELD))));
    }
}
