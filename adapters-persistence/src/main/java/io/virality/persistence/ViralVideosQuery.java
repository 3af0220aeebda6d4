package io.virality.persistence;

import static io.virality.persistence.RelativeViewsSql.RATIO;
import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.VIDEO;
import static io.virality.persistence.schema.Tables.VIDEO_STATE;
import static org.jooq.impl.DSL.inline;

import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.ViralVideos;

final class ViralVideosQuery implements InsightQuery<ViralVideos> {

    private final InsightSql sql;

    ViralVideosQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(ViralVideos question) {
        return sql.evidence(
                question,
                sql.jooq()
                        .select(
                                CREATOR_STATE.HANDLE,
                                VIDEO.PLATFORM_ID.as("video"),
                                InsightSql.moment(VIDEO_STATE.POSTED_AT).as("posted_at"),
                                VIDEO_STATE.VIEWS,
                                VIDEO_STATE.USUAL_VIEWS,
                                RATIO.as("ratio"),
                                VIDEO_STATE.OTHER_VIDEOS)
                        .from(VIDEO_STATE)
                        .join(VIDEO)
                        .on(VIDEO.ID.eq(VIDEO_STATE.VIDEO_ID))
                        .join(CREATOR_STATE)
                        .on(CREATOR_STATE.CREATOR_ID.eq(VIDEO_STATE.CREATOR_ID))
                        .where(RelativeViewsSql.measurable(question.measure()))
                        .orderBy(RATIO.desc(), VIDEO_STATE.VIEWS.desc(), VIDEO.PLATFORM_ID)
                        .limit(inline(question.limit())),
                beside -> Units.of(RelativeViewsSql.basis(beside.jooq(), question.measure())));
    }
}
