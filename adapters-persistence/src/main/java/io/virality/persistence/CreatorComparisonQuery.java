package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.SALE;
import static io.virality.persistence.schema.Tables.VIDEO_STATE;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.ln;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.Signal;
import io.virality.domain.insight.Column;
import io.virality.domain.insight.ComparedCreators;
import io.virality.domain.insight.CreatorComparison;
import io.virality.domain.insight.Evidence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The figures of all creators that are compared. What they are among each other is the domain's. */
final class CreatorComparisonQuery<Q extends CreatorComparison> implements InsightQuery<Q> {

    /** Of the digits of a logarithm these do not depend on the order of addition. */
    private static final int DIGITS = 9;

    private static final Name SPREADS = name("spreads");
    private static final Field<Double> SPREAD = field(SPREADS.append("views_spread"), SQLDataType.DOUBLE);
    private static final Name SOLD = name("sold");
    private static final Field<Long> NET = field(SOLD.append("net"), SQLDataType.BIGINT);

    private final InsightSql sql;

    CreatorComparisonQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(Q question) {
        ComparedCreators compared = question.compared();
        Field<Double> rate = RateColumns.of(compared.definition()).rate();
        Tier smallest = smallest(compared);
        Condition large = smallest.fewest() == 0
                ? CREATOR_STATE.FOLLOWERS.isNotNull()
                : CREATOR_STATE.FOLLOWERS.ge(inline(smallest.fewest()));
        Condition peers = compared.handle().isPresent() ? large.and(below(compared.tiers(), smallest)) : large;
        Map<String, Field<?>> figures = Map.ofEntries(
                Map.entry("handle", CREATOR_STATE.HANDLE),
                Map.entry("followers", CREATOR_STATE.FOLLOWERS),
                Map.entry("region", CREATOR_STATE.REGION),
                Map.entry("engagement_rate", rate),
                Map.entry("like_rate", RateColumns.of(compared.definition()).likes()),
                Map.entry("following", CREATOR_STATE.FOLLOWING),
                Map.entry("views_spread", SPREAD),
                Map.entry("growth", FollowerGrowth.RATE),
                Map.entry("views_change", viewsChange()),
                Map.entry(
                        "sales",
                        NET.cast(SQLDataType.DOUBLE)
                                .div(inline(10))
                                .div(CREATOR_STATE.FOLLOWERS)
                                .coerce(SQLDataType.DOUBLE)),
                Map.entry("smaller", howMany(rate, CREATOR_STATE.FOLLOWERS.lt(inline(smallest.fewest())))),
                Map.entry("all_creators", howMany(rate, CREATOR_STATE.FOLLOWERS.isNotNull())));
        List<Field<?>> columns = question.topic().columns().stream()
                .filter(column -> !column.computed())
                .map(Column::name)
                .<Field<?>>map(column -> figures.get(column).as(column))
                .toList();
        List<String> told = columns.stream().map(Field::getName).toList();
        return sql.evidenceInHalves(
                question,
                half -> sql.jooq()
                        .select(columns)
                        .from(compared(compared, told, half))
                        .where(rate.isNotNull())
                        // Most have to be read: one after another, and not by an index.
                        .and(condition("likely({0})", peers))
                        .and(half.apply(CREATOR_STATE.CREATOR_ID))
                        .orderBy(CREATOR_STATE.CREATOR_ID),
                () -> sql.ofCreators(peers, rate));
    }

    private static Table<?> compared(ComparedCreators compared, List<String> told, InsightSql.Half half) {
        Table<?> from = CREATOR_STATE;
        if (told.contains("views_spread")) {
            Table<?> spreads = spreads(half.apply(VIDEO_STATE.CREATOR_ID));
            from = from.leftJoin(spreads)
                    .on(spreads.field(VIDEO_STATE.CREATOR_ID).eq(CREATOR_STATE.CREATOR_ID));
        }
        if (told.contains("sales")) {
            Table<?> sold = sold(compared.currency(), half.apply(SALE.CREATOR_ID));
            from = from.leftJoin(sold).on(sold.field(SALE.CREATOR_ID).eq(CREATOR_STATE.CREATOR_ID));
        }
        return from;
    }

    private Tier smallest(ComparedCreators compared) {
        long followers = compared.handle()
                .map(handle -> sql.jooq()
                        .select(max(CREATOR_STATE.FOLLOWERS))
                        .from(CREATOR_STATE)
                        .where(CREATOR_STATE.HANDLE.eq(handle))
                        .fetchOne(0, Long.class))
                .orElse(compared.minFollowers());
        return compared.tiers().of(followers);
    }

    private static Condition below(Tiers tiers, Tier tier) {
        return tiers.end(tier).isPresent()
                ? CREATOR_STATE.FOLLOWERS.lt(inline(tiers.end(tier).getAsLong()))
                : noCondition();
    }

    private static Field<Integer> howMany(Field<Double> rate, Condition which) {
        return field(selectCount().from(CREATOR_STATE).where(rate.isNotNull()).and(which));
    }

    /** Theil's mean logarithmic deviation of a creator's views, each video's by its highest count. */
    private static Table<?> spreads(Condition meant) {
        return select(
                        VIDEO_STATE.CREATOR_ID,
                        rounded(ln(avg(VIDEO_STATE.MOST_VIEWS)).minus(avg(ln(VIDEO_STATE.MOST_VIEWS))))
                                .as(SPREAD.getUnqualifiedName()))
                .from(VIDEO_STATE)
                .where(VIDEO_STATE.MOST_VIEWS.gt(inline(0L)))
                .and(meant)
                .groupBy(VIDEO_STATE.CREATOR_ID)
                .having(count().ge(inline(ComparedCreators.FEWEST_VIDEOS)))
                .asTable(SPREADS);
    }

    /** Of creators that grew so much that somebody might ask what brought the followers. */
    private static Field<Double> viewsChange() {
        Field<BigDecimal> views = ln(VIDEO_STATE.MOST_VIEWS);
        Field<BigDecimal> before = when(VIDEO_STATE.POSTED_AT.lt(CREATOR_STATE.FIRST_OBSERVED_AT), views);
        Field<BigDecimal> since = when(VIDEO_STATE.POSTED_AT.ge(CREATOR_STATE.FIRST_OBSERVED_AT), views);
        Field<Integer> enough = inline(ComparedCreators.FEWEST_VIDEOS_EACH);
        return when(
                FollowerGrowth.RATE.ge(inline(Signal.SMALLEST_JUMP)),
                field(select(when(
                                count(before).ge(enough).and(count(since).ge(enough)),
                                rounded(avg(since).minus(avg(before)))))
                        .from(VIDEO_STATE)
                        .where(VIDEO_STATE.CREATOR_ID.eq(CREATOR_STATE.CREATOR_ID))
                        .and(VIDEO_STATE.MOST_VIEWS.gt(inline(0L)))));
    }

    private static Field<Double> rounded(Field<BigDecimal> logarithm) {
        return round(logarithm.coerce(SQLDataType.DOUBLE), DIGITS);
    }

    /** What is left of each creator's sales after refunds, where these are known, in ten-thousandths. */
    private static Table<?> sold(String currency, Condition meant) {
        return select(SALE.CREATOR_ID, sum(SALE.GROSS.minus(SALE.REFUNDS)).as(NET.getUnqualifiedName()))
                .from(SALE)
                .where(SalesFigures.meant(currency))
                .and(SALE.REFUNDS.isNotNull())
                .and(meant)
                .groupBy(SALE.CREATOR_ID)
                .asTable(SOLD);
    }
}
