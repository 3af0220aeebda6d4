package io.virality.persistence;

import static io.virality.persistence.schema.Tables.BRAND;
import static io.virality.persistence.schema.Tables.SALE;
import static io.virality.persistence.schema.Tables.SPONSORSHIP;
import static io.virality.persistence.schema.Tables.VIDEO_STATE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.sum;

import io.virality.application.port.Earnings;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.marketplace.Fee;
import io.virality.domain.marketplace.Money;
import io.virality.domain.marketplace.Sold;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;

final class JooqEarnings implements Earnings {

    private final DSLContext jooq;

    @Inject
    JooqEarnings(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public Map<Long, Fee> fees(Collection<Long> creators) {
        Field<Instant> at = coalesce(SPONSORSHIP.FROM_AT, SPONSORSHIP.OBSERVED_AT);
        Map<Long, Fee> fees = new HashMap<>();
        jooq.select(SPONSORSHIP.CREATOR_ID, SPONSORSHIP.FEE, SPONSORSHIP.CURRENCY, SPONSORSHIP.VIDEOS, BRAND.NAME, at)
                .from(SPONSORSHIP)
                .join(BRAND)
                .on(BRAND.ID.eq(SPONSORSHIP.BRAND_ID))
                .where(SPONSORSHIP.CREATOR_ID.in(numbers(creators)))
                .and(SPONSORSHIP.RULES.isTrue())
                .and(SPONSORSHIP.FEE.isNotNull())
                .orderBy(at.desc(), SPONSORSHIP.FEE.desc())
                .forEach(paid -> fees.putIfAbsent(
                        paid.value1().longValue(),
                        new Fee(
                                Money.ofTenThousandths(
                                        paid.value2() / Math.max(1, paid.value4() == null ? 1 : paid.value4()),
                                        Currency.getInstance(paid.value3())),
                                new Brand(paid.value5()),
                                paid.value6())));
        return fees;
    }

    @Override
    public Map<Long, Sold> sold(Collection<Long> creators) {
        Map<Integer, Long> views = jooq.select(VIDEO_STATE.CREATOR_ID, sum(VIDEO_STATE.MOST_VIEWS))
                .from(VIDEO_STATE)
                .where(VIDEO_STATE.CREATOR_ID.in(numbers(creators)))
                .groupBy(VIDEO_STATE.CREATOR_ID)
                .fetchMap(
                        row -> row.value1(),
                        row -> row.value2() == null ? 0 : row.value2().longValue());
        Field<BigDecimal> net = sum(SALE.GROSS.minus(SALE.REFUNDS));
        Map<Long, Sold> sold = new HashMap<>();
        jooq.select(SALE.CREATOR_ID, SALE.CURRENCY, net)
                .from(SALE)
                .where(SalesFigures.meant(""))
                .and(SALE.CREATOR_ID.in(numbers(creators)))
                .and(SALE.REFUNDS.isNotNull())
                .groupBy(SALE.CREATOR_ID, SALE.CURRENCY)
                .forEach(sales -> sold.put(
                        sales.value1().longValue(),
                        new Sold(
                                Money.ofTenThousandths(
                                        sales.value3().longValueExact(), Currency.getInstance(sales.value2())),
                                views.getOrDefault(sales.value1(), 0L))));
        return sold;
    }

    private static List<Integer> numbers(Collection<Long> creators) {
        return creators.stream().map(Long::intValue).toList();
    }
}
