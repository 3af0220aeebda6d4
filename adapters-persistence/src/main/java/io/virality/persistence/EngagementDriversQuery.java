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
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.replace;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import io.virality.domain.insight.EngagementDrivers;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Observation;
import io.virality.domain.insight.Row;
import io.virality.domain.stats.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.SelectOrderByStep;
import org.jooq.impl.SQLDataType;

/** The statement tells of how many videos each driver is known; the effects are computed from its design. */
final class EngagementDriversQuery implements InsightQuery<EngagementDrivers> {

    private static final Name DESIGN = name("design");
    private static final Name COUNTED = name("counted");
    private static final Field<Integer> VIDEOS = field(name("videos"), SQLDataType.INTEGER);
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
        Design all = design(figures, id -> noCondition());
        List<Field<?>> counts = new ArrayList<>(List.of(count().as(VIDEOS)));
        SelectOrderByStep<Record2<String, Integer>> rows = null;
        for (String driver : EngagementDrivers.DRIVERS.keySet()) {
            counts.add(count(field(name(driver))).as(driver));
            Select<Record2<String, Integer>> row = select(
                            inline(driver).as("driver"),
                            field(name(driver), SQLDataType.INTEGER).as("n"))
                    .from(table(COUNTED))
                    .where(VIDEOS.gt(inline(0)));
            rows = rows == null ? (SelectOrderByStep<Record2<String, Integer>>) row : rows.unionAll(row);
        }
        CommonTableExpression<?> counted = COUNTED.as(select(counts).from(table(DESIGN)));
        Select<?> known = sql.jooq().with(all.posting(), all.videos(), counted).selectFrom(rows.asTable("known"));
        return sql.evidenceOfFigures(
                known,
                (reading, half) -> {
                    Design part = design(figures, half);
                    return new Units(
                            Map.of(),
                            reading.figures(
                                    reading.jooq()
                                            .with(part.posting(), part.videos())
                                            .select()
                                            .from(table(DESIGN)),
                                    part.columns()),
                            figures.basis(reading.jooq(), half.apply(VIDEO_STATE.CREATOR_ID), figures.complete()));
                },
                EngagementDriversQuery::known);
    }

    private static List<Row> known(Figures figures) {
        return figures.size() == 0
                ? List.of()
                : EngagementDrivers.DRIVERS.keySet().stream()
                        .map(driver ->
                                new Row(Map.of()).with("driver", driver).with("n", figures.known(driver, driver)))
                        .toList();
    }

    /** The videos with their drivers, of the creators of a half, and how often these post. */
    private record Design(CommonTableExpression<?> posting, CommonTableExpression<?> videos, List<String> columns) {}

    private static Design design(VideoFigures figures, InsightSql.Half half) {
        CommonTableExpression<?> posting = name("posting")
                .as(select(VIDEO_STATE.CREATOR_ID, videosAWeek().as("frequency"))
                        .from(VIDEO_STATE)
                        .where(half.apply(VIDEO_STATE.CREATOR_ID))
                        .groupBy(VIDEO_STATE.CREATOR_ID));
        Map<String, Field<?>> columns = columns(figures, posting);
        CommonTableExpression<?> videos = DESIGN.as(select(columns.entrySet().stream()
                        .map(column -> column.getValue().as(column.getKey()))
                        .toList())
                .from(VIDEO_STATE)
                .join(VIDEO)
                .on(VIDEO.ID.eq(VIDEO_STATE.VIDEO_ID))
                .join(CREATOR_STATE)
                .on(CREATOR_STATE.CREATOR_ID.eq(VIDEO_STATE.CREATOR_ID))
                .join(posting)
                .on(posting.field(VIDEO_STATE.CREATOR_ID).eq(VIDEO_STATE.CREATOR_ID))
                .where(figures.complete()));
        return new Design(posting, videos, List.copyOf(columns.keySet()));
    }

    private static Map<String, Field<?>> columns(VideoFigures figures, CommonTableExpression<?> posting) {
        Map<String, Field<?>> design = new LinkedHashMap<>();
        design.put(EngagementDrivers.CREATOR, VIDEO_STATE.CREATOR_ID);
        design.put(EngagementDrivers.ENGAGEMENT, figures.engagement());
        design.put("followers", figures.followers());
        design.put("frequency", posting.field("frequency"));
        design.put("length", VIDEO.DURATION_SECONDS);
        design.put("hashtags", HASHTAGS);
        // Calls of strftime for each video and flag would take longer than all the rest.
        Field<Long> posted = VIDEO_STATE.POSTED_AT.coerce(SQLDataType.BIGINT);
        Field<Long> hour = posted.div(inline(HOUR)).mod(inline(24L));
        // 1970 began on a Thursday, four days after a Sunday.
        Field<Long> weekday = posted.div(inline(24 * HOUR)).plus(inline(4L)).mod(inline(7L));
        design.put("hours_6_11", flag(hour.between(inline(6L), inline(11L))));
        design.put("hours_12_17", flag(hour.between(inline(12L), inline(17L))));
        design.put("hours_18_23", flag(hour.between(inline(18L), inline(23L))));
        design.put("weekend", flag(weekday.in(inline(0L), inline(6L))));
        design.put("verified", CREATOR_STATE.VERIFIED);
        Condition described = CREATOR_STATE.NICKNAME.isNotNull().or(CREATOR_STATE.BIOGRAPHY.isNotNull());
        design.put("bio_link", when(described, flag(CREATOR_STATE.BIO_LINK.isNotNull())));
        return design;
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
