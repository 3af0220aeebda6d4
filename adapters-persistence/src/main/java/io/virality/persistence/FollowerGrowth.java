package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.power;
import static org.jooq.impl.DSL.when;

import io.virality.domain.insight.Measure;
import java.time.Duration;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** A creator's growth, from the first and the newest count of its followers. */
final class FollowerGrowth {

    static final long MILLISECONDS_A_DAY = Duration.ofDays(1).toMillis();

    /** From the first count to the newest. */
    static final Field<Double> DAYS = milliseconds(CREATOR_STATE.OBSERVED_AT)
            .minus(milliseconds(CREATOR_STATE.FIRST_OBSERVED_AT))
            .cast(SQLDataType.DOUBLE)
            .div(inline(MILLISECONDS_A_DAY));

    private static final Condition MEASURABLE = CREATOR_STATE
            .FIRST_FOLLOWERS
            .gt(inline(0L))
            .and(DAYS.ge(inline(Measure.FollowerGrowth.SHORTEST_DAYS).coerce(SQLDataType.DOUBLE)));

    /** Null where it cannot be measured. */
    static final Field<Double> RATE = when(
            MEASURABLE,
            power(
                            CREATOR_STATE.FOLLOWERS.cast(SQLDataType.DOUBLE).div(CREATOR_STATE.FIRST_FOLLOWERS),
                            inline(Measure.FollowerGrowth.DAYS)
                                    .cast(SQLDataType.DOUBLE)
                                    .div(DAYS))
                    .minus(inline(1))
                    .coerce(SQLDataType.DOUBLE));

    private FollowerGrowth() {}

    private static Field<Long> milliseconds(Field<Instant> moment) {
        return moment.coerce(SQLDataType.BIGINT);
    }
}
