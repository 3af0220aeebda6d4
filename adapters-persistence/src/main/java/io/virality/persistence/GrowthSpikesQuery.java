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
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.SQLDataType;

final class GrowthSpikesQuery implements InsightQuery<GrowthSpikes> {

    private final InsightSql sql;

    GrowthSpikesQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(GrowthSpikes question) {
        Condition meant = FollowerCounts.counted(question.handle());
        List<CommonTableExpression<?>> given = List.of(
                FollowerCounts.chosen(meant, question.creators(), order(question)),
                FollowerCounts.counts(1, question.days()));
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
                .orderBy(FollowerCounts.NEWEST_FOLLOWERS.desc(), FollowerCounts.CREATOR, FollowerCounts.STEP);
        return sql.evidence(question, select, beside -> Units.of(basis(beside, given)));
    }

    /** The largest first; one creator alone is found faster by a look through the table than along that order. */
    private static OrderField<?>[] order(GrowthSpikes question) {
        return question.handle().isPresent()
                ? new OrderField<?>[] {CREATOR_STATE.CREATOR_ID}
                : new OrderField<?>[] {CREATOR_STATE.FOLLOWERS.desc(), CREATOR_STATE.CREATOR_ID};
    }

    private static InsightSql.Basis basis(InsightSql sql, List<CommonTableExpression<?>> given) {
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
                        max(watched.field("simulated_most", SQLDataType.INTEGER)),
                        FollowerCounts.howMany())
                .from(watched)
                .fetchSingle();
        return new InsightSql.Basis(
                behind.value1(),
                behind.value5() - behind.value1(),
                Optional.ofNullable(behind.value2()),
                JooqDataset.origin(behind.value3(), behind.value4()));
    }
}
