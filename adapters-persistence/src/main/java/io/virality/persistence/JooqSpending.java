package io.virality.persistence;

import static io.virality.persistence.schema.Tables.AD_RESULT;
import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.SALE;
import static io.virality.persistence.schema.Tables.SOURCE;
import static io.virality.persistence.schema.Tables.SPONSORSHIP;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.virality.application.port.Spending;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Tiers;
import io.virality.domain.marketplace.Money;
import io.virality.domain.response.SpendHistory;
import io.virality.domain.response.SpendHistory.Flow;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

final class JooqSpending implements Spending {

    private static final Field<String> NAME = field(name("told_name"), SQLDataType.CLOB);
    private static final Field<Instant> FROM = field(name("told_from"), SALE.SOLD_AT.getDataType());
    private static final Field<Instant> UNTIL = field(name("told_until"), SALE.SOLD_AT.getDataType());
    private static final Field<Long> AMOUNT = field(name("amount"), SQLDataType.BIGINT);
    private static final Field<Integer> SIMULATED = field(name("any_simulated"), SQLDataType.INTEGER);
    private static final Field<Integer> ALL = field(name("all_simulated"), SQLDataType.INTEGER);
    private static final long MILLISECONDS_A_DAY = 86_400_000L;

    private final DSLContext jooq;

    @Inject
    JooqSpending(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public Map<Currency, Long> currencies() {
        Map<String, Long> counts = new TreeMap<>();
        jooq.select(currency(AD_RESULT.CURRENCY), count())
                .from(AD_RESULT)
                .where(AD_RESULT.RULES.isTrue())
                .and(AD_RESULT.SPEND.isNotNull())
                .and(AD_RESULT.FROM_AT.isNotNull())
                .groupBy(currency(AD_RESULT.CURRENCY))
                .forEach(row -> counts.merge(row.value1(), (long) row.value2(), Long::sum));
        jooq.select(currency(SPONSORSHIP.CURRENCY), count())
                .from(SPONSORSHIP)
                .where(SPONSORSHIP.RULES.isTrue())
                .and(SPONSORSHIP.FEE.isNotNull())
                .and(SPONSORSHIP.FROM_AT.isNotNull())
                .groupBy(currency(SPONSORSHIP.CURRENCY))
                .forEach(row -> counts.merge(row.value1(), (long) row.value2(), Long::sum));
        Map<Currency, Long> ranked = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> ranked.put(Currency.getInstance(entry.getKey()), entry.getValue()));
        return ranked;
    }

    @Override
    public SpendHistory history(Optional<Tiers> tiers, Currency currency) {
        Origins origins = new Origins();
        List<Flow> spent = new ArrayList<>(origins.flows(advertisements(
                AD_RESULT.SPEND,
                tiers.map(all -> when(AD_RESULT.CREATOR_ID.isNull(), inline("no creator"))
                                .otherwise(tier(all)))
                        .orElse(AD_RESULT.CHANNEL),
                currency)));
        spent.addAll(origins.flows(fees(tiers, currency)));
        return new SpendHistory(
                spent,
                origins.flows(orders(currency)),
                origins.flows(advertisements(AD_RESULT.REVENUE, AD_RESULT.CHANNEL, currency)),
                origins.origin());
    }

    private static Field<String> currency(Field<String> told) {
        return coalesce(told, inline(Money.UNKNOWN.getCurrencyCode()));
    }

    private static Field<String> tier(Tiers tiers) {
        return when(CREATOR_STATE.FOLLOWERS.isNull(), inline("unknown"))
                .otherwise(InsightSql.tier(tiers, CREATOR_STATE.FOLLOWERS));
    }

    private Select<?> advertisements(Field<Long> amount, Field<String> named, Currency currency) {
        return jooq.select(
                        named.as(NAME),
                        AD_RESULT.FROM_AT.as(FROM),
                        AD_RESULT.UNTIL_AT.as(UNTIL),
                        sum(amount).cast(SQLDataType.BIGINT).as(AMOUNT),
                        max(SOURCE.SIMULATED.cast(SQLDataType.INTEGER)).as(SIMULATED),
                        min(SOURCE.SIMULATED.cast(SQLDataType.INTEGER)).as(ALL))
                .from(AD_RESULT)
                .join(SOURCE)
                .on(SOURCE.ID.eq(AD_RESULT.SOURCE_ID))
                .leftJoin(CREATOR_STATE)
                .on(CREATOR_STATE.CREATOR_ID.eq(AD_RESULT.CREATOR_ID))
                .where(AD_RESULT.RULES.isTrue())
                .and(amount.isNotNull())
                .and(AD_RESULT.FROM_AT.isNotNull())
                .and(meant(AD_RESULT.CURRENCY, currency))
                .groupBy(NAME, FROM, UNTIL)
                .orderBy(FROM, UNTIL, NAME);
    }

    private Select<?> fees(Optional<Tiers> tiers, Currency currency) {
        return jooq.select(
                        tiers.map(JooqSpending::tier).orElse(inline("creators")).as(NAME),
                        SPONSORSHIP.FROM_AT.as(FROM),
                        SPONSORSHIP.UNTIL_AT.as(UNTIL),
                        sum(SPONSORSHIP.FEE).cast(SQLDataType.BIGINT).as(AMOUNT),
                        max(SOURCE.SIMULATED.cast(SQLDataType.INTEGER)).as(SIMULATED),
                        min(SOURCE.SIMULATED.cast(SQLDataType.INTEGER)).as(ALL))
                .from(SPONSORSHIP)
                .join(SOURCE)
                .on(SOURCE.ID.eq(SPONSORSHIP.SOURCE_ID))
                .leftJoin(CREATOR_STATE)
                .on(CREATOR_STATE.CREATOR_ID.eq(SPONSORSHIP.CREATOR_ID))
                .where(SPONSORSHIP.RULES.isTrue())
                .and(SPONSORSHIP.FEE.isNotNull())
                .and(SPONSORSHIP.FROM_AT.isNotNull())
                .and(meant(SPONSORSHIP.CURRENCY, currency))
                .groupBy(NAME, FROM, UNTIL)
                .orderBy(FROM, UNTIL, NAME);
    }

    /** By days, of which there are few. */
    private Select<?> orders(Currency currency) {
        Field<Instant> day = field("{0} - {0} % {1}", FROM.getDataType(), SALE.SOLD_AT, inline(MILLISECONDS_A_DAY));
        return jooq.select(
                        inline("orders").as(NAME),
                        day.as(FROM),
                        inline((Instant) null, FROM.getDataType()).as(UNTIL),
                        sum(SALE.GROSS.minus(coalesce(SALE.REFUNDS, inline(0L))))
                                .cast(SQLDataType.BIGINT)
                                .as(AMOUNT),
                        max(SOURCE.SIMULATED.cast(SQLDataType.INTEGER)).as(SIMULATED),
                        min(SOURCE.SIMULATED.cast(SQLDataType.INTEGER)).as(ALL))
                .from(SALE)
                .join(SOURCE)
                .on(SOURCE.ID.eq(SALE.SOURCE_ID))
                .where(SALE.RULES.isTrue())
                .and(SALE.CURRENCY.eq(currency.getCurrencyCode()))
                .groupBy(FROM)
                .orderBy(FROM);
    }

    private static Condition meant(Field<String> told, Currency currency) {
        return currency(told).eq(inline(currency.getCurrencyCode()));
    }

    /** Notes whose word the flows are. */
    private static final class Origins {
        private boolean real;
        private boolean simulated;

        List<Flow> flows(Select<?> query) {
            return query.stream()
                    .map(row -> {
                        simulated |= row.get(SIMULATED) == 1;
                        real |= row.get(ALL) == 0;
                        return new Flow(
                                row.get(NAME), row.get(FROM), Optional.ofNullable(row.get(UNTIL)), row.get(AMOUNT));
                    })
                    .toList();
        }

        Origin origin() {
            return Origin.of(real, simulated);
        }
    }
}
