package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.VIDEO_STATE;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exp;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.ln;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import io.virality.domain.insight.CreatorBehaviour;
import io.virality.domain.insight.Evidence;
import java.math.BigDecimal;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

final class CreatorBehaviourQuery implements InsightQuery<CreatorBehaviour> {

    /** Of the digits of a logarithm these do not depend on the order of addition. */
    private static final int DIGITS = 9;

    private static final double DAYS_A_WEEK = 7;

    private static final Field<Double> POSTS = field(name("seen", "posts_per_week"), SQLDataType.DOUBLE);
    private static final Field<Double> VIEWS = field(name("seen", "views_per_video"), SQLDataType.DOUBLE);
    private static final Field<Double> SPREAD = field(name("seen", "views_spread"), SQLDataType.DOUBLE);
    private static final Field<Integer> SEEN = field(name("seen", "creator_id"), SQLDataType.INTEGER);

    private final InsightSql sql;

    CreatorBehaviourQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(CreatorBehaviour question) {
        return sql.evidence(
                question,
                sql.jooq()
                        .select(
                                CREATOR_STATE.HANDLE,
                                CREATOR_STATE.FOLLOWERS,
                                RateColumns.of(question.definition()).rate().as("engagement_rate"),
                                FollowerGrowth.RATE.as("growth"),
                                POSTS,
                                VIEWS,
                                likesPerVideo().as("likes_per_video"),
                                SPREAD,
                                SalesFigures.NET)
                        .from(CREATOR_STATE)
                        .leftJoin(seen())
                        .on(SEEN.eq(CREATOR_STATE.CREATOR_ID))
                        .leftJoin(SalesFigures.byCreator(""))
                        .on(SalesFigures.SELLER.eq(CREATOR_STATE.CREATOR_ID))
                        .where(CREATOR_STATE.FOLLOWERS.isNotNull())
                        .orderBy(CREATOR_STATE.FOLLOWERS.desc(), CREATOR_STATE.HANDLE, CREATOR_STATE.CREATOR_ID),
                beside -> Units.of(beside.ofCreators(CREATOR_STATE.FOLLOWERS.isNotNull(), CREATOR_STATE.FOLLOWERS)));
    }

    private static Field<Double> likesPerVideo() {
        return when(
                CREATOR_STATE.VIDEOS.gt(inline(0L)),
                CREATOR_STATE.LIKES.cast(SQLDataType.DOUBLE).div(CREATOR_STATE.VIDEOS));
    }

    /** What the videos of a creator tell, each by its highest count of views. */
    private static Table<?> seen() {
        Field<Double> days = FollowerGrowth.days(min(VIDEO_STATE.POSTED_AT), max(VIDEO_STATE.POSTED_AT));
        Field<Long> views = when(VIDEO_STATE.MOST_VIEWS.gt(inline(0L)), VIDEO_STATE.MOST_VIEWS);
        Field<Double> logarithm = rounded(avg(ln(views)));
        Field<Integer> enough = inline(CreatorBehaviour.FEWEST_VIDEOS);
        return select(
                        VIDEO_STATE.CREATOR_ID,
                        when(
                                        count(VIDEO_STATE.POSTED_AT).ge(enough).and(days.ge(inline((double)
                                                CreatorBehaviour.SHORTEST_DAYS))),
                                        count(VIDEO_STATE.POSTED_AT)
                                                .minus(inline(1))
                                                .div(days.div(inline(DAYS_A_WEEK)))
                                                .coerce(SQLDataType.DOUBLE))
                                .as(POSTS.getUnqualifiedName()),
                        when(count(views).ge(enough), exp(logarithm).coerce(SQLDataType.DOUBLE))
                                .as(VIEWS.getUnqualifiedName()),
                        when(count(views).ge(enough), rounded(ln(avg(views)).minus(avg(ln(views)))))
                                .as(SPREAD.getUnqualifiedName()))
                .from(VIDEO_STATE)
                .groupBy(VIDEO_STATE.CREATOR_ID)
                .asTable("seen");
    }

    private static Field<Double> rounded(Field<BigDecimal> logarithm) {
        return round(logarithm.coerce(SQLDataType.DOUBLE), DIGITS);
    }
}
