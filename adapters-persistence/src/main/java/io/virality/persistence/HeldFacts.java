package io.virality.persistence;

import static io.virality.persistence.schema.Tables.AD_RESULT;
import static io.virality.persistence.schema.Tables.BRAND;
import static io.virality.persistence.schema.Tables.CREATOR;
import static io.virality.persistence.schema.Tables.CREATOR_GROWTH;
import static io.virality.persistence.schema.Tables.PRODUCT;
import static io.virality.persistence.schema.Tables.PROMO_CODE;
import static io.virality.persistence.schema.Tables.SALE;
import static io.virality.persistence.schema.Tables.SHOP;
import static io.virality.persistence.schema.Tables.SOURCE;
import static io.virality.persistence.schema.Tables.SPONSORSHIP;
import static io.virality.persistence.schema.Tables.TOUCH;
import static org.jooq.impl.DSL.falseCondition;

import io.virality.domain.creator.Growth;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Period;
import io.virality.domain.creator.Platform;
import io.virality.domain.ingest.FactObservation;
import io.virality.domain.ingest.GrowthObservation;
import io.virality.domain.ingest.Reading;
import io.virality.domain.marketplace.AdResult;
import io.virality.domain.marketplace.Audience;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.marketplace.ContentType;
import io.virality.domain.marketplace.Fact;
import io.virality.domain.marketplace.Money;
import io.virality.domain.marketplace.Product;
import io.virality.domain.marketplace.PromoCode;
import io.virality.domain.marketplace.Sale;
import io.virality.domain.marketplace.Shop;
import io.virality.domain.marketplace.Sponsorship;
import io.virality.domain.marketplace.Touch;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Table;

/** What creators won in periods, and what is known of markets, as the observations it came from. */
final class HeldFacts {

    private final DSLContext jooq;

    HeldFacts(DSLContext jooq) {
        this.jooq = jooq;
    }

    void forEach(Consumer<Reading> visitor) {
        visit(
                CREATOR_GROWTH,
                CREATOR_GROWTH.SOURCE_ID,
                visitor,
                HeldFacts::growth,
                CREATOR_GROWTH.CREATOR_ID,
                CREATOR_GROWTH.FROM_AT,
                CREATOR_GROWTH.UNTIL_AT);
        visit(
                SHOP,
                SHOP.SOURCE_ID,
                visitor,
                told(HeldFacts::shop, SHOP.OBSERVED_AT),
                SHOP.PLATFORM,
                SHOP.SHOP_ID,
                SHOP.OBSERVED_AT);
        visit(
                PRODUCT,
                PRODUCT.SOURCE_ID,
                visitor,
                told(HeldFacts::product, PRODUCT.OBSERVED_AT),
                PRODUCT.PLATFORM,
                PRODUCT.PRODUCT_ID);
        visit(
                SALE,
                SALE.SOURCE_ID,
                visitor,
                told(HeldFacts::sale, SALE.OBSERVED_AT),
                SALE.PLATFORM,
                SALE.ORDER_ID,
                SALE.PRODUCT_ID);
        visit(
                AD_RESULT,
                AD_RESULT.SOURCE_ID,
                visitor,
                told(HeldFacts::adResult, AD_RESULT.OBSERVED_AT),
                AD_RESULT.CHANNEL,
                AD_RESULT.CAMPAIGN_ID,
                AD_RESULT.AD_ID,
                AD_RESULT.AD_FORMAT,
                AD_RESULT.AUDIENCE,
                AD_RESULT.AGE,
                AD_RESULT.GENDER,
                AD_RESULT.INTEREST,
                AD_RESULT.FROM_AT,
                AD_RESULT.UNTIL_AT);
        visit(
                SPONSORSHIP,
                SPONSORSHIP.SOURCE_ID,
                visitor,
                told(HeldFacts::sponsorship, SPONSORSHIP.OBSERVED_AT),
                SPONSORSHIP.CREATOR_ID,
                BRAND.NAME,
                SPONSORSHIP.VIDEO_ID,
                SPONSORSHIP.FROM_AT);
        visit(
                TOUCH,
                TOUCH.SOURCE_ID,
                visitor,
                told(HeldFacts::touch, TOUCH.OBSERVED_AT),
                TOUCH.BUYER,
                TOUCH.TOUCHED_AT,
                TOUCH.PLATFORM,
                TOUCH.TOUCH_,
                TOUCH.CREATOR_ID,
                TOUCH.VIDEO_ID,
                TOUCH.CHANNEL,
                TOUCH.CAMPAIGN_ID);
        visit(
                PROMO_CODE,
                PROMO_CODE.SOURCE_ID,
                visitor,
                told(HeldFacts::promoCode, PROMO_CODE.OBSERVED_AT),
                PROMO_CODE.PLATFORM,
                PROMO_CODE.PROMO_CODE_);
    }

    private void visit(
            Table<?> table,
            Field<Integer> source,
            Consumer<Reading> visitor,
            Function<Record, Reading> reading,
            Field<?>... order) {
        JooqHoldings.visit(query(table, source, order), visitor, reading);
    }

    private ResultQuery<Record> query(Table<?> table, Field<Integer> source, Field<?>... order) {
        Field<Integer> creator = table.field(CREATOR_GROWTH.CREATOR_ID.getUnqualifiedName(), Integer.class);
        Field<Integer> brand = table.field(SPONSORSHIP.BRAND_ID.getUnqualifiedName(), Integer.class);
        var from = jooq.select(table.fields())
                .select(SOURCE.NAME, SOURCE.VERSION, SOURCE.SIMULATED, SOURCE.FRESHNESS)
                .select(CREATOR.PLATFORM, CREATOR.PLATFORM_ID, CREATOR.HANDLE, BRAND.NAME)
                .from(table)
                .join(SOURCE)
                .on(SOURCE.ID.eq(source));
        return from.leftJoin(CREATOR)
                .on(creator == null ? falseCondition() : CREATOR.ID.eq(creator))
                .leftJoin(BRAND)
                .on(brand == null ? falseCondition() : BRAND.ID.eq(brand))
                .orderBy(JooqHoldings.inOrder(order));
    }

    private static Function<Record, Reading> told(Function<Record, Fact> fact, Field<Instant> observedAt) {
        return row -> new FactObservation(fact.apply(row), JooqHoldings.provenance(row, row.get(observedAt)));
    }

    private static Reading growth(Record row) {
        return new GrowthObservation(
                JooqHoldings.identity(row),
                new Growth(
                        new Period(row.get(CREATOR_GROWTH.FROM_AT), row.get(CREATOR_GROWTH.UNTIL_AT)),
                        JooqCreators.count(row.get(CREATOR_GROWTH.FOLLOWERS)),
                        JooqCreators.count(row.get(CREATOR_GROWTH.VIEWS))),
                JooqHoldings.provenance(row, row.get(CREATOR_GROWTH.OBSERVED_AT)));
    }

    private static Fact shop(Record row) {
        return new Shop(
                Platform.of(row.get(SHOP.PLATFORM)),
                row.get(SHOP.SHOP_ID),
                Optional.ofNullable(row.get(SHOP.NAME)),
                Optional.ofNullable(row.get(SHOP.CATEGORY)),
                Optional.ofNullable(row.get(SHOP.REGION)),
                money(row.get(SHOP.GMV), row.get(SHOP.CURRENCY)),
                money(row.get(SHOP.GMV_GROWTH), row.get(SHOP.CURRENCY)),
                JooqCreators.count(row.get(SHOP.UNITS)),
                money(row.get(SHOP.PRICE), row.get(SHOP.CURRENCY)),
                JooqCreators.count(row.get(SHOP.VIDEOS)),
                JooqCreators.count(row.get(SHOP.CREATORS)),
                JooqCreators.count(row.get(SHOP.PRODUCTS)));
    }

    private static Fact product(Record row) {
        return new Product(
                Platform.of(row.get(PRODUCT.PLATFORM)),
                row.get(PRODUCT.PRODUCT_ID),
                Optional.ofNullable(row.get(PRODUCT.NAME)),
                Optional.ofNullable(row.get(PRODUCT.CATEGORY)),
                Optional.ofNullable(row.get(PRODUCT.SHOP_ID)),
                money(row.get(PRODUCT.PRICE), row.get(PRODUCT.CURRENCY)));
    }

    private static Fact sale(Record row) {
        String product = row.get(SALE.PRODUCT_ID);
        return new Sale(
                Platform.of(row.get(SALE.PLATFORM)),
                row.get(SALE.ORDER_ID),
                product.isEmpty() ? Optional.empty() : Optional.of(product),
                row.get(SALE.SOLD_AT),
                JooqCreators.count(row.get(SALE.UNITS)),
                money(row.get(SALE.GROSS), row.get(SALE.CURRENCY)).orElseThrow(),
                money(row.get(SALE.REFUNDS), row.get(SALE.CURRENCY)),
                money(row.get(SALE.COMMISSION), row.get(SALE.CURRENCY)),
                creator(row, row.get(SALE.CREATOR_ID)),
                Optional.ofNullable(row.get(SALE.VIDEO_ID)),
                Optional.ofNullable(row.get(SALE.CONTENT_TYPE))
                        .map(type -> ContentType.valueOf(type.toUpperCase(Locale.ROOT))),
                Optional.ofNullable(row.get(SALE.PROMO_CODE)),
                Optional.ofNullable(row.get(SALE.BUYER)));
    }

    private static Fact touch(Record row) {
        return new Touch(
                Platform.of(row.get(TOUCH.PLATFORM)),
                row.get(TOUCH.BUYER),
                row.get(TOUCH.TOUCHED_AT),
                Touch.Kind.valueOf(row.get(TOUCH.TOUCH_).toUpperCase(Locale.ROOT)),
                creator(row, row.get(TOUCH.CREATOR_ID)),
                Optional.ofNullable(row.get(TOUCH.VIDEO_ID)),
                Optional.ofNullable(row.get(TOUCH.CHANNEL)),
                Optional.ofNullable(row.get(TOUCH.CAMPAIGN_ID)));
    }

    private static Fact promoCode(Record row) {
        return new PromoCode(
                Platform.of(row.get(PROMO_CODE.PLATFORM)),
                row.get(PROMO_CODE.PROMO_CODE_),
                creator(row, row.get(PROMO_CODE.CREATOR_ID)),
                Optional.ofNullable(row.get(PROMO_CODE.CHANNEL)),
                Optional.ofNullable(row.get(PROMO_CODE.CAMPAIGN_ID)));
    }

    private static Fact adResult(Record row) {
        return new AdResult(
                row.get(AD_RESULT.CHANNEL),
                Optional.ofNullable(row.get(AD_RESULT.CAMPAIGN_ID)),
                Optional.ofNullable(row.get(AD_RESULT.AD_ID)),
                Optional.ofNullable(row.get(AD_RESULT.AD_FORMAT)),
                new Audience(
                        Optional.ofNullable(row.get(AD_RESULT.AUDIENCE)),
                        Optional.ofNullable(row.get(AD_RESULT.AGE)),
                        Optional.ofNullable(row.get(AD_RESULT.GENDER)),
                        Optional.ofNullable(row.get(AD_RESULT.INTEREST))),
                period(row.get(AD_RESULT.FROM_AT), row.get(AD_RESULT.UNTIL_AT)),
                Optional.ofNullable(row.get(BRAND.NAME)).map(Brand::new),
                creator(row, row.get(AD_RESULT.CREATOR_ID)),
                money(row.get(AD_RESULT.SPEND), row.get(AD_RESULT.CURRENCY)),
                JooqCreators.count(row.get(AD_RESULT.IMPRESSIONS)),
                JooqCreators.count(row.get(AD_RESULT.REACH)),
                JooqCreators.count(row.get(AD_RESULT.CLICKS)),
                JooqCreators.count(row.get(AD_RESULT.CONVERSIONS)),
                JooqCreators.count(row.get(AD_RESULT.APPROVED_CONVERSIONS)),
                money(row.get(AD_RESULT.REVENUE), row.get(AD_RESULT.CURRENCY)));
    }

    private static Fact sponsorship(Record row) {
        return new Sponsorship(
                JooqHoldings.identity(row),
                new Brand(row.get(BRAND.NAME)),
                Optional.ofNullable(row.get(SPONSORSHIP.VIDEO_ID)),
                Sponsorship.Evidence.valueOf(
                        row.get(SPONSORSHIP.EVIDENCE).toUpperCase(Locale.ROOT).replace('-', '_')),
                period(row.get(SPONSORSHIP.FROM_AT), row.get(SPONSORSHIP.UNTIL_AT)),
                JooqCreators.count(row.get(SPONSORSHIP.VIDEOS)),
                JooqHoldings.words(row.get(SPONSORSHIP.HASHTAGS)),
                money(row.get(SPONSORSHIP.FEE), row.get(SPONSORSHIP.CURRENCY)));
    }

    private static Optional<Identity> creator(Record row, Integer id) {
        return id == null ? Optional.empty() : Optional.of(JooqHoldings.identity(row));
    }

    private static Optional<Period> period(Instant from, Instant until) {
        return from == null ? Optional.empty() : Optional.of(new Period(from, until));
    }

    private static Optional<Money> money(Long tenThousandths, String currency) {
        return tenThousandths == null
                ? Optional.empty()
                : Optional.of(Money.ofTenThousandths(tenThousandths, Currency.getInstance(currency)));
    }
}
