package io.virality.persistence;

import static io.virality.persistence.schema.Tables.AD_RESULT;
import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.SALE;
import static io.virality.persistence.schema.Tables.VIDEO_STATE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.virality.domain.insight.Correlations;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Population;
import io.virality.domain.insight.Quantity;
import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The figures of each unit; the coefficients are the domain's. */
final class CorrelationsQuery implements InsightQuery<Correlations> {

    /** Below the ids of all creators: who has none is read with the lower half. */
    private static final Field<Integer> NOBODY = inline(0);

    private final InsightSql sql;

    CorrelationsQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(Correlations question) {
        List<String> names = question.quantities().stream().map(Quantity::id).toList();
        Function<InsightSql.Half, Select<?>> figures = half -> UnitFigures.select(figures(question, half), names);
        return sql.evidenceOfFigures(
                figures, (reading, half) -> UnitFigures.read(reading, figures.apply(half), names, 2));
    }

    private static Table<?> figures(Correlations question, InsightSql.Half half) {
        Select<?> units = question.population() == Population.VIDEOS ? ofVideos(half) : ofCreators(question, half);
        return units.asTable("figures");
    }

    private static Select<?> ofVideos(InsightSql.Half half) {
        Table<?> ofNobody = VideosOfNobody.table();
        return select(
                        VIDEO_STATE.VIEWS,
                        VIDEO_STATE.LIKES,
                        VIDEO_STATE.COMMENTS,
                        VIDEO_STATE.SHARES,
                        VIDEO_STATE.SAVES,
                        VIDEO_STATE.FOLLOWERS,
                        engagement(VIDEO_STATE.INTERACTIONS, VIDEO_STATE.VIEWS),
                        VIDEO_STATE.OBSERVED_AT,
                        VIDEO_STATE.SIMULATED.coerce(SQLDataType.INTEGER).as(UnitFigures.ALL_SIMULATED),
                        VIDEO_STATE.SIMULATED.coerce(SQLDataType.INTEGER).as(UnitFigures.ANY_SIMULATED))
                .from(VIDEO_STATE)
                .where(half.apply(VIDEO_STATE.CREATOR_ID))
                .unionAll(select(
                                VideosOfNobody.VIEWS,
                                VideosOfNobody.LIKES,
                                VideosOfNobody.COMMENTS,
                                VideosOfNobody.SHARES,
                                VideosOfNobody.SAVES,
                                VideosOfNobody.FOLLOWERS,
                                engagement(
                                        VideosOfNobody.LIKES
                                                .plus(VideosOfNobody.COMMENTS)
                                                .plus(VideosOfNobody.SHARES),
                                        VideosOfNobody.VIEWS),
                                VideosOfNobody.OBSERVED_AT,
                                VideosOfNobody.SIMULATED,
                                VideosOfNobody.SIMULATED)
                        .from(ofNobody)
                        .where(half.apply(NOBODY)));
    }

    private static Field<Double> engagement(Field<Long> interactions, Field<Long> views) {
        return interactions
                .cast(SQLDataType.DOUBLE)
                .div(nullif(views, inline(0L)))
                .coerce(SQLDataType.DOUBLE)
                .as(Quantity.ENGAGEMENT.id());
    }

    private static Select<?> ofCreators(Correlations question, InsightSql.Half half) {
        Table<?> sales = SalesFigures.byCreator(question.currency(), half.apply(SALE.CREATOR_ID));
        Table<?> ads = SalesFigures.clicksByCreator(half.apply(AD_RESULT.CREATOR_ID));
        Table<?> videos = byCreator(half);
        Field<Integer> simulated = CREATOR_STATE.SIMULATED.coerce(SQLDataType.INTEGER);
        return select(
                        CREATOR_STATE.FOLLOWERS,
                        CREATOR_STATE.LIKES,
                        videos.field(VIDEO_STATE.VIEWS),
                        videos.field(VIDEO_STATE.COMMENTS),
                        videos.field(VIDEO_STATE.SHARES),
                        videos.field(VIDEO_STATE.SAVES),
                        RateColumns.of(question.definition()).rate().as(Quantity.ENGAGEMENT.id()),
                        SalesFigures.CLICKS,
                        SalesFigures.ORDERS,
                        SalesFigures.UNITS,
                        SalesFigures.NET,
                        greatest(
                                        CREATOR_STATE.OBSERVED_AT,
                                        orElse(videos.field(UnitFigures.OBSERVED_AT), CREATOR_STATE.OBSERVED_AT),
                                        orElse(sales.field(UnitFigures.OBSERVED_AT), CREATOR_STATE.OBSERVED_AT),
                                        orElse(ads.field(UnitFigures.OBSERVED_AT), CREATOR_STATE.OBSERVED_AT))
                                .as(UnitFigures.OBSERVED_AT),
                        least(
                                        simulated,
                                        orElse(videos.field(UnitFigures.ALL_SIMULATED), simulated),
                                        orElse(sales.field(UnitFigures.ALL_SIMULATED), simulated),
                                        orElse(ads.field(UnitFigures.ALL_SIMULATED), simulated))
                                .as(UnitFigures.ALL_SIMULATED),
                        greatest(
                                        simulated,
                                        orElse(videos.field(UnitFigures.ANY_SIMULATED), simulated),
                                        orElse(sales.field(UnitFigures.ANY_SIMULATED), simulated),
                                        orElse(ads.field(UnitFigures.ANY_SIMULATED), simulated))
                                .as(UnitFigures.ANY_SIMULATED))
                .from(CREATOR_STATE)
                .leftJoin(videos)
                .on(videos.field(VIDEO_STATE.CREATOR_ID).eq(CREATOR_STATE.CREATOR_ID))
                .leftJoin(sales)
                .on(SalesFigures.SELLER.eq(CREATOR_STATE.CREATOR_ID))
                .leftJoin(ads)
                .on(SalesFigures.ADVERTISED.eq(CREATOR_STATE.CREATOR_ID))
                .where(half.apply(CREATOR_STATE.CREATOR_ID));
    }

    /** Sums over the videos of each creator, by each video's newest counts. */
    private static Table<?> byCreator(InsightSql.Half half) {
        Field<Integer> simulated = VIDEO_STATE.SIMULATED.coerce(SQLDataType.INTEGER);
        return select(
                        VIDEO_STATE.CREATOR_ID,
                        sum(VIDEO_STATE.VIEWS).as(VIDEO_STATE.VIEWS),
                        sum(VIDEO_STATE.COMMENTS).as(VIDEO_STATE.COMMENTS),
                        sum(VIDEO_STATE.SHARES).as(VIDEO_STATE.SHARES),
                        sum(VIDEO_STATE.SAVES).as(VIDEO_STATE.SAVES),
                        max(VIDEO_STATE.OBSERVED_AT).as(UnitFigures.OBSERVED_AT),
                        min(simulated).as(UnitFigures.ALL_SIMULATED),
                        max(simulated).as(UnitFigures.ANY_SIMULATED))
                .from(VIDEO_STATE)
                .where(half.apply(VIDEO_STATE.CREATOR_ID))
                .groupBy(VIDEO_STATE.CREATOR_ID)
                .asTable("seen");
    }

    private static <T> Field<T> orElse(Field<T> value, Field<T> other) {
        return coalesce(value, other);
    }
}
