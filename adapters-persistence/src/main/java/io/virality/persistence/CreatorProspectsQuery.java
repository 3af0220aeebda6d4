package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.PREDICTED_CATEGORY;
import static io.virality.persistence.schema.Tables.VIDEO_STATE;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.ln;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.replace;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.virality.domain.insight.CreatorProspects;
import io.virality.domain.insight.Evidence;
import java.math.BigDecimal;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

final class CreatorProspectsQuery implements InsightQuery<CreatorProspects> {

    /** Of the digits of a logarithm these do not depend on the order of addition. */
    private static final int DIGITS = 9;

    private static final int SUREST = 0;

    private static final Field<Integer> SEEN = field(name("seen", "creator_id"), SQLDataType.INTEGER);
    private static final Field<Long> VIDEOS = field(name("seen", "videos"), SQLDataType.BIGINT);
    private static final Field<Long> ALL = field(name("seen", "views"), SQLDataType.BIGINT);
    private static final Field<Double> MEDIAN = field(name("seen", "median_views"), SQLDataType.DOUBLE);
    private static final Field<Double> LOGARITHM = field(name("seen", "log_views"), SQLDataType.DOUBLE);
    private static final Field<Double> SQUARE = field(name("seen", "log_squares"), SQLDataType.DOUBLE);
    private static final Field<Double> ENGAGEMENT = field(name("seen", "engagement"), SQLDataType.DOUBLE);

    private final InsightSql sql;

    CreatorProspectsQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(CreatorProspects question) {
        Condition sized = CREATOR_STATE.FOLLOWERS.isNotNull();
        Condition watched = exists(selectOne()
                .from(VIDEO_STATE)
                .where(VIDEO_STATE.CREATOR_ID.eq(CREATOR_STATE.CREATOR_ID))
                .and(VIDEO_STATE.MOST_VIEWS.gt(inline(0L))));
        return sql.evidence(
                question,
                sql.jooq()
                        .select(
                                CREATOR_STATE.HANDLE,
                                CREATOR_STATE.FOLLOWERS,
                                CREATOR_STATE.REGION,
                                CREATOR_STATE.LANGUAGE,
                                CREATOR_STATE.CATEGORY,
                                lower(replace(PREDICTED_CATEGORY.CATEGORY, inline("_"), inline("-")))
                                        .as("predicted"),
                                VIDEOS,
                                ALL,
                                MEDIAN,
                                LOGARITHM,
                                SQUARE,
                                ENGAGEMENT,
                                SalesFigures.NET,
                                SalesFigures.CURRENCY)
                        .from(CREATOR_STATE)
                        .join(seen())
                        .on(SEEN.eq(CREATOR_STATE.CREATOR_ID))
                        .leftJoin(PREDICTED_CATEGORY)
                        .on(PREDICTED_CATEGORY.CREATOR_ID.eq(CREATOR_STATE.CREATOR_ID))
                        .and(PREDICTED_CATEGORY.POSITION.eq(inline(SUREST)))
                        .leftJoin(SalesFigures.byCreator(""))
                        .on(SalesFigures.SELLER.eq(CREATOR_STATE.CREATOR_ID))
                        .where(sized)
                        .orderBy(CREATOR_STATE.FOLLOWERS.desc(), CREATOR_STATE.HANDLE, CREATOR_STATE.CREATOR_ID),
                () -> Units.of(sql.ofCreators(sized, when(watched, CREATOR_STATE.FOLLOWERS))));
    }

    /** What the videos of a creator tell, each by its highest count of views. */
    private static Table<?> seen() {
        Field<Double> views = field(name("ranked", "views"), SQLDataType.DOUBLE);
        Field<Integer> position = field(name("ranked", "position"), SQLDataType.INTEGER);
        Field<Integer> n = field(name("ranked", "n"), SQLDataType.INTEGER);
        Field<Integer> creator = field(name("ranked", "creator_id"), SQLDataType.INTEGER);
        Field<Long> newest = field(name("ranked", "newest"), SQLDataType.BIGINT);
        Field<Long> interactions = field(name("ranked", "interactions"), SQLDataType.BIGINT);
        Condition rated = newest.gt(inline(0L)).and(interactions.isNotNull());
        Table<?> ranked = select(
                        VIDEO_STATE.CREATOR_ID,
                        VIDEO_STATE.MOST_VIEWS.cast(SQLDataType.DOUBLE).as("views"),
                        VIDEO_STATE.VIEWS.as("newest"),
                        VIDEO_STATE.INTERACTIONS,
                        rowNumber()
                                .over()
                                .partitionBy(VIDEO_STATE.CREATOR_ID)
                                .orderBy(VIDEO_STATE.MOST_VIEWS)
                                .as("position"),
                        count().over().partitionBy(VIDEO_STATE.CREATOR_ID).as("n"))
                .from(VIDEO_STATE)
                .where(VIDEO_STATE.MOST_VIEWS.gt(inline(0L)))
                .asTable("ranked");
        return select(
                        creator,
                        max(n).as(VIDEOS.getUnqualifiedName()),
                        sum(views).cast(SQLDataType.BIGINT).as(ALL.getUnqualifiedName()),
                        // The one or two in the middle.
                        avg(when(
                                        position.in(
                                                n.plus(inline(1)).div(inline(2)),
                                                n.plus(inline(2)).div(inline(2))),
                                        views))
                                .as(MEDIAN.getUnqualifiedName()),
                        rounded(avg(ln(views))).as(LOGARITHM.getUnqualifiedName()),
                        rounded(avg(ln(views).mul(ln(views)))).as(SQUARE.getUnqualifiedName()),
                        sum(when(rated, interactions))
                                .cast(SQLDataType.DOUBLE)
                                .div(sum(when(rated, newest)))
                                .as(ENGAGEMENT.getUnqualifiedName()))
                .from(ranked)
                .groupBy(creator)
                .asTable("seen");
    }

    private static Field<Double> rounded(Field<BigDecimal> logarithm) {
        return round(logarithm.coerce(SQLDataType.DOUBLE), DIGITS);
    }
}
