package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR;
import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.VIDEO;
import static io.virality.persistence.schema.Tables.VIDEO_STATE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.when;

import io.virality.domain.creator.Handle;
import io.virality.domain.insight.CreatorVideos;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Observation;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.SQLDataType;

final class CreatorVideosQuery implements InsightQuery<CreatorVideos> {

    private final InsightSql sql;

    CreatorVideosQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(CreatorVideos question) {
        VideoFigures figures = VideoFigures.of(Observation.LATEST);
        Condition meant = VIDEO_STATE.CREATOR_ID.eq(holder(question.creator()));
        Condition measurable = RelativeViewsSql.measurable(CreatorVideos.RATIO);
        Field<Double> ratio = when(measurable, RelativeViewsSql.RATIO);
        return sql.evidence(
                question,
                sql.jooq()
                        .select(
                                VIDEO.PLATFORM_ID.as("video"),
                                InsightSql.moment(VIDEO_STATE.POSTED_AT).as("posted_at"),
                                VIDEO_STATE.VIEWS,
                                when(measurable, VIDEO_STATE.USUAL_VIEWS).as("usual_views"),
                                ratio.as("ratio"),
                                when(
                                                VIDEO_STATE.VIEWS.gt(inline(0L)),
                                                VIDEO_STATE
                                                        .INTERACTIONS
                                                        .cast(SQLDataType.DOUBLE)
                                                        .div(VIDEO_STATE.VIEWS))
                                        .as("engagement_rate"),
                                VIDEO_STATE.LIKES,
                                VIDEO_STATE.COMMENTS,
                                VIDEO_STATE.SHARES,
                                VIDEO.DURATION_SECONDS.as("seconds"),
                                VIDEO.HASHTAGS,
                                VIDEO.DISCLOSURES)
                        .from(VIDEO_STATE)
                        .join(VIDEO)
                        .on(VIDEO.ID.eq(VIDEO_STATE.VIDEO_ID))
                        .where(meant)
                        .orderBy(
                                order(question.order(), ratio),
                                VIDEO_STATE.POSTED_AT.desc().nullsLast(),
                                VIDEO.PLATFORM_ID.asc())
                        .limit(inline(question.skipped()), inline((long) question.limit())),
                beside -> Units.of(figures.basis(beside.jooq(), meant, trueCondition())));
    }

    private static SortField<?> order(CreatorVideos.Order order, Field<Double> ratio) {
        return switch (order) {
            case NEWEST -> VIDEO_STATE.POSTED_AT.desc().nullsLast();
            case OLDEST -> VIDEO_STATE.POSTED_AT.asc().nullsLast();
            case MOST_VIEWED -> VIDEO_STATE.VIEWS.desc().nullsLast();
            case LEAST_VIEWED -> VIDEO_STATE.VIEWS.asc().nullsLast();
            case FURTHEST_ABOVE -> ratio.desc().nullsLast();
            case FURTHEST_BELOW -> ratio.asc().nullsLast();
        };
    }

    /** The number of the creator that now has the handle. */
    static Field<Integer> holder(Handle handle) {
        return field(select(CREATOR_STATE.CREATOR_ID)
                .from(CREATOR_STATE)
                .join(CREATOR)
                .on(CREATOR.ID.eq(CREATOR_STATE.CREATOR_ID))
                .where(CREATOR_STATE.PLATFORM.eq(inline(handle.platform().id())))
                .and(CREATOR_STATE.HANDLE.eq(inline(handle.name())))
                .orderBy(CREATOR.HANDLE_AT.desc())
                .limit(inline(1)));
    }
}
