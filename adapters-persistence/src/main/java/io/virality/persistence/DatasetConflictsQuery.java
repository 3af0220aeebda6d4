package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR;
import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.REJECTION_GROUP;
import static io.virality.persistence.schema.Tables.VIDEO;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import io.virality.domain.creator.Origin;
import io.virality.domain.insight.DatasetConflicts;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Row;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.SQLDataType;

final class DatasetConflictsQuery implements InsightQuery<DatasetConflicts> {

    private static final Name DISAGREEMENTS = name("disagreements");
    private static final Field<String> FINDING = field(name("finding"), SQLDataType.CLOB);
    private static final Field<String> DETAIL = field(name("detail"), SQLDataType.CLOB);
    private static final Field<Integer> PLACE = field(name("place"), SQLDataType.INTEGER);
    private static final Field<Integer> TIMES = field(name("times"), SQLDataType.INTEGER);

    private final InsightSql sql;
    private final JooqDisagreements disagreements;

    DatasetConflictsQuery(InsightSql sql) {
        this.sql = sql;
        this.disagreements = new JooqDisagreements(sql.jooq());
    }

    @Override
    public Evidence gather(DatasetConflicts question) {
        Field<String> none = castNull(SQLDataType.CLOB);
        var handles = select(CREATOR.HANDLE)
                .from(CREATOR)
                .where(CREATOR.HANDLE.isNotNull())
                .groupBy(CREATOR.PLATFORM, CREATOR.HANDLE)
                .having(count().gt(inline(1)))
                .asTable("shared_handles");
        var videos = select(count().minus(inline(1)).as(TIMES))
                .from(VIDEO)
                .where(VIDEO.CREATOR_ID.isNotNull())
                .and(VIDEO.POSTED_AT.isNotNull())
                .and(VIDEO.CAPTION.isNotNull())
                .groupBy(VIDEO.CREATOR_ID, VIDEO.POSTED_AT, VIDEO.CAPTION)
                .having(count().gt(inline(1)))
                .asTable("repeated_videos");
        var found = select(
                        inline(0).as(PLACE),
                        inline(DatasetConflicts.SHARED_HANDLE).as(FINDING),
                        none.as(DETAIL),
                        count().as(InsightSql.N))
                .from(handles)
                .unionAll(select(
                                inline(1),
                                inline(DatasetConflicts.REPEATED_VIDEO),
                                none,
                                sum(TIMES).coerce(SQLDataType.INTEGER))
                        .from(videos))
                .unionAll(
                        select(inline(2), inline(DatasetConflicts.DISAGREEMENT), JooqDisagreements.FIELD_NAME, count())
                                .from(table(DISAGREEMENTS))
                                .groupBy(JooqDisagreements.FIELD_NAME))
                .unionAll(select(
                                inline(3),
                                inline(DatasetConflicts.QUARANTINE),
                                REJECTION_GROUP.REASON,
                                sum(REJECTION_GROUP.REJECTED).coerce(SQLDataType.INTEGER))
                        .from(REJECTION_GROUP)
                        .groupBy(REJECTION_GROUP.REASON))
                .asTable("found");
        return sql.evidenceOfRows(
                question,
                sql.jooq()
                        .with(DISAGREEMENTS.as(disagreements.all(Optional.empty())))
                        .select(FINDING, DETAIL, InsightSql.N)
                        .from(found)
                        .where(InsightSql.N.gt(inline(0)))
                        .orderBy(PLACE, InsightSql.N.desc(), DETAIL),
                this::basis);
    }

    private InsightSql.Basis basis(List<Row> rows) {
        InsightSql.Basis creators = sql.ofCreators(noCondition(), CREATOR_STATE.CREATOR_ID);
        return new InsightSql.Basis(
                rows.stream().mapToLong(row -> row.count("n")).sum(),
                0,
                rows.isEmpty() ? Optional.empty() : creators.asOf(),
                rows.isEmpty() ? Origin.REAL : creators.origin());
    }
}
