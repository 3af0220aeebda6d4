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
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.replace;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import io.virality.domain.insight.EngagementDrivers;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.SelectOrderByStep;
import org.jooq.impl.SQLDataType;

/** The statement tells of how many videos each driver is known; the effects are computed from its design. */
final class EngagementDriversQuery implements InsightQuery<EngagementDrivers> {

    private final InsightSql sql;

    EngagementDriversQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(EngagementDrivers question) {
        VideoFigures figures = VideoFigures.of(Observation.LATEST);
        Condition measurable = figures.complete();
        CommonTableExpression<?> posting = name("posting")
                .as(select(VIDEO_STATE.CREATOR_ID, videosAWeek().as("frequency"))
                        .from(VIDEO_STATE)
                        .groupBy(VIDEO_STATE.CREATOR_ID));
        Map<String, Field<?>> design = design(figures, posting);
        CommonTableExpression<?> designed = name("design")
                .as(select(design.entrySet().stream()
                                .map(column -> column.getValue().as(column.getKey()))
                                .toList())
                        .from(VIDEO_STATE)
                        .join(VIDEO)
                        .on(VIDEO.ID.eq(VIDEO_STATE.VIDEO_ID))
                        .join(CREATOR_STATE)
                        .on(CREATOR_STATE.CREATOR_ID.eq(VIDEO_STATE.CREATOR_ID))
                        .join(posting)
                        .on(posting.field(VIDEO_STATE.CREATOR_ID).eq(VIDEO_STATE.CREATOR_ID))
                        .where(measurable));
        SelectOrderByStep<Record2<String, Integer>> rows = null;
        for (String driver : EngagementDrivers.DRIVERS.keySet()) {
            Select<Record2<String, Integer>> row = select(
                            inline(driver).as("driver"),
                            count(field(name(driver))).as("n"))
                    .from(table(name("design")))
                    .having(count().gt(0));
            rows = rows == null ? (SelectOrderByStep<Record2<String, Integer>>) row : rows.unionAll(row);
        }
        Select<?> known = sql.jooq().with(posting).with(designed).selectFrom(rows.asTable("known"));
        return sql.evidence(question, known, Map.of(), figures.basis(sql.jooq(), measurable))
                .with(sql.figures(
                        sql.jooq().with(posting).with(designed).select().from(table(name("design"))),
                        new ArrayList<>(design.keySet())));
    }

    private static Map<String, Field<?>> design(VideoFigures figures, CommonTableExpression<?> posting) {
        Map<String, Field<?>> design = new LinkedHashMap<>();
        design.put(EngagementDrivers.CREATOR, VIDEO_STATE.CREATOR_ID);
        design.put(EngagementDrivers.ENGAGEMENT, figures.engagement());
        design.put("followers", figures.followers());
        design.put("frequency", posting.field("frequency"));
        design.put("length", VIDEO.DURATION_SECONDS);
        design.put(
                "hashtags",
                coalesce(
                        length(VIDEO.HASHTAGS)
                                .minus(length(replace(VIDEO.HASHTAGS, inline(" "), inline(""))))
                                .plus(1),
                        inline(0)));
        Field<Integer> hour = InsightSql.timePart("%H", VIDEO_STATE.POSTED_AT);
        design.put("hours_6_11", flag(hour.between(inline(6), inline(11))));
        design.put("hours_12_17", flag(hour.between(inline(12), inline(17))));
        design.put("hours_18_23", flag(hour.between(inline(18), inline(23))));
        design.put(
                "weekend", flag(InsightSql.timePart("%w", VIDEO_STATE.POSTED_AT).in(inline(0), inline(6))));
        design.put("verified", CREATOR_STATE.VERIFIED);
        Condition described = CREATOR_STATE.NICKNAME.isNotNull().or(CREATOR_STATE.BIOGRAPHY.isNotNull());
        design.put("bio_link", when(described, flag(CREATOR_STATE.BIO_LINK.isNotNull())));
        return design;
    }

    /** 1 or 0; null where it is not known. */
    private static Field<Integer> flag(Condition condition) {
        return when(condition, inline(1)).when(condition.not(), inline(0));
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
