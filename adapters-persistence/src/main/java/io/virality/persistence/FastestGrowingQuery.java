package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.selectCount;

import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.FastestGrowing;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

final class FastestGrowingQuery implements InsightQuery<FastestGrowing> {

    private final InsightSql sql;

    FastestGrowingQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(FastestGrowing question) {
        Field<Double> days = FollowerGrowth.days(CREATOR_STATE.FIRST_OBSERVED_AT, CREATOR_STATE.LAST_OBSERVED_AT);
        Condition large = CREATOR_STATE.FIRST_FOLLOWERS.gt(question.minFollowers());
        Condition meant = large.and(days.ge(inline(question.minDays()).coerce(SQLDataType.DOUBLE)));
        return sql.evidence(
                question,
                sql.jooq()
                        .select(
                                CREATOR_STATE.HANDLE,
                                CREATOR_STATE.NICKNAME,
                                CREATOR_STATE.FIRST_FOLLOWERS,
                                CREATOR_STATE.LAST_FOLLOWERS.as("followers"),
                                FollowerGrowth.RATE.as("growth"),
                                days.as("days"))
                        .from(CREATOR_STATE)
                        .where(meant)
                        .orderBy(
                                FollowerGrowth.RATE.desc(),
                                CREATOR_STATE.LAST_FOLLOWERS.desc(),
                                CREATOR_STATE.HANDLE,
                                CREATOR_STATE.CREATOR_ID)
                        .limit(inline(question.limit())),
                beside -> Units.of(basis(beside, large, meant.and(FollowerGrowth.RATE.isNotNull()))));
    }

    private static InsightSql.Basis basis(InsightSql sql, Condition large, Condition measured) {
        Field<Integer> simulated = FollowerGrowth.SIMULATED.coerce(SQLDataType.INTEGER);
        var behind = sql.jooq()
                .select(
                        count(),
                        field(selectCount().from(CREATOR_STATE).where(large)),
                        max(CREATOR_STATE.LAST_OBSERVED_AT),
                        min(simulated),
                        max(simulated))
                .from(CREATOR_STATE)
                .where(measured)
                .fetchSingle();
        return new InsightSql.Basis(
                behind.value1(),
                behind.value2() - behind.value1(),
                Optional.ofNullable(behind.value3()),
                JooqDataset.origin(behind.value4(), behind.value5()));
    }
}
