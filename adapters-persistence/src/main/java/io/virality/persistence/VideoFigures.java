package io.virality.persistence;

import static io.virality.persistence.schema.Tables.VIDEO_STATE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.when;

import io.virality.domain.insight.Observation;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Where a video's figures stand as one of its observations saw them, with the followers that its creator had then. */
record VideoFigures(
        Field<Long> views,
        Field<Long> interactions,
        Field<Long> followers,
        Field<Instant> observedAt,
        Field<Boolean> simulated) {

    static VideoFigures of(Observation observation) {
        return switch (observation) {
            case FIRST ->
                new VideoFigures(
                        VIDEO_STATE.FIRST_VIEWS,
                        VIDEO_STATE.FIRST_INTERACTIONS,
                        VIDEO_STATE.FIRST_FOLLOWERS,
                        VIDEO_STATE.FIRST_OBSERVED_AT,
                        VIDEO_STATE.FIRST_SIMULATED);
            case LATEST ->
                new VideoFigures(
                        VIDEO_STATE.VIEWS,
                        VIDEO_STATE.INTERACTIONS,
                        VIDEO_STATE.FOLLOWERS,
                        VIDEO_STATE.OBSERVED_AT,
                        VIDEO_STATE.SIMULATED);
        };
    }

    /** Whether the video has an engagement rate of a creator whose size is known. */
    Condition complete() {
        return followers.isNotNull().and(views.gt(inline(0L))).and(interactions.isNotNull());
    }

    Field<Double> engagement() {
        return interactions.cast(SQLDataType.DOUBLE).div(views);
    }

    /** The basis of a question about all videos of which something can be measured under a condition. */
    InsightSql.Basis basis(DSLContext jooq, Condition measurable) {
        return basis(jooq, noCondition(), measurable);
    }

    /** The same of some of the videos. */
    InsightSql.Basis basis(DSLContext jooq, Condition meant, Condition measurable) {
        var behind = jooq.select(
                        count(when(measurable, inline(1))),
                        count(),
                        max(when(measurable, observedAt)),
                        min(when(measurable, simulated.coerce(SQLDataType.INTEGER))),
                        max(when(measurable, simulated.coerce(SQLDataType.INTEGER))))
                .from(VIDEO_STATE)
                .where(meant)
                .fetchSingle();
        return new InsightSql.Basis(
                behind.value1(),
                behind.value2() - behind.value1(),
                Optional.ofNullable(behind.value3()),
                JooqDataset.origin(behind.value4(), behind.value5()));
    }
}
