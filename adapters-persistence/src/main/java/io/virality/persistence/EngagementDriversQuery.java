package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.VIDEO;
import static io.virality.persistence.schema.Tables.VIDEO_STATE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.length;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.replace;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import io.virality.domain.insight.EngagementDrivers;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Observation;
import java.time.Duration;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The drivers of each video; their effects are the domain's. */
final class EngagementDriversQuery implements InsightQuery<EngagementDrivers> {

    private static final long HOUR = Duration.ofHours(1).toMillis();

    /** How many a video has: they are separated by blanks. */
    static final Field<Integer> HASHTAGS = coalesce(
            length(VIDEO.HASHTAGS)
                    .minus(length(replace(VIDEO.HASHTAGS, inline(" "), inline(""))))
                    .plus(1),
            inline(0));

    private final InsightSql sql;

    EngagementDriversQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(EngagementDrivers question) {
        VideoFigures figures = VideoFigures.of(Observation.LATEST);
        return sql.evidenceOfFigures(
                half -> drivers(figures, half),
                (reading, half) -> new Units(
                        Map.of(),
                        reading.figures(drivers(figures, half)),
                        figures.basis(reading.jooq(), half.apply(VIDEO_STATE.CREATOR_ID), figures.complete())));
    }

    private static Select<?> drivers(VideoFigures figures, InsightSql.Half half) {
        Table<?> posting = select(VIDEO_STATE.CREATOR_ID, videosAWeek().as("frequency"))
                .from(VIDEO_STATE)
                .where(half.apply(VIDEO_STATE.CREATOR_ID))
                .groupBy(VIDEO_STATE.CREATOR_ID)
                .asTable("posting");
        // Calls of strftime for each video and flag would take longer than all the rest.
        Field<Long> posted = VIDEO_STATE.POSTED_AT.coerce(SQLDataType.BIGINT);
        Field<Long> hour = posted.div(inline(HOUR)).mod(inline(24L));
        // 1970 began on a Thursday, four days after a Sunday.
        Field<Long> weekday = posted.div(inline(24 * HOUR)).plus(inline(4L)).mod(inline(7L));
        Condition described = CREATOR_STATE.NICKNAME.isNotNull().or(CREATOR_STATE.BIOGRAPHY.isNotNull());
        return select(
                        VIDEO_STATE.CREATOR_ID.as(EngagementDrivers.CREATOR),
                        figures.engagement().as(EngagementDrivers.ENGAGEMENT),
                        figures.followers().as("followers"),
                        posting.field("frequency"),
                        VIDEO.DURATION_SECONDS.as("length"),
                        HASHTAGS.as("hashtags"),
                        flag(hour.between(inline(6L), inline(11L))).as("hours_6_11"),
                        flag(hour.between(inline(12L), inline(17L))).as("hours_12_17"),
                        flag(hour.between(inline(18L), inline(23L))).as("hours_18_23"),
                        flag(weekday.in(inline(0L), inline(6L))).as("weekend"),
                        CREATOR_STATE.VERIFIED.as("verified"),
                        when(described, flag(CREATOR_STATE.BIO_LINK.isNotNull()))
                                .as("bio_link"))
                .from(VIDEO_STATE)
                .join(VIDEO)
                .on(VIDEO.ID.eq(VIDEO_STATE.VIDEO_ID))
                .join(CREATOR_STATE)
                .on(CREATOR_STATE.CREATOR_ID.eq(VIDEO_STATE.CREATOR_ID))
                .join(posting)
                .on(posting.field(VIDEO_STATE.CREATOR_ID).eq(VIDEO_STATE.CREATOR_ID))
                .where(figures.complete());
    }

    /** 1 or 0; null where it is not known. */
    private static Field<Integer> flag(Condition condition) {
        return field(condition).coerce(SQLDataType.INTEGER);
    }

    private static Field<Double> videosAWeek() {
        Field<Long> newest = max(VIDEO_STATE.POSTED_AT).coerce(SQLDataType.BIGINT);
        Field<Long> oldest = min(VIDEO_STATE.POSTED_AT).coerce(SQLDataType.BIGINT);
        return count(VIDEO_STATE.POSTED_AT)
                .minus(1)
                .mul(inline((double) Duration.ofDays(7).toMillis()))
                .div(nullif(newest.minus(oldest), inline(0L)))
                .coerce(SQLDataType.DOUBLE);
    }
}
