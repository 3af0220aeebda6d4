package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR;
import static io.virality.persistence.schema.Tables.PROMO_CODE;
import static io.virality.persistence.schema.Tables.SALE;
import static io.virality.persistence.schema.Tables.SOURCE;
import static io.virality.persistence.schema.Tables.TOUCH;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import io.virality.application.port.Purchases;
import io.virality.domain.attribution.BuyerJourneys;
import io.virality.domain.attribution.BuyerJourneys.Line;
import io.virality.domain.attribution.Credited;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Platform;
import io.virality.domain.marketplace.Touch;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;

final class JooqPurchases implements Purchases {

    private static final Field<String> NOTHING = inline((String) null, SQLDataType.CLOB);

    private final DSLContext jooq;

    @Inject
    JooqPurchases(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Does something with a row. */
    @FunctionalInterface
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    @Override
    public Map<Currency, Long> orders() {
        Field<Integer> n = countDistinct(concat(SALE.PLATFORM, inline(" "), SALE.ORDER_ID));
        Map<Currency, Long> orders = new LinkedHashMap<>();
        jooq.select(SALE.CURRENCY, n)
                .from(SALE)
                .where(SALE.RULES.isTrue())
                .groupBy(SALE.CURRENCY)
                .orderBy(n.desc(), SALE.CURRENCY)
                .forEach(row -> orders.put(Currency.getInstance(row.get(SALE.CURRENCY)), (long) row.get(n)));
        return orders;
    }

    @Override
    public BuyerJourneys.Told journeys(Credited credited, Currency currency) {
        BuyerJourneys told = new BuyerJourneys();
        each(codes(credited), row -> told.code(row.getString(1), row.getString(2), row.getString(3)));
        each(
                touches(credited),
                row -> told.touch(
                        row.getString(1), row.getString(2), row.getLong(3), row.getInt(4) == 1, row.getString(5)));
        each(
                lines(credited, currency),
                row -> told.order(new Line(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getLong(6),
                        amount(row, 7),
                        amount(row, 8),
                        row.getString(9))));
        return told.told(origin(currency));
    }

    private static Long amount(ResultSet row, int column) throws SQLException {
        long amount = row.getLong(column);
        return row.wasNull() ? null : amount;
    }

    private static void each(ResultQuery<?> query, Row reader) {
        try (ResultSet rows = query.fetchResultSet()) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw new DataAccessException("buyers could not be read", e);
        }
    }

    private ResultQuery<?> codes(Credited credited) {
        Field<String> owner =
                switch (credited) {
                    case CREATOR -> creator();
                    case CONTENT -> NOTHING;
                    case CHANNEL -> PROMO_CODE.CHANNEL;
                    case CAMPAIGN ->
                        concat(coalesce(PROMO_CODE.CHANNEL, PROMO_CODE.PLATFORM), inline(" "), PROMO_CODE.CAMPAIGN_ID);
                };
        return jooq.select(PROMO_CODE.PLATFORM, PROMO_CODE.PROMO_CODE_, owner)
                .from(PROMO_CODE)
                .leftJoin(CREATOR)
                .on(CREATOR.ID.eq(PROMO_CODE.CREATOR_ID))
                .where(PROMO_CODE.RULES.isTrue())
                .orderBy(PROMO_CODE.PLATFORM, PROMO_CODE.PROMO_CODE_);
    }

    private ResultQuery<?> touches(Credited credited) {
        Field<String> place = coalesce(TOUCH.CHANNEL, TOUCH.PLATFORM);
        Field<String> nameless = concat(inline(credited.nameless()), place);
        Field<String> met =
                switch (credited) {
                    case CREATOR -> coalesce(creator(), nameless);
                    case CONTENT -> coalesce(TOUCH.VIDEO_ID, nameless);
                    case CHANNEL -> place;
                    case CAMPAIGN -> coalesce(concat(place, inline(" "), TOUCH.CAMPAIGN_ID), nameless);
                };
        var columns = jooq.select(
                        TOUCH.PLATFORM,
                        TOUCH.BUYER,
                        TOUCH.TOUCHED_AT,
                        when(TOUCH.TOUCH_.eq(inline(Touch.Kind.VIEW.id())), inline(1))
                                .otherwise(inline(0)),
                        met)
                .from(TOUCH);
        return credited == Credited.CREATOR
                ? columns.leftJoin(CREATOR).on(CREATOR.ID.eq(TOUCH.CREATOR_ID)).where(TOUCH.RULES.isTrue())
                : columns.where(TOUCH.RULES.isTrue());
    }

    /** In the order of the table's key: the rows of an order follow each other. */
    private ResultQuery<?> lines(Credited credited, Currency currency) {
        Field<String> met =
                switch (credited) {
                    case CREATOR -> creator();
                    case CONTENT -> SALE.VIDEO_ID;
                    case CHANNEL -> when(SALE.CREATOR_ID.isNotNull(), SALE.PLATFORM);
                    case CAMPAIGN -> NOTHING;
                };
        return jooq.select(
                        SALE.PLATFORM,
                        SALE.ORDER_ID,
                        SALE.BUYER,
                        SALE.SOLD_AT,
                        SALE.PROMO_CODE,
                        SALE.GROSS,
                        SALE.REFUNDS,
                        SALE.COMMISSION,
                        met)
                .from(SALE)
                .leftJoin(CREATOR)
                .on(CREATOR.ID.eq(SALE.CREATOR_ID))
                .where(meant(currency))
                .orderBy(SALE.PLATFORM, SALE.ORDER_ID, SALE.PRODUCT_ID);
    }

    private static Condition meant(Currency currency) {
        return SALE.RULES.isTrue().and(SALE.CURRENCY.eq(currency.getCurrencyCode()));
    }

    private static Field<String> creator() {
        Field<String> name = coalesce(CREATOR.HANDLE, CREATOR.PLATFORM_ID);
        return when(CREATOR.PLATFORM.eq(inline(Platform.TIKTOK.id())), name)
                .otherwise(concat(CREATOR.PLATFORM, inline(" "), name));
    }

    private Origin origin(Currency currency) {
        var simulated = jooq.select(SOURCE.SIMULATED)
                .from(SOURCE)
                .where(SOURCE.ID.in(select(TOUCH.SOURCE_ID).from(TOUCH).where(TOUCH.RULES.isTrue())))
                .or(SOURCE.ID.in(select(SALE.SOURCE_ID).from(SALE).where(meant(currency))))
                .fetchSet(SOURCE.SIMULATED);
        return Origin.of(simulated.contains(false), simulated.contains(true));
    }
}
