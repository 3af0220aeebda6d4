package io.virality.persistence;

import static io.virality.persistence.InsightSql.VALUE;
import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.VIDEO_STATE;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.virality.domain.creator.Tiers;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.GroupComparison;
import io.virality.domain.insight.Grouping;
import io.virality.domain.insight.Measure;
import java.util.ArrayList;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

final class GroupComparisonQuery implements InsightQuery<GroupComparison> {

    private static final Field<Long> EDGE = field(name("edge"), SQLDataType.BIGINT);
    private static final Field<Long> PART = field(name("part"), SQLDataType.BIGINT);
    private static final Field<Long> WHOLE = field(name("whole"), SQLDataType.BIGINT);

    static final Field<String> VERIFIED = when(CREATOR_STATE.VERIFIED.isTrue(), inline("verified"))
            .when(CREATOR_STATE.VERIFIED.isFalse(), inline("not verified"))
            .otherwise(inline(Grouping.UNKNOWN));

    private final InsightSql sql;

    GroupComparisonQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(GroupComparison question) {
        Field<String> grouping = field(name(question.grouping().id()), SQLDataType.CLOB);
        Grouped units = units(question, grouping);
        CommonTableExpression<?> measured = name("measured").as(units.measured());
        List<Field<?>> figures = new ArrayList<>(
                List.of(grouping, count().as(InsightSql.N), avg(VALUE).as("mean")));
        if (question.pooled()) {
            figures.add(sum(PART).cast(SQLDataType.DOUBLE).div(sum(WHOLE)).as("pooled"));
        }
        return sql.evidence(
                question,
                sql.jooq()
                        .with(measured)
                        .select(figures)
                        .from(measured)
                        .groupBy(grouping)
                        .orderBy(question.grouping() == Grouping.TIER ? min(EDGE) : grouping),
                beside -> GroupedUnits.read(beside, units.all(), grouping, VALUE));
    }

    /**
     * The units.
     *
     * @param measured those that have a value, with their group
     * @param all of them, also those without a value; with what {@link GroupedUnits} reads
     */
    private record Grouped(Select<?> measured, Table<?> all) {}

    private static Grouped units(GroupComparison question, Field<String> grouping) {
        if (question.measure() instanceof Measure.VideoEngagement videos) {
            return videos(question, videos, grouping);
        }
        return question.measure() instanceof Measure.OrdersPerThousandViews
                ? sellers(question, grouping)
                : creators(question, grouping);
    }

    private static Grouped sellers(GroupComparison question, Field<String> grouping) {
        Table<?> sales = SalesFigures.ordersAndViews();
        Field<Double> part = SalesFigures.ORDERS.cast(SQLDataType.DOUBLE).mul(inline(1_000.0));
        Field<Double> whole =
                nullif(sales.field("views", Long.class), inline(0L)).cast(SQLDataType.DOUBLE);
        Field<Integer> simulated = CREATOR_STATE.SIMULATED.coerce(SQLDataType.INTEGER);
        Table<?> all = select(
                        group(question, CREATOR_STATE.FOLLOWERS).as(grouping),
                        CREATOR_STATE.FOLLOWERS.as(EDGE),
                        part.div(whole).as(VALUE),
                        part.as(PART),
                        whole.as(WHOLE),
                        greatest(CREATOR_STATE.OBSERVED_AT, sales.field(UnitFigures.OBSERVED_AT))
                                .as(UnitFigures.OBSERVED_AT),
                        least(simulated, sales.field(UnitFigures.ALL_SIMULATED)).as(UnitFigures.ALL_SIMULATED),
                        greatest(simulated, sales.field(UnitFigures.ANY_SIMULATED))
                                .as(UnitFigures.ANY_SIMULATED))
                .from(sales)
                .join(CREATOR_STATE)
                .on(CREATOR_STATE.CREATOR_ID.eq(SalesFigures.SELLER))
                .where(CREATOR_STATE.FOLLOWERS.isNotNull())
                .asTable("sellers");
        Select<?> measured =
                select(grouping, EDGE, VALUE, PART, WHOLE).from(all).where(VALUE.isNotNull());
        return new Grouped(measured, all);
    }

    private static Grouped creators(GroupComparison question, Field<String> grouping) {
        boolean growth = question.measure() instanceof Measure.FollowerGrowth;
        Field<Long> size = growth ? CREATOR_STATE.FIRST_FOLLOWERS : CREATOR_STATE.FOLLOWERS;
        Field<Double> rate = growth
                ? FollowerGrowth.RATE
                : RateColumns.of(((Measure.Engagement) question.measure()).definition())
                        .rate();
        Condition known = CREATOR_STATE
                .FOLLOWERS
                .isNotNull()
                .and(question.within()
                        .map(tier -> InsightSql.inTier(question.tiers(), tier, size))
                        .orElseGet(DSL::noCondition));
        Field<String> group = group(question, size).as(grouping);
        return new Grouped(
                select(group, size.as(EDGE), rate.as(VALUE))
                        .from(CREATOR_STATE)
                        .where(rate.isNotNull())
                        .and(known),
                select(
                                group,
                                rate.as(VALUE),
                                (growth ? CREATOR_STATE.LAST_OBSERVED_AT : CREATOR_STATE.OBSERVED_AT)
                                        .as(UnitFigures.OBSERVED_AT))
                        .select(GroupedUnits.origin(growth ? FollowerGrowth.SIMULATED : CREATOR_STATE.SIMULATED))
                        .from(CREATOR_STATE)
                        .where(known)
                        .asTable("creators"));
    }

    private static Grouped videos(GroupComparison question, Measure.VideoEngagement measure, Field<String> grouping) {
        VideoFigures figures = VideoFigures.of(measure.observation());
        Field<String> group = group(question, figures.followers()).as(grouping);
        Table<?> videos = question.grouping() == Grouping.TIER
                ? VIDEO_STATE
                : VIDEO_STATE.join(CREATOR_STATE).on(CREATOR_STATE.CREATOR_ID.eq(VIDEO_STATE.CREATOR_ID));
        return new Grouped(
                select(
                                group,
                                figures.followers().as(EDGE),
                                figures.engagement().as(VALUE),
                                figures.interactions().as(PART),
                                figures.views().as(WHOLE))
                        .from(videos)
                        .where(figures.complete()),
                select(
                                group,
                                when(figures.complete(), figures.engagement()).as(VALUE),
                                figures.observedAt().as(UnitFigures.OBSERVED_AT))
                        .select(GroupedUnits.origin(figures.simulated()))
                        .from(videos)
                        .asTable("videos"));
    }

    private static Field<String> group(GroupComparison question, Field<Long> followers) {
        return group(question.grouping(), question.tiers(), followers);
    }

    /** The group of a creator or one of its videos. */
    static Field<String> group(Grouping grouping, Tiers tiers, Field<Long> followers) {
        Field<String> unknown = inline(Grouping.UNKNOWN);
        return switch (grouping) {
            case TIER -> InsightSql.tier(tiers, followers);
            case REGION -> coalesce(CREATOR_STATE.REGION, unknown);
            case CATEGORY -> coalesce(CREATOR_STATE.CATEGORY, unknown);
            case LANGUAGE -> coalesce(CREATOR_STATE.LANGUAGE, unknown);
            case VERIFIED -> VERIFIED;
            case VERIFIED_IN_TIER -> concat(InsightSql.tier(tiers, followers), inline(", "), VERIFIED);
            case CONTENT -> throw new IllegalArgumentException("what leads to sales groups no creators");
        };
    }
}
