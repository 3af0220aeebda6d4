package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR;
import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;

import io.virality.domain.growth.GrowthWatch;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.GrowthSpikes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

final class GrowthSpikesQuery implements InsightQuery<GrowthSpikes> {

    private final InsightSql sql;

    GrowthSpikesQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(GrowthSpikes question) {
        Condition meant = FollowerCounts.counted(question.handle());
        var largest = select(CREATOR_STATE.CREATOR_ID)
                .from(CREATOR_STATE)
                .where(meant)
                .orderBy(CREATOR_STATE.FOLLOWERS.desc(), CREATOR_STATE.CREATOR_ID)
                .limit(inline(question.creators()));
        List<CommonTableExpression<?>> given =
                List.of(FollowerCounts.chosen(largest), FollowerCounts.counts(1, question.days(), meant));
        var select = sql.jooq()
                .with(given)
                .select(
                        coalesce(CREATOR.HANDLE, CREATOR.PLATFORM_ID).as("handle"),
                        CREATOR.PLATFORM,
                        FollowerCounts.day(1, FollowerCounts.STEP).as("day"),
                        FollowerCounts.FOLLOWERS)
                .from(given.get(1))
                .join(CREATOR)
                .on(CREATOR.ID.eq(FollowerCounts.CREATOR))
                .join(CREATOR_STATE)
                .on(CREATOR_STATE.CREATOR_ID.eq(CREATOR.ID))
                .orderBy(CREATOR_STATE.FOLLOWERS.desc(), CREATOR.ID, FollowerCounts.STEP);
        return sql.evidence(question, select, Map.of(), basis(given, meant, question.creators()));
    }

    private InsightSql.Basis basis(List<CommonTableExpression<?>> given, Condition meant, long most) {
        Field<Integer> simulated = FollowerCounts.SIMULATED.coerce(SQLDataType.INTEGER);
        var watched = select(
                        FollowerCounts.CREATOR,
                        max(FollowerCounts.OBSERVED_AT).as(CREATOR_STATE.OBSERVED_AT),
                        min(simulated).as("simulated_least"),
                        max(simulated).as("simulated_most"))
                .from(given.get(1))
                .groupBy(FollowerCounts.CREATOR)
                .having(count().ge(inline(GrowthWatch.FEWEST_COUNTS)))
                .asTable("watched");
        var behind = sql.jooq()
                .with(given)
                .select(
                        count(),
                        max(watched.field(CREATOR_STATE.OBSERVED_AT)),
                        min(watched.field("simulated_least", SQLDataType.INTEGER)),
                        max(watched.field("simulated_most", SQLDataType.INTEGER)))
                .from(watched)
                .fetchSingle();
        long all = sql.jooq().fetchCount(CREATOR_STATE, meant);
        return new InsightSql.Basis(
                behind.value1(),
                Math.min(all, most) - behind.value1(),
                Optional.ofNullable(behind.value2()),
                JooqDataset.origin(behind.value3(), behind.value4()));
    }
}
