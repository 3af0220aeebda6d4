package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.SOURCE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.power;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import io.virality.domain.insight.Measure;
import java.time.Duration;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** A creator's growth between the first and the last count of its followers, both told by one source. */
final class FollowerGrowth {

    static final long MILLISECONDS_A_DAY = Duration.ofDays(1).toMillis();

    /** Null where it cannot be measured. */
    static final Field<Double> RATE = CREATOR_STATE.GROWTH_RATE;

    /** Whether what was compared is simulated: nearly always it is of the source that the current state is of. */
    static final Field<Boolean> SIMULATED = when(
                    CREATOR_STATE.GROWTH_SOURCE_ID.eq(CREATOR_STATE.SOURCE_ID), CREATOR_STATE.SIMULATED)
            .otherwise(
                    field(select(SOURCE.SIMULATED).from(SOURCE).where(SOURCE.ID.eq(CREATOR_STATE.GROWTH_SOURCE_ID))));

    private FollowerGrowth() {}

    /** From one moment to another one. */
    static Field<Double> days(Field<Instant> from, Field<Instant> until) {
        return until.coerce(SQLDataType.BIGINT)
                .minus(from.coerce(SQLDataType.BIGINT))
                .cast(SQLDataType.DOUBLE)
                .div(inline(MILLISECONDS_A_DAY));
    }

    /** What {@link Measure.FollowerGrowth} says, of two counts so many days apart. */
    static Field<Double> rate(Field<Long> first, Field<Long> last, Field<Double> days) {
        return when(
                first.gt(inline(0L))
                        .and(days.ge(
                                inline(Measure.FollowerGrowth.SHORTEST_DAYS).coerce(SQLDataType.DOUBLE))),
                power(
                                last.cast(SQLDataType.DOUBLE).div(first),
                                inline(Measure.FollowerGrowth.DAYS)
                                        .cast(SQLDataType.DOUBLE)
                                        .div(days))
                        .minus(inline(1))
                        .coerce(SQLDataType.DOUBLE));
    }
}
