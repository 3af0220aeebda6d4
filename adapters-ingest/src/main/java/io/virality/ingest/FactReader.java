package io.virality.ingest;

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
import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import io.virality.spi.SourceRow;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Takes rows about markets for what they mean. What cannot be is refused like in {@link RowReader}. */
final class FactReader {

    /** Far below the largest exponent: rounding such a number would need as many digits. */
    private static final int LARGEST_SCALE = 40;

    private FactReader() {}

    static Fact read(String kind, SourceRow row) {
        return switch (kind) {
            case Kinds.SHOP -> shop(row);
            case Kinds.PRODUCT -> product(row);
            case Kinds.SALE -> sale(row);
            case Kinds.AD_RESULT -> adResult(row);
            case Kinds.SPONSORSHIP -> sponsorship(row);
            case Kinds.TOUCH -> touch(row);
            case Kinds.PROMO_CODE -> promoCode(row);
            default -> throw new IllegalArgumentException("no fact: " + kind);
        };
    }

    private static Shop shop(SourceRow row) {
        return new Shop(
                RowReader.platform(row),
                required(row, Fields.SHOP_ID),
                name(row, Fields.NAME),
                name(row, Fields.CATEGORY),
                RowReader.text(row, Fields.REGION, RowReader.LONGEST_CODE)
                        .map(region -> region.toUpperCase(Locale.ROOT)),
                money(row, Fields.GMV),
                money(row, Fields.GMV_GROWTH),
                RowReader.count(row, Fields.UNITS),
                money(row, Fields.PRICE),
                RowReader.count(row, Fields.VIDEOS),
                RowReader.count(row, Fields.CREATORS),
                RowReader.count(row, Fields.PRODUCTS));
    }

    private static Product product(SourceRow row) {
        return new Product(
                RowReader.platform(row),
                required(row, Fields.PRODUCT_ID),
                name(row, Fields.NAME),
                name(row, Fields.CATEGORY),
                id(row, Fields.SHOP_ID),
                money(row, Fields.PRICE));
    }

    private static Sale sale(SourceRow row) {
        return new Sale(
                RowReader.platform(row),
                required(row, Fields.ORDER_ID),
                id(row, Fields.PRODUCT_ID),
                RowReader.time(row, Fields.SOLD_AT).orElseThrow(() -> missing(Fields.SOLD_AT)),
                RowReader.count(row, Fields.UNITS),
                money(row, Fields.GROSS).orElseThrow(() -> missing(Fields.GROSS)),
                money(row, Fields.REFUNDS),
                money(row, Fields.COMMISSION),
                RowReader.creator(row),
                id(row, Fields.VIDEO_ID),
                one(row, Fields.CONTENT_TYPE, ContentType.values(), ContentType::id),
                name(row, Fields.PROMO_CODE),
                id(row, Fields.BUYER));
    }

    private static Touch touch(SourceRow row) {
        return new Touch(
                RowReader.platform(row),
                required(row, Fields.BUYER),
                RowReader.time(row, Fields.TOUCHED_AT).orElseThrow(() -> missing(Fields.TOUCHED_AT)),
                one(row, Fields.TOUCH, Touch.Kind.values(), Touch.Kind::id).orElseThrow(() -> missing(Fields.TOUCH)),
                RowReader.creator(row),
                id(row, Fields.VIDEO_ID),
                channel(row),
                id(row, Fields.CAMPAIGN_ID));
    }

    private static PromoCode promoCode(SourceRow row) {
        return new PromoCode(
                RowReader.platform(row),
                name(row, Fields.PROMO_CODE).orElseThrow(() -> missing(Fields.PROMO_CODE)),
                RowReader.creator(row),
                channel(row),
                id(row, Fields.CAMPAIGN_ID));
    }

    private static AdResult adResult(SourceRow row) {
        return new AdResult(
                channel(row).orElseThrow(() -> missing(Fields.CHANNEL)),
                id(row, Fields.CAMPAIGN_ID),
                id(row, Fields.AD_ID),
                name(row, Fields.AD_FORMAT),
                new Audience(
                        name(row, Fields.AUDIENCE),
                        name(row, Fields.AGE),
                        name(row, Fields.GENDER),
                        name(row, Fields.INTEREST)),
                RowReader.period(row),
                name(row, Fields.BRAND).map(Brand::new),
                RowReader.creator(row),
                money(row, Fields.SPEND),
                RowReader.count(row, Fields.IMPRESSIONS),
                RowReader.count(row, Fields.REACH),
                RowReader.count(row, Fields.CLICKS),
                RowReader.count(row, Fields.CONVERSIONS),
                RowReader.count(row, Fields.APPROVED_CONVERSIONS),
                money(row, Fields.REVENUE));
    }

    private static Sponsorship sponsorship(SourceRow row) {
        return new Sponsorship(
                RowReader.identity(row),
                new Brand(required(row, Fields.BRAND)),
                id(row, Fields.VIDEO_ID),
                one(row, Fields.EVIDENCE, Sponsorship.Evidence.values(), Sponsorship.Evidence::id)
                        .orElseThrow(() -> missing(Fields.EVIDENCE)),
                RowReader.period(row),
                RowReader.count(row, Fields.SPONSORED_VIDEOS),
                RowReader.hashtags(row, Fields.HASHTAGS),
                money(row, Fields.FEE));
    }

    private static String required(SourceRow row, String field) {
        return id(row, field).orElseThrow(() -> missing(field));
    }

    private static IllegalArgumentException missing(String field) {
        return new IllegalArgumentException(field + " is missing");
    }

    private static Optional<String> channel(SourceRow row) {
        return id(row, Fields.CHANNEL).map(channel -> channel.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> id(SourceRow row, String field) {
        return Optional.ofNullable(RowReader.value(row, field));
    }

    private static Optional<String> name(SourceRow row, String field) {
        return RowReader.text(row, field, RowReader.LONGEST_NAME).map(String::strip);
    }

    private static <T> Optional<T> one(SourceRow row, String field, T[] all, Function<T, String> id) {
        String given = RowReader.value(row, field);
        if (given == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(all)
                .filter(known -> id.apply(known).equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> RowReader.refusal(field + " is unknown", given)));
    }

    private static Optional<Money> money(SourceRow row, String field) {
        String amount = RowReader.value(row, field);
        if (amount == null) {
            return Optional.empty();
        }
        BigDecimal decimal = RowReader.decimal(field, amount);
        if (Math.abs(decimal.scale()) > LARGEST_SCALE) {
            throw RowReader.refusal(field + " is out of range", amount);
        }
        return Optional.of(new Money(decimal, currency(row)));
    }

    private static Currency currency(SourceRow row) {
        String code = RowReader.value(row, Fields.CURRENCY);
        try {
            return code == null ? Money.UNKNOWN : Currency.getInstance(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw RowReader.refusal("currency is no code of ISO 4217", code);
        }
    }
}
