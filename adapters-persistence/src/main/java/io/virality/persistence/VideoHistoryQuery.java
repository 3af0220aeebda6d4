package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.SALE;
import static io.virality.persistence.schema.Tables.SPONSORSHIP;
import static io.virality.persistence.schema.Tables.VIDEO;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Observation;
import io.virality.domain.insight.VideoHistory;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

final class VideoHistoryQuery implements InsightQuery<VideoHistory> {

    private final InsightSql sql;

    VideoHistoryQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(VideoHistory question) {
        Table<?> observed = VideoFigures.observed(Observation.LATEST);
        Condition complete = VIDEO.POSTED_AT
                .isNotNull()
                .and(VideoFigures.FOLLOWERS.isNotNull())
                .and(VideoFigures.VIEWS.gt(0L))
                .and(VideoFigures.INTERACTIONS.isNotNull());
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
                                VideoFigures.CREATOR.as("creator"),
                                GroupComparisonQuery.VERIFIED.as("verified"),
                                VIDEO.POSTED_AT.coerce(SQLDataType.BIGINT).as("posted"),
                                VideoFigures.OBSERVED_AT
                                        .coerce(SQLDataType.BIGINT)
                                        .as("observed"),
                                VideoFigures.VIEWS,
                                VideoFigures.INTERACTIONS,
                                VideoFigures.FOLLOWERS,
                                when(VIDEO.DISCLOSURES.isNotNull().or(named), inline(1))
                                        .otherwise(inline(0))
                                        .as("sponsored"),
                                coalesce(sold.field("orders", Integer.class), inline(0))
                                        .as("orders"))
                        .from(observed)
                        .join(VIDEO)
                        .on(VIDEO.ID.eq(VideoFigures.VIDEO_ID))
                        .leftJoin(CREATOR_STATE)
                        .on(CREATOR_STATE.CREATOR_ID.eq(VideoFigures.CREATOR))
                        .leftJoin(sold)
                        .on(sold.field(SALE.PLATFORM).eq(VIDEO.PLATFORM))
                        .and(sold.field(SALE.VIDEO_ID).eq(VIDEO.PLATFORM_ID))
                        .where(complete)
                        .orderBy(VideoFigures.CREATOR, VIDEO.POSTED_AT, VIDEO.PLATFORM_ID),
                Map.of(),
                basis(observed, complete));
    }

    private InsightSql.Basis basis(Table<?> observed, Condition complete) {
        Field<Integer> simulated = VideoFigures.SIMULATED.coerce(SQLDataType.INTEGER);
        var behind = sql.jooq()
                .select(
                        count(when(complete, inline(1))),
                        count(),
                        max(when(complete, VideoFigures.OBSERVED_AT)),
                        min(when(complete, simulated)),
                        max(when(complete, simulated)))
                .from(observed)
                .join(VIDEO)
                .on(VIDEO.ID.eq(VideoFigures.VIDEO_ID))
                .fetchSingle();
        return new InsightSql.Basis(
                behind.value1(),
                behind.value2() - behind.value1(),
                Optional.ofNullable(behind.value3()),
                JooqDataset.origin(behind.value4(), behind.value5()));
    }
}
