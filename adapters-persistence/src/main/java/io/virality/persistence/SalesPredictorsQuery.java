package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Quantity;
import io.virality.domain.insight.SalesPredictors;
import java.util.List;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

final class SalesPredictorsQuery implements InsightQuery<SalesPredictors> {

    private static final Name FIGURES = name("figures");
    private static final Field<String> CREATORS = field(name("creators"), SQLDataType.CLOB);
    private static final Field<String> TIER = field(name("tier"), SQLDataType.CLOB);
    private static final Field<String> CURRENCY = field(name("currency"), SQLDataType.CLOB);
    private static final Field<Long> EDGE = field(name("edge"), SQLDataType.BIGINT);
    private static final Field<Long> FOLLOWERS = field(name(Quantity.FOLLOWERS.id()), SQLDataType.BIGINT);
    private static final Field<Double> ENGAGEMENT = field(name(Quantity.ENGAGEMENT.id()), SQLDataType.DOUBLE);
    private static final Field<Double> NET_SALES = field(name(Quantity.NET_SALES.id()), SQLDataType.DOUBLE);

    private final InsightSql sql;

    SalesPredictorsQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(SalesPredictors question) {
        Select<?> figures = figures(question);
        var known = FOLLOWERS.isNotNull().and(ENGAGEMENT.isNotNull()).and(NET_SALES.isNotNull());
        Table<?> groups = select(
                        inline(SalesPredictors.ALL).as(CREATORS),
                        CURRENCY,
                        inline(-1L).as(EDGE))
                .from(table(FIGURES))
                .where(known)
                .unionAll(select(TIER, CURRENCY, FOLLOWERS).from(table(FIGURES)).where(known))
                .asTable("groups");
        List<String> names = SalesPredictors.FIGURES.stream().map(Quantity::id).toList();
        return sql.evidence(
                question,
                sql.jooq()
                        .with(FIGURES.asMaterialized(figures))
                        .select(CREATORS, max(CURRENCY).as(CURRENCY), count().as(InsightSql.N))
                        .from(groups)
                        .groupBy(CREATORS)
                        .orderBy(min(EDGE)),
                beside -> UnitFigures.read(
                        beside, UnitFigures.select(figures.asTable(FIGURES), names), names, names.size()));
    }

    private static Select<?> figures(SalesPredictors question) {
        Table<?> sales = SalesFigures.byCreator(question.currency());
        Field<Integer> simulated = CREATOR_STATE.SIMULATED.coerce(SQLDataType.INTEGER);
        return select(
                        InsightSql.tier(question.tiers(), CREATOR_STATE.FOLLOWERS)
                                .as(TIER),
                        SalesFigures.CURRENCY,
                        CREATOR_STATE.FOLLOWERS,
                        RateColumns.of(question.definition()).rate().as(ENGAGEMENT),
                        SalesFigures.NET,
                        greatest(CREATOR_STATE.OBSERVED_AT, sales.field(UnitFigures.OBSERVED_AT))
                                .as(UnitFigures.OBSERVED_AT),
                        least(simulated, sales.field(UnitFigures.ALL_SIMULATED)).as(UnitFigures.ALL_SIMULATED),
                        greatest(simulated, sales.field(UnitFigures.ANY_SIMULATED))
                                .as(UnitFigures.ANY_SIMULATED))
                .from(sales)
                .join(CREATOR_STATE)
                .on(CREATOR_STATE.CREATOR_ID.eq(SalesFigures.SELLER));
    }
}
