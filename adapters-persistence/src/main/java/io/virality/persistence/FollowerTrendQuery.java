package io.virality.persistence;

import static io.virality.persistence.InsightSql.VALUE;
import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.exp;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lag;
import static org.jooq.impl.DSL.ln;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sqrt;
import static org.jooq.impl.DSL.sum;

import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.FollowerTrend;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

final class FollowerTrendQuery implements InsightQuery<FollowerTrend> {

    /** Knuth's multiplier: neighbours in the store end up far from each other. */
    private static final long SCATTER = 2_654_435_761L;

    private static final long SCATTERED_TO = 4_294_967_296L;

    private static final Field<Long> STEP = field(name("step"), SQLDataType.BIGINT);
    private static final Field<Long> STEP_BEFORE = field(name("step_before"), SQLDataType.BIGINT);
    private static final Field<Long> FOLLOWERS = field(name("followers"), SQLDataType.BIGINT);
    private static final Field<Long> FOLLOWERS_BEFORE = field(name("followers_before"), SQLDataType.BIGINT);

    private final InsightSql sql;

    FollowerTrendQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(FollowerTrend question) {
        Condition meant = FollowerCounts.counted(question.handle());
        int daysAStep = question.period().days();
        List<CommonTableExpression<?>> given = List.of(
                FollowerCounts.chosen(
                        meant,
                        question.creators(),
                        CREATOR_STATE
                                .CREATOR_ID
                                .coerce(SQLDataType.BIGINT)
                                .mul(inline(SCATTER))
                                .mod(inline(SCATTERED_TO))),
                FollowerCounts.counts(daysAStep, question.days()),
                steps());
        Table<?> steps = given.get(2);
        Field<Double> n = count().cast(SQLDataType.DOUBLE);
        Field<Double> mean = avg(VALUE).coerce(SQLDataType.DOUBLE);
        Field<Double> variance = greatest(
                        inline(0).coerce(SQLDataType.DOUBLE),
                        avg(VALUE.mul(VALUE)).coerce(SQLDataType.DOUBLE).minus(mean.mul(mean)))
                .mul(n)
                .div(nullif(n.minus(inline(1)), inline(0.0)));
        var select = sql.jooq()
                .with(given)
                .select(
                        FollowerCounts.day(daysAStep, STEP).as("day"),
                        count().as("n"),
                        sum(FOLLOWERS).as("followers"),
                        exp(mean).minus(inline(1)).as("growth"),
                        sqrt(variance).as("deviation"))
                .from(steps)
                .where(STEP_BEFORE.eq(STEP.minus(inline(1L))))
                .groupBy(STEP)
                .orderBy(STEP);
        return sql.evidence(question, select, beside -> Units.of(basis(beside, given)));
    }

    /** Each creator's count beside the one before. */
    private static CommonTableExpression<?> steps() {
        var before = partitionBy(FollowerCounts.CREATOR).orderBy(FollowerCounts.STEP);
        Table<?> beside = select(
                        FollowerCounts.CREATOR,
                        FollowerCounts.STEP,
                        FollowerCounts.FOLLOWERS,
                        FollowerCounts.OBSERVED_AT,
                        FollowerCounts.SIMULATED,
                        lag(FollowerCounts.STEP).over(before).as(STEP_BEFORE),
                        lag(FollowerCounts.FOLLOWERS).over(before).as(FOLLOWERS_BEFORE))
                .from(name("counts"))
                .asTable("beside");
        return name("steps")
                .as(select(beside.fields())
                        .select(ln(FOLLOWERS.cast(SQLDataType.DOUBLE).div(FOLLOWERS_BEFORE))
                                .as(VALUE))
                        .from(beside));
    }

    private static InsightSql.Basis basis(InsightSql sql, List<CommonTableExpression<?>> given) {
        Field<Integer> simulated = field(name("simulated"), SQLDataType.INTEGER);
        Field<Instant> observedAt = field(name("observed_at"), CREATOR_STATE.OBSERVED_AT.getDataType());
        var behind = sql.jooq()
                .with(given)
                .select(
                        countDistinct(field(name("creator_id"))),
                        max(observedAt),
                        min(simulated),
                        max(simulated),
                        FollowerCounts.howMany())
                .from(given.get(2))
                .where(STEP_BEFORE.eq(STEP.minus(inline(1L))))
                .fetchSingle();
        return new InsightSql.Basis(
                behind.value1(),
                behind.value5() - behind.value1(),
                Optional.ofNullable(behind.value2()),
                JooqDataset.origin(behind.value3(), behind.value4()));
    }
}
