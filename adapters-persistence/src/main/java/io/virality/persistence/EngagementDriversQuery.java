package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.VIDEO;
import static io.virality.persistence.schema.Tables.VIDEO_STATE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.length;
import static org.jooq.impl.DSL.replace;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import io.virality.domain.insight.EngagementDrivers;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Observation;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;

/** What the drivers of each video are made of; they and their effects are the domain's. */
final class EngagementDriversQuery implements InsightQuery<EngagementDrivers> {

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
        Condition described = CREATOR_STATE.NICKNAME.isNotNull().or(CREATOR_STATE.BIOGRAPHY.isNotNull());
        return select(
                        VIDEO_STATE.CREATOR_ID.as(EngagementDrivers.CREATOR),
                        when(figures.complete(), figures.engagement()).as(EngagementDrivers.ENGAGEMENT),
                        VIDEO_STATE.POSTED_AT.as(EngagementDrivers.POSTED),
                        figures.followers().as("followers"),
                        VIDEO.DURATION_SECONDS.as("length"),
                        HASHTAGS.as("hashtags"),
                        CREATOR_STATE.VERIFIED.as("verified"),
                        when(described, field(CREATOR_STATE.BIO_LINK.isNotNull()))
                                .as("bio_link"))
                .from(VIDEO_STATE)
                .join(VIDEO)
                .on(VIDEO.ID.eq(VIDEO_STATE.VIDEO_ID))
                .join(CREATOR_STATE)
                .on(CREATOR_STATE.CREATOR_ID.eq(VIDEO_STATE.CREATOR_ID))
                .where(half.apply(VIDEO_STATE.CREATOR_ID));
    }
}
