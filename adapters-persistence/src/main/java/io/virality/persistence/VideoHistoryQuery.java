package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.SALE;
import static io.virality.persistence.schema.Tables.SPONSORSHIP;
import static io.virality.persistence.schema.Tables.VIDEO;
import static io.virality.persistence.schema.Tables.VIDEO_STATE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import io.virality.domain.creator.Handle;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Observation;
import io.virality.domain.insight.VideoHistory;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

final class VideoHistoryQuery implements InsightQuery<VideoHistory> {

    private final InsightSql sql;

    VideoHistoryQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(VideoHistory question) {
        VideoFigures figures = VideoFigures.of(Observation.LATEST);
        Condition meant = question.creator().map(VideoHistoryQuery::isOf).orElseGet(DSL::noCondition);
        Condition complete = VIDEO_STATE.POSTED_AT.isNotNull().and(figures.complete());
        Table<?> sold = select(
                        SALE.PLATFORM,
                        SALE.VIDEO_ID,
                        countDistinct(SALE.ORDER_ID).as("orders"))
                .from(SALE)
                .where(SALE.RULES.isTrue())
                .and(SALE.VIDEO_ID.isNotNull())
                .groupBy(SALE.PLATFORM, SALE.VIDEO_ID)
                .asTable("sold");
        Condition named = VIDEO.PLATFORM_ID.in(select(SPONSORSHIP.VIDEO_ID)
                .from(SPONSORSHIP)
                .where(SPONSORSHIP.RULES.isTrue())
                .and(SPONSORSHIP.VIDEO_ID.isNotNull()));
        return sql.evidence(
                question,
                sql.jooq()
                        .select(
                                VIDEO_STATE.CREATOR_ID.as("creator"),
                                GroupComparisonQuery.VERIFIED.as("verified"),
                                VIDEO_STATE.POSTED_AT.coerce(SQLDataType.BIGINT).as("posted"),
                                figures.observedAt().coerce(SQLDataType.BIGINT).as("observed"),
                                figures.views(),
                                figures.interactions(),
                                figures.followers(),
                                VIDEO.DURATION_SECONDS.as("seconds"),
                                EngagementDriversQuery.HASHTAGS.as("hashtags"),
                                when(VIDEO.DISCLOSURES.isNotNull().or(named), inline(1))
                                        .otherwise(inline(0))
                                        .as("sponsored"),
                                coalesce(sold.field("orders", Integer.class), inline(0))
                                        .as("orders"))
                        .from(VIDEO_STATE)
                        .join(VIDEO)
                        .on(VIDEO.ID.eq(VIDEO_STATE.VIDEO_ID))
                        .leftJoin(CREATOR_STATE)
                        .on(CREATOR_STATE.CREATOR_ID.eq(VIDEO_STATE.CREATOR_ID))
                        .leftJoin(sold)
                        .on(sold.field(SALE.PLATFORM).eq(VIDEO.PLATFORM))
                        .and(sold.field(SALE.VIDEO_ID).eq(VIDEO.PLATFORM_ID))
                        .where(meant)
                        .and(complete)
                        .orderBy(VIDEO_STATE.CREATOR_ID, VIDEO_STATE.POSTED_AT, VIDEO.PLATFORM_ID),
                beside -> Units.of(figures.basis(beside.jooq(), meant, complete)));
    }

    private static Condition isOf(Handle handle) {
        return VIDEO_STATE.CREATOR_ID.in(select(CREATOR_STATE.CREATOR_ID)
                .from(CREATOR_STATE)
                .where(CREATOR_STATE.PLATFORM.eq(handle.platform().id()))
                .and(CREATOR_STATE.HANDLE.eq(handle.name())));
    }
}
