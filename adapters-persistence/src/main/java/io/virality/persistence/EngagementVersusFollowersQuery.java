package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rank;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sqrt;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.virality.domain.insight.EngagementVersusFollowers;
import io.virality.domain.insight.Evidence;
import java.math.BigDecimal;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

final class EngagementVersusFollowersQuery implements InsightQuery<EngagementVersusFollowers> {

    private static final Field<Double> RATE = field(name("rate"), SQLDataType.DOUBLE);
    private static final Field<String> GROUP = field(name("creators"), SQLDataType.CLOB);
    private static final Field<Long> EDGE = field(name("edge"), SQLDataType.BIGINT);

    private final InsightSql sql;

    EngagementVersusFollowersQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(EngagementVersusFollowers question) {
        Field<Double> rate = RateColumns.of(question.definition()).rate();
        Condition known = CREATOR_STATE.FOLLOWERS.isNotNull();
        Field<String> all = inline(EngagementVersusFollowers.ALL);
        Table<?> rated = select(all.as(GROUP), inline(-1L).as(EDGE), CREATOR_STATE.FOLLOWERS, rate.as(RATE))
                .from(CREATOR_STATE)
                .where(rate.isNotNull())
                .and(known)
                .unionAll(select(
                                InsightSql.tier(question.tiers(), CREATOR_STATE.FOLLOWERS),
                                CREATOR_STATE.FOLLOWERS,
                                CREATOR_STATE.FOLLOWERS,
                                rate)
                        .from(CREATOR_STATE)
                        .where(rate.isNotNull())
                        .and(known))
                .asTable("rated");
        Field<Long> followers = rated.field(CREATOR_STATE.FOLLOWERS);
        Field<Double> x = field(name("x"), SQLDataType.DOUBLE);
        Field<Double> y = field(name("y"), SQLDataType.DOUBLE);
        Table<?> ranked = select(
                        GROUP,
                        EDGE,
                        centredRank(followers).as(x),
                        centredRank(RATE).as(y))
                .from(rated)
                .asTable("ranked");
        Field<Double> spread = sqrt(sum(x.mul(x))).mul(sqrt(sum(y.mul(y)))).coerce(SQLDataType.DOUBLE);
        // A division by zero gives null: equal values have no correlation.
        Field<Double> correlation = when(
                count().ge((int) question.fewest()),
                sum(x.mul(y)).coerce(SQLDataType.DOUBLE).div(spread));
        return sql.evidence(
                question,
                sql.jooq()
                        .select(GROUP, count().as("n"), correlation.as("correlation"))
                        .from(ranked)
                        .groupBy(GROUP)
                        .orderBy(min(EDGE)),
                Map.of(),
                sql.ofCreators(known, rate));
    }

    /** A value's rank within its group less the mean rank; equal values share the mean of their ranks. */
    private static Field<Double> centredRank(Field<?> value) {
        return rank().over(partitionBy(GROUP).orderBy(value))
                .plus(count().over(partitionBy(GROUP, value))
                        .minus(count().over(partitionBy(GROUP)))
                        .div(inline(new BigDecimal("2.0"))))
                .minus(1)
                .coerce(SQLDataType.DOUBLE);
    }
}
