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
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Select;
import org.jooq.Table;
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
                () -> Units.of(basis(question)));
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
        return told(
                select(
                                segment.as(SEGMENT),
                                coalesce(AD_RESULT.CURRENCY, NO_CURRENCY).as(CURRENCY),
                                (by.ofSales()
                                                ? when(AD_RESULT.CREATOR_ID.isNotNull(), creator())
                                                        .otherwise(advertisement)
                                                : advertisement)
                                        .as(UNIT),
                                (by.ofSales() ? AD_RESULT.CREATOR_ID : castNull(SQLDataType.INTEGER)).as(CREATOR_ID),
                                castNull(SQLDataType.CLOB).as(ORDER),
                                AD_RESULT.SPEND,
                                AD_RESULT.IMPRESSIONS,
                                AD_RESULT.REACH,
                                AD_RESULT.CLICKS,
                                AD_RESULT.CONVERSIONS,
                                AD_RESULT.APPROVED_CONVERSIONS,
                                AD_RESULT.REVENUE.as("told_revenue"),
                                none("fees"),
                                none("gross"),
                                none("settled"),
                                none("refunds"),
                                none("commission"),
                                none("unsettled"),
                                AD_RESULT.OBSERVED_AT,
                                SOURCE.SIMULATED)
                        .from(AD_RESULT)
                        .join(SOURCE)
                        .on(SOURCE.ID.eq(AD_RESULT.SOURCE_ID))
                        .leftJoin(CREATOR)
                        .on(CREATOR.ID.eq(AD_RESULT.CREATOR_ID))
                        .leftJoin(CREATOR_STATE)
                        .on(CREATOR_STATE.CREATOR_ID.eq(AD_RESULT.CREATOR_ID)),
                AD_RESULT.RULES.isTrue().and(within(question, AD_RESULT.FROM_AT)));
    }

    private static Select<?> sales(MarketplaceUnits question) {
        return told(
                select(
                                ofCreator(question, SALE.SOLD_AT).as(SEGMENT),
                                SALE.CURRENCY.as(CURRENCY),
                                when(SALE.CREATOR_ID.isNotNull(), creator())
                                        .otherwise(inline("nobody"))
                                        .as(UNIT),
                                SALE.CREATOR_ID.as(CREATOR_ID),
                                concat(SALE.PLATFORM, inline(" "), SALE.ORDER_ID)
                                        .as(ORDER),
                                none("spend"),
                                none("impressions"),
                                none("reach"),
                                none("clicks"),
                                none("conversions"),
                                none("approved_conversions"),
                                none("told_revenue"),
                                none("fees"),
                                SALE.GROSS,
                                when(SALE.REFUNDS.isNotNull(), SALE.GROSS).as("settled"),
                                SALE.REFUNDS,
                                SALE.COMMISSION,
                                when(SALE.REFUNDS.isNull(), inline(1L))
                                        .otherwise(inline(0L))
                                        .as("unsettled"),
                                SALE.OBSERVED_AT,
                                SOURCE.SIMULATED)
                        .from(SALE)
                        .join(SOURCE)
                        .on(SOURCE.ID.eq(SALE.SOURCE_ID))
                        .leftJoin(CREATOR)
                        .on(CREATOR.ID.eq(SALE.CREATOR_ID))
                        .leftJoin(CREATOR_STATE)
                        .on(CREATOR_STATE.CREATOR_ID.eq(SALE.CREATOR_ID)),
                SALE.RULES.isTrue().and(within(question, SALE.SOLD_AT)));
    }

    private static Select<?> fees(MarketplaceUnits question) {
        return told(
                select(
                                ofCreator(question, SPONSORSHIP.FROM_AT).as(SEGMENT),
                                coalesce(SPONSORSHIP.CURRENCY, NO_CURRENCY).as(CURRENCY),
                                creator().as(UNIT),
                                SPONSORSHIP.CREATOR_ID.as(CREATOR_ID),
                                castNull(SQLDataType.CLOB).as(ORDER),
                                none("spend"),
                                none("impressions"),
                                none("reach"),
                                none("clicks"),
                                none("conversions"),
                                none("approved_conversions"),
                                none("told_revenue"),
                                SPONSORSHIP.FEE.as("fees"),
                                none("gross"),
                                none("settled"),
                                none("refunds"),
                                none("commission"),
                                none("unsettled"),
                                SPONSORSHIP.OBSERVED_AT,
                                SOURCE.SIMULATED)
                        .from(SPONSORSHIP)
                        .join(SOURCE)
                        .on(SOURCE.ID.eq(SPONSORSHIP.SOURCE_ID))
                        .join(CREATOR)
                        .on(CREATOR.ID.eq(SPONSORSHIP.CREATOR_ID))
                        .leftJoin(CREATOR_STATE)
                        .on(CREATOR_STATE.CREATOR_ID.eq(SPONSORSHIP.CREATOR_ID)),
                SPONSORSHIP.RULES.isTrue().and(SPONSORSHIP.FEE.isNotNull()).and(within(question, SPONSORSHIP.FROM_AT)));
    }

    private static Select<?> told(org.jooq.SelectWhereStep<?> all, Condition meant) {
        return all.where(meant);
    }

    private static Field<Long> none(String name) {
        return castNull(SQLDataType.BIGINT).as(name);
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

    private InsightSql.Basis basis(MarketplaceUnits question) {
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
                timeless(question),
                Optional.ofNullable(behind.value2()),
                behind.value1() == 0 ? Origin.REAL : JooqDataset.origin(behind.value3(), behind.value4()));
    }

    private long timeless(MarketplaceUnits question) {
        return question.from().isEmpty() && question.until().isEmpty()
                ? 0
                : sql.jooq().fetchCount(AD_RESULT, AD_RESULT.RULES.isTrue().and(AD_RESULT.FROM_AT.isNull()));
    }
}
