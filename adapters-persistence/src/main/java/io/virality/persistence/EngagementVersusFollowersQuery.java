package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import io.virality.domain.insight.EngagementVersusFollowers;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Quantity;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The statement counts the creators; the coefficients are the domain's. */
final class EngagementVersusFollowersQuery implements InsightQuery<EngagementVersusFollowers> {

    private static final Name FIGURES = name("figures");
    private static final Name SIZES = name("sizes");
    private static final Field<Long> FOLLOWERS = field(name(Quantity.FOLLOWERS.id()), SQLDataType.BIGINT);
    private static final Field<Double> ENGAGEMENT = field(name(Quantity.ENGAGEMENT.id()), SQLDataType.DOUBLE);
    private static final Field<String> CREATORS = field(name("creators"), SQLDataType.CLOB);
    private static final Field<Long> EDGE = field(name("edge"), SQLDataType.BIGINT);

    private final InsightSql sql;

    EngagementVersusFollowersQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(EngagementVersusFollowers question) {
        Field<Double> rate = RateColumns.of(question.definition()).rate();
        Condition known = CREATOR_STATE.FOLLOWERS.isNotNull();
        Select<?> figures = select(CREATOR_STATE.FOLLOWERS, rate.as(ENGAGEMENT))
                .from(CREATOR_STATE)
                .where(rate.isNotNull())
                .and(known);
        Select<?> sizes = select(
                        InsightSql.tier(question.tiers(), FOLLOWERS).as(CREATORS),
                        min(FOLLOWERS).as(EDGE),
                        count().as(InsightSql.N))
                .from(table(FIGURES))
                .groupBy(CREATORS);
        Table<?> groups = select(
                        inline(EngagementVersusFollowers.ALL).as(CREATORS),
                        inline(-1L).as(EDGE),
                        sum(InsightSql.N).coerce(SQLDataType.INTEGER).as(InsightSql.N))
                .from(table(SIZES))
                .having(count().gt(inline(0)))
                .unionAll(select(CREATORS, EDGE, InsightSql.N).from(table(SIZES)))
                .asTable("groups");
        return sql.evidence(
                question,
                sql.jooq()
                        .with(FIGURES.as(figures))
                        .with(SIZES.as(sizes))
                        .select(CREATORS, InsightSql.N)
                        .from(groups)
                        .orderBy(EDGE),
                beside -> new Units(Map.of(), beside.figures(figures), beside.ofCreators(known, rate)));
    }
}
