package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.FastestGrowing;
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
        Field<Double> days = FollowerGrowth.days(CREATOR_STATE.FIRST_OBSERVED_AT, CREATOR_STATE.OBSERVED_AT);
        Condition meant = CREATOR_STATE
                .FIRST_FOLLOWERS
                .gt(question.minFollowers())
                .and(days.ge(inline(question.minDays()).coerce(SQLDataType.DOUBLE)));
        return sql.evidence(
                question,
                sql.jooq()
                        .select(
                                CREATOR_STATE.HANDLE,
                                CREATOR_STATE.NICKNAME,
                                CREATOR_STATE.FIRST_FOLLOWERS,
                                CREATOR_STATE.FOLLOWERS,
                                FollowerGrowth.RATE.as("growth"),
                                days.as("days"))
                        .from(CREATOR_STATE)
                        .where(meant)
                        .orderBy(
                                FollowerGrowth.RATE.desc(),
                                CREATOR_STATE.FOLLOWERS.desc(),
                                CREATOR_STATE.HANDLE,
                                CREATOR_STATE.CREATOR_ID)
                        .limit(inline(question.limit())),
                beside -> Units.of(beside.ofCreators(
                        CREATOR_STATE.FIRST_FOLLOWERS.gt(question.minFollowers()), when(meant, FollowerGrowth.RATE))));
    }
}
