package io.virality.persistence;

import static io.virality.persistence.schema.Tables.AD_RESULT;
import static io.virality.persistence.schema.Tables.SALE;
import static io.virality.persistence.schema.Tables.SOURCE;
import static io.virality.persistence.schema.Tables.VIDEO_STATE;
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

import io.virality.domain.marketplace.Money;
import java.math.BigDecimal;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** What creators sold and how often their advertisements were clicked, by the words that rule. */
final class SalesFigures {

    private static final Name SALES = name("sales");
    private static final Name ADS = name("ads");
    private static final BigDecimal TEN_THOUSANDTHS = new BigDecimal("10000.0");

    static final Field<Integer> SELLER = field(SALES.append("creator_id"), SQLDataType.INTEGER);
    static final Field<String> CURRENCY = field(SALES.append("currency"), SQLDataType.CLOB);
    static final Field<Long> ORDERS = field(SALES.append("orders"), SQLDataType.BIGINT);
    static final Field<Long> UNITS = field(SALES.append("units"), SQLDataType.BIGINT);
    static final Field<Double> NET = field(SALES.append("net_sales"), SQLDataType.DOUBLE);
    static final Field<Integer> ADVERTISED = field(ADS.append("creator_id"), SQLDataType.INTEGER);
    static final Field<Long> CLICKS = field(ADS.append("clicks"), SQLDataType.BIGINT);

    static final Field<Integer> SEEN = field(name("seen", "creator_id"), SQLDataType.INTEGER);
    static final Field<Long> VIEWS = field(name("seen", "views"), SQLDataType.BIGINT);

    private SalesFigures() {}

    /** One row a creator who sold something in the currency; an empty one means that in which most sales are told. */
    static Table<?> byCreator(String currency) {
        return byCreator(currency, noCondition());
    }

    /** The same of some of the creators. */
    static Table<?> byCreator(String currency, Condition some) {
        return select(
                        SALE.CREATOR_ID,
                        max(SALE.CURRENCY).as(CURRENCY.getUnqualifiedName()),
                        countDistinct(SALE.ORDER_ID).as(ORDERS.getUnqualifiedName()),
                        sum(SALE.UNITS).as(UNITS.getUnqualifiedName()),
                        amount(sum(SALE.GROSS.minus(SALE.REFUNDS))).as(NET.getUnqualifiedName()),
                        max(SALE.OBSERVED_AT).as("observed_at"),
                        min(SOURCE.SIMULATED.coerce(SQLDataType.INTEGER)).as("all_simulated"),
                        max(SOURCE.SIMULATED.coerce(SQLDataType.INTEGER)).as("any_simulated"))
                .from(SALE)
                .join(SOURCE)
                .on(SOURCE.ID.eq(SALE.SOURCE_ID))
                .where(meant(currency))
                .and(some)
                .groupBy(SALE.CREATOR_ID)
                .asTable(SALES);
    }

    /** One row a creator who sold something in any currency, with the views of all its videos. */
    static Table<?> ordersAndViews() {
        Field<?> views = field(
                select(sum(VIDEO_STATE.VIEWS)).from(VIDEO_STATE).where(VIDEO_STATE.CREATOR_ID.eq(SALE.CREATOR_ID)));
        return select(
                        SALE.CREATOR_ID,
                        countDistinct(SALE.ORDER_ID).as(ORDERS.getUnqualifiedName()),
                        // Here and not around it, where it would be looked up once for each use.
                        views.as("views"),
                        max(SALE.OBSERVED_AT).as("observed_at"),
                        min(SOURCE.SIMULATED.coerce(SQLDataType.INTEGER)).as("all_simulated"),
                        max(SOURCE.SIMULATED.coerce(SQLDataType.INTEGER)).as("any_simulated"))
                .from(SALE)
                .join(SOURCE)
                .on(SOURCE.ID.eq(SALE.SOURCE_ID))
                .where(SALE.RULES.isTrue())
                .and(SALE.CREATOR_ID.isNotNull())
                .groupBy(SALE.CREATOR_ID)
                .asTable(SALES);
    }

    /** One row a creator: the newest views of all its videos. */
    static Table<?> viewsByCreator() {
        return select(VIDEO_STATE.CREATOR_ID, sum(VIDEO_STATE.VIEWS).as(VIEWS.getUnqualifiedName()))
                .from(VIDEO_STATE)
                .groupBy(VIDEO_STATE.CREATOR_ID)
                .asTable("seen");
    }

    /** One row each of some of the creators whom advertisements name. */
    static Table<?> clicksByCreator(Condition some) {
        return select(
                        AD_RESULT.CREATOR_ID,
                        sum(AD_RESULT.CLICKS).as(CLICKS.getUnqualifiedName()),
                        max(AD_RESULT.OBSERVED_AT).as("observed_at"),
                        min(SOURCE.SIMULATED.coerce(SQLDataType.INTEGER)).as("all_simulated"),
                        max(SOURCE.SIMULATED.coerce(SQLDataType.INTEGER)).as("any_simulated"))
                .from(AD_RESULT)
                .join(SOURCE)
                .on(SOURCE.ID.eq(AD_RESULT.SOURCE_ID))
                .where(AD_RESULT.RULES.isTrue())
                .and(AD_RESULT.CREATOR_ID.isNotNull())
                .and(AD_RESULT.CLICKS.isNotNull())
                .and(some)
                .groupBy(AD_RESULT.CREATOR_ID)
                .asTable(ADS);
    }

    /** An amount of money in whole currency. */
    static Field<Double> amount(Field<? extends Number> tenThousandths) {
        return tenThousandths.coerce(SQLDataType.DOUBLE).div(inline(TEN_THOUSANDTHS));
    }

    /** Sales of creators that rule, in that currency. */
    static Condition meant(String currency) {
        Condition ofCreators = SALE.RULES.isTrue().and(SALE.CREATOR_ID.isNotNull());
        return ofCreators.and(
                currency.isEmpty()
                        ? SALE.CURRENCY.eq(select(SALE.CURRENCY)
                                .from(SALE)
                                .where(ofCreators)
                                .and(SALE.CURRENCY.ne(inline(Money.UNKNOWN.getCurrencyCode())))
                                .groupBy(SALE.CURRENCY)
                                .orderBy(count().desc(), SALE.CURRENCY)
                                .limit(inline(1)))
                        : SALE.CURRENCY.eq(inline(currency)));
    }
}
