package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.SALE;
import static io.virality.persistence.schema.Tables.SOURCE;
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
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Grouping;
import io.virality.domain.insight.SalesFunnel;
import java.math.BigDecimal;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

final class SalesFunnelQuery implements InsightQuery<SalesFunnel> {

    private static final Name SALES = name("sales");
    private static final Name VIEWED = name("viewed");
    private static final Name SOLD = name("sold");
    private static final Field<String> SEGMENT = field(name("segment"), SQLDataType.CLOB);
    private static final Field<String> CURRENCY = field(name("currency"), SQLDataType.CLOB);
    private static final Field<Long> EDGE = field(name("edge"), SQLDataType.BIGINT);
    private static final Field<Integer> CREATOR = field(name("creator_id"), SQLDataType.INTEGER);
    private static final Field<String> ORDER = field(name("order_name"), SQLDataType.CLOB);
    private static final Field<Long> UNITS = field(name("units"), SQLDataType.BIGINT);
    private static final Field<Double> GROSS = field(name("gross"), SQLDataType.DOUBLE);
    private static final Field<Double> REFUNDS = field(name("refunds"), SQLDataType.DOUBLE);
    private static final Field<Long> VIEWS = field(name("views"), SQLDataType.BIGINT);
    private static final Field<Long> CLICKS = field(name("clicks"), SQLDataType.BIGINT);
    private static final Field<Long> ORDERS = field(name("orders"), SQLDataType.BIGINT);
    private static final Field<Double> SETTLED = field(name("settled"), SQLDataType.DOUBLE);
    private static final Field<Long> REFUNDS_UNKNOWN = field(name("refunds_unknown"), SQLDataType.BIGINT);
    private static final Field<Integer> CREATORS = field(name("creators"), SQLDataType.INTEGER);
    private static final Field<Long> LAST = inline(Long.MAX_VALUE);

    private final InsightSql sql;

    SalesFunnelQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(SalesFunnel question) {
        CommonTableExpression<?> sales = SALES.as(sales(question));
        CommonTableExpression<?> sold = SOLD.as(sold());
        CommonTableExpression<?> viewed = question.reached() ? VIEWED.as(reached()) : VIEWED.as(notReached());
        Field<String> soldSegment = field(SOLD.append("segment"), SQLDataType.CLOB);
        Field<String> soldCurrency = field(SOLD.append("currency"), SQLDataType.CLOB);
        var funnel = sql.jooq()
                .with(sales, sold, viewed)
                .select(
                        soldSegment,
                        soldCurrency,
                        CREATORS,
                        VIEWS,
                        CLICKS,
                        ORDERS,
                        InsightSql.N,
                        UNITS,
                        GROSS,
                        REFUNDS_UNKNOWN,
                        REFUNDS.div(nullif(SETTLED, inline(0.0))).as("refund_rate"),
                        SETTLED.minus(REFUNDS).as("net"),
                        ORDERS.mul(inline(new BigDecimal("1000.0")))
                                .coerce(SQLDataType.DOUBLE)
                                .div(nullif(VIEWS, inline(0L)))
                                .as("orders_per_1000_views"),
                        GROSS.div(ORDERS).as("average_order"))
                .from(table(SOLD))
                .leftJoin(table(VIEWED))
                .on(field(VIEWED.append("segment"), SQLDataType.CLOB).eq(soldSegment))
                .and(field(VIEWED.append("currency"), SQLDataType.CLOB).eq(soldCurrency));
        Select<?> ordered = question.grouping() == Grouping.TIER
                ? funnel.orderBy(soldCurrency, EDGE, soldSegment)
                : funnel.orderBy(soldCurrency, ORDERS.desc(), soldSegment);
        return sql.evidence(question, ordered, beside -> Units.of(basis(beside)));
    }

    /** One row a sale, by the word that rules. */
    private static Select<?> sales(SalesFunnel question) {
        Field<String> unknown = inline(Grouping.UNKNOWN);
        Field<String> segment =
                switch (question.grouping()) {
                    case CONTENT -> coalesce(SALE.CONTENT_TYPE, unknown);
                    case TIER ->
                        when(CREATOR_STATE.FOLLOWERS.isNull(), unknown)
                                .otherwise(InsightSql.tier(question.tiers(), CREATOR_STATE.FOLLOWERS));
                    default ->
                        GroupComparisonQuery.group(question.grouping(), question.tiers(), CREATOR_STATE.FOLLOWERS);
                };
        return select(
                        segment.as(SEGMENT),
                        SALE.CURRENCY,
                        coalesce(CREATOR_STATE.FOLLOWERS, LAST).as(EDGE),
                        SALE.CREATOR_ID,
                        concat(SALE.PLATFORM, inline(" "), SALE.ORDER_ID).as(ORDER),
                        SALE.UNITS,
                        SalesFigures.amount(SALE.GROSS).as(GROSS),
                        SalesFigures.amount(SALE.REFUNDS).as(REFUNDS))
                .from(SALE)
                .leftJoin(CREATOR_STATE)
                .on(CREATOR_STATE.CREATOR_ID.eq(SALE.CREATOR_ID))
                .where(SALE.RULES.isTrue());
    }

    private static Select<?> sold() {
        return select(
                        SEGMENT,
                        CURRENCY,
                        min(EDGE).as(EDGE),
                        count().as(InsightSql.N),
                        countDistinct(CREATOR).as(CREATORS),
                        countDistinct(ORDER).as(ORDERS),
                        sum(UNITS).as(UNITS),
                        sum(GROSS).as(GROSS),
                        sum(when(REFUNDS.isNotNull(), GROSS)).as(SETTLED),
                        sum(REFUNDS).as(REFUNDS),
                        count().minus(count(REFUNDS)).as(REFUNDS_UNKNOWN))
                .from(table(SALES))
                .groupBy(SEGMENT, CURRENCY);
    }

    /** Views and clicks of the creators who sold something, each counted once in a group and currency. */
    private static Select<?> reached() {
        var sellers = selectDistinct(SEGMENT, CURRENCY, CREATOR)
                .from(table(SALES))
                .where(CREATOR.isNotNull())
                .asTable("sellers");
        Field<Integer> seller = field(name("sellers", "creator_id"), SQLDataType.INTEGER);
        return select(SEGMENT, CURRENCY, sum(VIEWS).as(VIEWS), sum(CLICKS).as(CLICKS))
                .from(sellers)
                .leftJoin(SalesFigures.viewsByCreator())
                .on(SalesFigures.SEEN.eq(seller))
                .leftJoin(SalesFigures.clicksByCreator(noCondition()))
                .on(SalesFigures.ADVERTISED.eq(seller))
                .groupBy(SEGMENT, CURRENCY);
    }

    private static Select<?> notReached() {
        return selectDistinct(
                        SEGMENT,
                        CURRENCY,
                        castNull(SQLDataType.BIGINT).as(VIEWS),
                        castNull(SQLDataType.BIGINT).as(CLICKS))
                .from(table(SALES));
    }

    private static InsightSql.Basis basis(InsightSql sql) {
        var behind = sql.jooq()
                .select(
                        count(),
                        max(SALE.OBSERVED_AT),
                        min(SOURCE.SIMULATED.coerce(SQLDataType.INTEGER)),
                        max(SOURCE.SIMULATED.coerce(SQLDataType.INTEGER)))
                .from(SALE)
                .join(SOURCE)
                .on(SOURCE.ID.eq(SALE.SOURCE_ID))
                .where(SALE.RULES.isTrue())
                .fetchSingle();
        return new InsightSql.Basis(
                behind.value1(),
                0,
                Optional.ofNullable(behind.value2()),
                JooqDataset.origin(behind.value3(), behind.value4()));
    }
}
