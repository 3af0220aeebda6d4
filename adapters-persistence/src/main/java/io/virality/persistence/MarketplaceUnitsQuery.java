package io.virality.persistence;

import static io.virality.persistence.schema.Tables.AD_RESULT;
import static io.virality.persistence.schema.Tables.CREATOR;
import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.SALE;
import static io.virality.persistence.schema.Tables.SOURCE;
import static io.virality.persistence.schema.Tables.SPONSORSHIP;
import static io.virality.persistence.schema.Tables.VIDEO_STATE;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import io.virality.domain.creator.Origin;
import io.virality.domain.insight.Dimension;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Grouping;
import io.virality.domain.insight.MarketplaceUnits;
import io.virality.domain.marketplace.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.SQLDataType;

final class MarketplaceUnitsQuery implements InsightQuery<MarketplaceUnits> {

    private static final Name TOLD = name("told");
    private static final Field<String> SEGMENT = field(name("segment"), SQLDataType.CLOB);
    private static final Field<String> CURRENCY = field(name("currency"), SQLDataType.CLOB);
    private static final Field<String> UNIT = field(name("unit"), SQLDataType.CLOB);
    private static final Field<Integer> CREATOR_ID = field(name("told_creator"), SQLDataType.INTEGER);
    private static final Field<String> ORDER = field(name("order_name"), SQLDataType.CLOB);
    private static final List<String> SUMS = List.of(
            "spend",
            "impressions",
            "reach",
            "clicks",
            "conversions",
            "approved_conversions",
            "told_revenue",
            "fees",
            "gross",
            "settled",
            "refunds",
            "commission",
            "unsettled");

    private static final Field<String> NO_ORDER = castNull(SQLDataType.CLOB);
    private static final Field<String> UNKNOWN = inline(MarketplaceUnits.UNKNOWN);
    private static final Field<String> NO_CURRENCY = inline(Money.UNKNOWN.getCurrencyCode());

    private final InsightSql sql;

    MarketplaceUnitsQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(MarketplaceUnits question) {
        var told = TOLD.as(told(question));
        List<Field<?>> shown = new ArrayList<>(List.of(SEGMENT, CURRENCY, UNIT));
        SUMS.subList(0, SUMS.indexOf("gross")).forEach(name -> shown.add(sum(column(name))));
        shown.add(when(count(ORDER).gt(inline(0)), countDistinct(ORDER)).as("orders"));
        SUMS.subList(SUMS.indexOf("gross"), SUMS.size()).forEach(name -> shown.add(sum(column(name))));
        Table<?> units = table(TOLD);
        if (question.by().ofCreators()) {
            units = units.leftJoin(seen(question)).on(SalesFigures.SEEN.eq(CREATOR_ID));
            shown.add(max(SalesFigures.VIEWS).as("views"));
            shown.add(
                    max(field(name("seen", "engagements"), SQLDataType.BIGINT)).as("engagements"));
        } else {
            shown.add(castNull(SQLDataType.BIGINT).as("views"));
            shown.add(castNull(SQLDataType.BIGINT).as("engagements"));
        }
        return sql.evidence(
                question,
                sql.jooq()
                        .with(told)
                        .select(shown)
                        .from(units)
                        .groupBy(SEGMENT, CURRENCY, UNIT, CREATOR_ID)
                        .orderBy(CURRENCY, SEGMENT, UNIT),
                beside -> Units.of(basis(beside, question)));
    }

    private static Field<Long> column(String name) {
        return field(name(name), SQLDataType.BIGINT);
    }

    private static Select<?> told(MarketplaceUnits question) {
        Select<?> advertisements = advertisements(question);
        return question.by().ofSales()
                ? select().from(advertisements.asTable("ads"))
                        .unionAll(select().from(sales(question).asTable("sales")))
                        .unionAll(select().from(fees(question).asTable("fees")))
                : advertisements;
    }

    private static Select<?> advertisements(MarketplaceUnits question) {
        Dimension by = question.by();
        Field<String> advertisement = concat(
                inline("ad "),
                AD_RESULT.CHANNEL,
                inline(" "),
                coalesce(AD_RESULT.CAMPAIGN_ID, inline("")),
                inline(" "),
                coalesce(
                        AD_RESULT.AD_ID,
                        concat(
                                coalesce(AD_RESULT.AD_FORMAT, inline("")),
                                inline(" "),
                                coalesce(AD_RESULT.AUDIENCE, inline("")),
                                inline(" "),
                                coalesce(AD_RESULT.FROM_AT.cast(SQLDataType.VARCHAR), inline("")))));
        Field<String> segment =
                switch (by) {
                    case CHANNEL -> AD_RESULT.CHANNEL;
                    case CAMPAIGN -> concat(AD_RESULT.CHANNEL, inline(" "), coalesce(AD_RESULT.CAMPAIGN_ID, UNKNOWN));
                    case AD -> concat(AD_RESULT.CHANNEL, inline(" "), coalesce(AD_RESULT.AD_ID, UNKNOWN));
                    case AD_FORMAT -> coalesce(AD_RESULT.AD_FORMAT, UNKNOWN);
                    case AUDIENCE ->
                        coalesce(
                                AD_RESULT.AUDIENCE,
                                concat(AD_RESULT.AGE, inline(" "), AD_RESULT.GENDER),
                                AD_RESULT.AGE,
                                AD_RESULT.GENDER,
                                UNKNOWN);
                    case INTEREST -> coalesce(AD_RESULT.INTEREST, UNKNOWN);
                    default -> ofCreator(question, AD_RESULT.FROM_AT);
                };
        Field<String> unit = by.ofSales()
                ? when(AD_RESULT.CREATOR_ID.isNotNull(), creator()).otherwise(advertisement)
                : advertisement;
        return told(
                segment,
                coalesce(AD_RESULT.CURRENCY, NO_CURRENCY),
                unit,
                by.ofSales() ? AD_RESULT.CREATOR_ID : castNull(SQLDataType.INTEGER),
                NO_ORDER,
                Map.of(
                        "spend", AD_RESULT.SPEND,
                        "impressions", AD_RESULT.IMPRESSIONS,
                        "reach", AD_RESULT.REACH,
                        "clicks", AD_RESULT.CLICKS,
                        "conversions", AD_RESULT.CONVERSIONS,
                        "approved_conversions", AD_RESULT.APPROVED_CONVERSIONS,
                        "told_revenue", AD_RESULT.REVENUE),
                AD_RESULT.OBSERVED_AT,
                AD_RESULT.CREATOR_ID,
                AD_RESULT.SOURCE_ID,
                AD_RESULT.RULES.isTrue().and(within(question, AD_RESULT.FROM_AT)));
    }

    private static Select<?> sales(MarketplaceUnits question) {
        return told(
                ofCreator(question, SALE.SOLD_AT),
                SALE.CURRENCY,
                when(SALE.CREATOR_ID.isNotNull(), creator()).otherwise(inline("nobody")),
                SALE.CREATOR_ID,
                concat(SALE.PLATFORM, inline(" "), SALE.ORDER_ID),
                Map.of(
                        "gross", SALE.GROSS,
                        "settled", when(SALE.REFUNDS.isNotNull(), SALE.GROSS),
                        "refunds", SALE.REFUNDS,
                        "commission", SALE.COMMISSION,
                        "unsettled", when(SALE.REFUNDS.isNull(), inline(1L)).otherwise(inline(0L))),
                SALE.OBSERVED_AT,
                SALE.CREATOR_ID,
                SALE.SOURCE_ID,
                SALE.RULES.isTrue().and(within(question, SALE.SOLD_AT)));
    }

    private static Select<?> fees(MarketplaceUnits question) {
        return told(
                ofCreator(question, SPONSORSHIP.FROM_AT),
                coalesce(SPONSORSHIP.CURRENCY, NO_CURRENCY),
                creator(),
                SPONSORSHIP.CREATOR_ID,
                NO_ORDER,
                Map.of("fees", SPONSORSHIP.FEE),
                SPONSORSHIP.OBSERVED_AT,
                SPONSORSHIP.CREATOR_ID,
                SPONSORSHIP.SOURCE_ID,
                SPONSORSHIP.RULES.isTrue().and(SPONSORSHIP.FEE.isNotNull()).and(within(question, SPONSORSHIP.FROM_AT)));
    }

    /** All three have the same columns: of those that a table does not know, it tells nothing. */
    private static Select<?> told(
            Field<String> segment,
            Field<String> currency,
            Field<String> unit,
            Field<Integer> unitsCreator,
            Field<String> order,
            Map<String, Field<Long>> known,
            TableField<?, Instant> observedAt,
            TableField<?, Integer> creator,
            TableField<?, Integer> source,
            Condition meant) {
        List<Field<?>> columns = new ArrayList<>(List.of(
                segment.as(SEGMENT),
                currency.as(CURRENCY),
                unit.as(UNIT),
                unitsCreator.as(CREATOR_ID),
                order.as(ORDER)));
        SUMS.forEach(name -> columns.add(
                known.getOrDefault(name, castNull(SQLDataType.BIGINT)).as(name)));
        columns.addAll(List.of(observedAt, SOURCE.SIMULATED));
        return select(columns)
                .from(observedAt.getTable())
                .join(SOURCE)
                .on(SOURCE.ID.eq(source))
                .leftJoin(CREATOR)
                .on(CREATOR.ID.eq(creator))
                .leftJoin(CREATOR_STATE)
                .on(CREATOR_STATE.CREATOR_ID.eq(creator))
                .where(meant);
    }

    private static Field<String> creator() {
        return concat(
                inline("creator "),
                CREATOR.PLATFORM,
                inline(" "),
                coalesce(CREATOR.HANDLE, CREATOR.PLATFORM_ID, inline("")));
    }

    private static Field<String> ofCreator(MarketplaceUnits question, Field<Instant> at) {
        return switch (question.by()) {
            case CREATOR -> coalesce(CREATOR.HANDLE, CREATOR.PLATFORM_ID, UNKNOWN);
            case TIER ->
                when(CREATOR_STATE.FOLLOWERS.isNull(), UNKNOWN)
                        .otherwise(InsightSql.tier(question.tiers(), CREATOR_STATE.FOLLOWERS));
            case REGION -> GroupComparisonQuery.group(Grouping.REGION, question.tiers(), CREATOR_STATE.FOLLOWERS);
            case CATEGORY -> GroupComparisonQuery.group(Grouping.CATEGORY, question.tiers(), CREATOR_STATE.FOLLOWERS);
            case PERIOD -> coalesce(month(at), UNKNOWN);
            default -> throw new IllegalArgumentException(question.by() + " tells no creators apart");
        };
    }

    private static Field<String> month(Field<Instant> milliseconds) {
        return field("strftime('%Y-%m', {0} / 1000, 'unixepoch')", String.class, milliseconds);
    }

    /** What has no time is left out as soon as a time is asked for. */
    private static Condition within(MarketplaceUnits question, Field<Instant> at) {
        return noCondition()
                .and(question.from().map(from -> at.ge(moment(from))).orElseGet(() -> noCondition()))
                .and(question.until().map(until -> at.lt(moment(until))).orElseGet(() -> noCondition()));
    }

    private static Field<Instant> moment(Instant at) {
        return field("{0}", VIDEO_STATE.POSTED_AT.getDataType(), inline(at.toEpochMilli()));
    }

    private static Table<?> seen(MarketplaceUnits question) {
        return select(
                        VIDEO_STATE.CREATOR_ID,
                        sum(VIDEO_STATE.VIEWS).as(SalesFigures.VIEWS.getUnqualifiedName()),
                        sum(VIDEO_STATE.INTERACTIONS).as("engagements"))
                .from(VIDEO_STATE)
                .where(within(question, VIDEO_STATE.POSTED_AT))
                .groupBy(VIDEO_STATE.CREATOR_ID)
                .asTable("seen");
    }

    private static InsightSql.Basis basis(InsightSql sql, MarketplaceUnits question) {
        var behind = sql.jooq()
                .with(TOLD.as(told(question)))
                .select(
                        count(),
                        field("max({0})", AD_RESULT.OBSERVED_AT.getDataType(), field(name("observed_at"))),
                        min(field(name("simulated"), SQLDataType.INTEGER)),
                        max(field(name("simulated"), SQLDataType.INTEGER)))
                .from(table(TOLD))
                .fetchSingle();
        return new InsightSql.Basis(
                behind.value1(),
                timeless(sql, question),
                Optional.ofNullable(behind.value2()),
                behind.value1() == 0 ? Origin.REAL : JooqDataset.origin(behind.value3(), behind.value4()));
    }

    private static long timeless(InsightSql sql, MarketplaceUnits question) {
        return question.from().isEmpty() && question.until().isEmpty()
                ? 0
                : sql.jooq().fetchCount(AD_RESULT, AD_RESULT.RULES.isTrue().and(AD_RESULT.FROM_AT.isNull()));
    }
}
