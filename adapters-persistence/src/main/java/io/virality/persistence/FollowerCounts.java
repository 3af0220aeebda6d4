package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_SNAPSHOT;
import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.SOURCE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;

import java.time.Instant;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.OrderField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * Chosen creators' counts of followers in steps of days, each creator's by the source that tells its growth: the last count
 * in each step, above zero.
 */
final class FollowerCounts {

    private static final Name CHOSEN = name("chosen");
    private static final Name COUNTS = name("counts");

    static final Field<Integer> CREATOR = field(COUNTS.append("creator_id"), SQLDataType.INTEGER);
    static final Field<Long> NEWEST_FOLLOWERS = field(COUNTS.append("newest_followers"), SQLDataType.BIGINT);
    static final Field<Long> STEP = field(COUNTS.append("step"), SQLDataType.BIGINT);
    static final Field<Long> FOLLOWERS = field(COUNTS.append("followers"), SQLDataType.BIGINT);
    static final Field<Instant> OBSERVED_AT =
            field(COUNTS.append("observed_at"), CREATOR_STATE.OBSERVED_AT.getDataType());
    static final Field<Boolean> SIMULATED = field(COUNTS.append("simulated"), SQLDataType.BOOLEAN);

    private FollowerCounts() {}

    /** Those that one source counted at two moments: one of them, or all. */
    static Condition counted(Optional<String> handle) {
        return CREATOR_STATE
                .FOLLOWERS
                .isNotNull()
                .and(CREATOR_STATE.FIRST_OBSERVED_AT.lt(CREATOR_STATE.LAST_OBSERVED_AT))
                .and(handle.<Condition>map(name -> CREATOR_STATE.HANDLE.eq(name))
                        .orElse(noCondition()));
    }

    /** The first so many of them, in an order. */
    static CommonTableExpression<?> chosen(Condition counted, long most, OrderField<?>... order) {
        return CHOSEN.as(select(
                        CREATOR_STATE.CREATOR_ID,
                        CREATOR_STATE.FOLLOWERS.as("newest_followers"),
                        CREATOR_STATE.GROWTH_SOURCE_ID,
                        CREATOR_STATE.LAST_OBSERVED_AT)
                .from(CREATOR_STATE)
                .where(counted)
                .orderBy(order)
                .limit(inline(most)));
    }

    /** How many they are. */
    static Field<Integer> howMany() {
        return field(selectCount().from(CHOSEN));
    }

    /** The counts of the last days before the newest count of those chosen. */
    static CommonTableExpression<?> counts(int daysAStep, long days) {
        Field<Integer> place = field(name("place"), SQLDataType.INTEGER);
        Field<Integer> id = field(CHOSEN.append("creator_id"), SQLDataType.INTEGER);
        Field<Long> day =
                CREATOR_SNAPSHOT.OBSERVED_AT.coerce(SQLDataType.BIGINT).div(FollowerGrowth.MILLISECONDS_A_DAY);
        // 1970 began on a Thursday, three days after a Monday.
        Field<Long> step = daysAStep == 1 ? day : day.plus(inline(3L)).div(inline((long) daysAStep));
        Field<Long> newest = field(select(max(field(CHOSEN.append("last_observed_at"), SQLDataType.BIGINT)))
                .from(CHOSEN));
        Table<?> placed = select(
                        CREATOR_SNAPSHOT.CREATOR_ID,
                        field(CHOSEN.append("newest_followers")),
                        step.as("step"),
                        CREATOR_SNAPSHOT.FOLLOWERS,
                        CREATOR_SNAPSHOT.OBSERVED_AT,
                        SOURCE.SIMULATED,
                        rowNumber()
                                .over(partitionBy(CREATOR_SNAPSHOT.CREATOR_ID, step)
                                        .orderBy(CREATOR_SNAPSHOT.OBSERVED_AT.desc()))
                                .as(place))
                .from(CHOSEN)
                .crossJoin(CREATOR_SNAPSHOT)
                .join(SOURCE)
                .on(SOURCE.ID.eq(CREATOR_SNAPSHOT.SOURCE_ID))
                .where(CREATOR_SNAPSHOT.CREATOR_ID.eq(id))
                .and(CREATOR_SNAPSHOT.SOURCE_ID.eq(field(CHOSEN.append("growth_source_id"), SQLDataType.INTEGER)))
                .and(CREATOR_SNAPSHOT.FOLLOWERS.gt(inline(0L)))
                .and(CREATOR_SNAPSHOT
                        .OBSERVED_AT
                        .coerce(SQLDataType.BIGINT)
                        .gt(newest.minus(inline(days * FollowerGrowth.MILLISECONDS_A_DAY))))
                .asTable("placed");
        return COUNTS.as(select(placed.fields()).from(placed).where(place.eq(inline(1))));
    }

    /** The first day of a step: {@code 2022-03-24}. */
    static Field<String> day(int daysAStep, Field<Long> step) {
        Field<Long> day =
                daysAStep == 1 ? step : step.mul(inline((long) daysAStep)).minus(inline(3L));
        return field("date({0} * 86400, 'unixepoch')", SQLDataType.CLOB, day);
    }
}
