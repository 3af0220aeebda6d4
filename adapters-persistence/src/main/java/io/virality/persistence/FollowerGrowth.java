package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.power;
import static org.jooq.impl.DSL.when;

import io.virality.domain.insight.Measure;
import java.time.Duration;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** A creator's growth between the first and the newest count of its followers. */
final class FollowerGrowth {

    static final long MILLISECONDS_A_DAY = Duration.ofDays(1).toMillis();

    /** Null where it cannot be measured. */
    static final Field<Double> RATE = CREATOR_STATE.GROWTH_RATE;

    private FollowerGrowth() {}

    /** From one moment to another one. */
    static Field<Double> days(Field<Instant> from, Field<Instant> until) {
        return until.coerce(SQLDataType.BIGINT)
                .minus(from.coerce(SQLDataType.BIGINT))
                .cast(SQLDataType.DOUBLE)
                .div(inline(MILLISECONDS_A_DAY));
    }

    /** What {@link Measure.FollowerGrowth} says, of two counts so many days apart. */
    static Field<Double> rate(Field<Long> first, Field<Long> newest, Field<Double> days) {
        return when(
                first.gt(inline(0L))
                        .and(days.ge(
                                inline(Measure.FollowerGrowth.SHORTEST_DAYS).coerce(SQLDataType.DOUBLE))),
                power(
                                newest.cast(SQLDataType.DOUBLE).div(first),
                                inline(Measure.FollowerGrowth.DAYS)
                                        .cast(SQLDataType.DOUBLE)
                                        .div(days))
                        .minus(inline(1))
                        .coerce(SQLDataType.DOUBLE));
    }
}
