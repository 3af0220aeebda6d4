package io.virality.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Period;
import io.virality.domain.creator.Platform;
import io.virality.domain.marketplace.AdResult;
import io.virality.domain.marketplace.Audience;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.marketplace.ContentType;
import io.virality.domain.marketplace.Fact;
import io.virality.domain.marketplace.Money;
import io.virality.domain.marketplace.Product;
import io.virality.domain.marketplace.Sale;
import io.virality.domain.marketplace.Shop;
import io.virality.domain.marketplace.Sponsorship;
import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import io.virality.spi.SourceRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactReaderTest {

    private static final Map<String, String> SALE = Map.of(
            Fields.ORDER_ID, "576461413038785752",
            Fields.SOLD_AT, "2026-03-01T12:00:00Z",
            Fields.GROSS, "19.98");

    @Test
    void a_sale_is_read_to_the_last_field() {
        Map<String, String> fields = new HashMap<>(SALE);
        fields.putAll(Map.of(
                Fields.PRODUCT_ID, "1729",
                Fields.UNITS, "2",
                Fields.CURRENCY, "usd",
                Fields.REFUNDS, "5",
                Fields.COMMISSION, "1.998",
                Fields.HANDLE, "ada",
                Fields.VIDEO_ID, "72",
                Fields.CONTENT_TYPE, "live",
                Fields.PROMO_CODE, "ADA10"));
        fields.put(Fields.BUYER, "b-7");
        assertEquals(
                new Sale(
                        Platform.TIKTOK,
                        "576461413038785752",
                        Optional.of("1729"),
                        Instant.parse("2026-03-01T12:00:00Z"),
                        OptionalLong.of(2),
                        dollars("19.98"),
                        Optional.of(dollars("5")),
                        Optional.of(dollars("1.998")),
                        Optional.of(Identity.of(Handle.tiktok("ada"))),
                        Optional.of("72"),
                        Optional.of(ContentType.LIVE),
                        Optional.of("ADA10"),
                        Optional.of("b-7")),
                read(Kinds.SALE, fields));
    }

    @Test
    void money_of_which_nobody_says_the_currency_has_the_unknown_one() {
        Sale sale = (Sale) read(Kinds.SALE, SALE);
        assertEquals(Money.UNKNOWN, sale.gross().currency());
        assertEquals("XXX", sale.gross().currency().getCurrencyCode());
    }

    @Test
    void an_advertisement_is_read_to_the_last_field() {
        assertEquals(
                new AdResult(
                        "douyin",
                        Optional.of("c"),
                        Optional.of("a"),
                        Optional.of("Search Ad"),
                        new Audience(
                                Optional.of("18-25 Female"), Optional.of("18-25"), Optional.of("F"), Optional.of("15")),
                        Optional.of(new Period(
                                Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2024-01-02T00:00:00Z"))),
                        Optional.of(new Brand("Acme")),
                        Optional.of(Identity.of(Handle.tiktok("ada"))),
                        Optional.of(dollars("10")),
                        OptionalLong.of(100),
                        OptionalLong.of(90),
                        OptionalLong.of(9),
                        OptionalLong.of(3),
                        OptionalLong.of(2),
                        Optional.of(dollars("50"))),
                read(
                        Kinds.AD_RESULT,
                        Map.ofEntries(
                                Map.entry(Fields.CHANNEL, "Douyin"),
                                Map.entry(Fields.CAMPAIGN_ID, "c"),
                                Map.entry(Fields.AD_ID, "a"),
                                Map.entry(Fields.AD_FORMAT, "Search Ad"),
                                Map.entry(Fields.AUDIENCE, "18-25 Female"),
                                Map.entry(Fields.AGE, "18-25"),
                                Map.entry(Fields.GENDER, "F"),
                                Map.entry(Fields.INTEREST, "15"),
                                Map.entry(Fields.FROM, "2024-01-01T00:00:00Z"),
                                Map.entry(Fields.UNTIL, "2024-01-02T00:00:00Z"),
                                Map.entry(Fields.BRAND, "Acme"),
                                Map.entry(Fields.HANDLE, "ada"),
                                Map.entry(Fields.CURRENCY, "USD"),
                                Map.entry(Fields.SPEND, "10"),
                                Map.entry(Fields.IMPRESSIONS, "100"),
                                Map.entry(Fields.REACH, "90"),
                                Map.entry(Fields.CLICKS, "9"),
                                Map.entry(Fields.CONVERSIONS, "3"),
                                Map.entry(Fields.APPROVED_CONVERSIONS, "2"),
                                Map.entry(Fields.REVENUE, "50"))));
    }

    @Test
    void shops_products_and_sponsorships_are_read() {
        assertEquals(
                new Shop(
                        Platform.TIKTOK,
                        "7495315801392253014",
                        Optional.of("Shop"),
                        Optional.of("Beauty"),
                        Optional.of("VN"),
                        Optional.of(dollars("40.5")),
                        Optional.of(dollars("-3")),
                        OptionalLong.of(6),
                        Optional.of(dollars("6.2675")),
                        OptionalLong.of(3),
                        OptionalLong.of(2),
                        OptionalLong.of(1)),
                read(
                        Kinds.SHOP,
                        Map.ofEntries(
                                Map.entry(Fields.SHOP_ID, "7495315801392253014"),
                                Map.entry(Fields.NAME, "Shop"),
                                Map.entry(Fields.CATEGORY, "Beauty"),
                                Map.entry(Fields.REGION, "vn"),
                                Map.entry(Fields.CURRENCY, "USD"),
                                Map.entry(Fields.GMV, "40.5"),
                                Map.entry(Fields.GMV_GROWTH, "-3"),
                                Map.entry(Fields.UNITS, "6"),
                                Map.entry(Fields.PRICE, "6.267531576190292"),
                                Map.entry(Fields.VIDEOS, "3"),
                                Map.entry(Fields.CREATORS, "2"),
                                Map.entry(Fields.PRODUCTS, "1"))));
        assertEquals(
                new Product(
                        Platform.TIKTOK,
                        "1729",
                        Optional.of("Lipstick"),
                        Optional.of("Beauty"),
                        Optional.of("7"),
                        Optional.of(dollars("9.99"))),
                read(
                        Kinds.PRODUCT,
                        Map.of(
                                Fields.PRODUCT_ID, "1729",
                                Fields.NAME, "Lipstick",
                                Fields.CATEGORY, "Beauty",
                                Fields.SHOP_ID, "7",
                                Fields.CURRENCY, "USD",
                                Fields.PRICE, "9.99")));
        assertEquals(
                new Sponsorship(
                        Identity.of(Handle.tiktok("ada")),
                        new Brand("Acme"),
                        Optional.of("72"),
                        Sponsorship.Evidence.NAMED_PARTNER,
                        Optional.empty(),
                        OptionalLong.of(3),
                        List.of("ad", "acme"),
                        Optional.of(dollars("500"))),
                read(
                        Kinds.SPONSORSHIP,
                        Map.of(
                                Fields.HANDLE, "ada",
                                Fields.BRAND, "Acme",
                                Fields.VIDEO_ID, "72",
                                Fields.EVIDENCE, "named-partner",
                                Fields.SPONSORED_VIDEOS, "3",
                                Fields.HASHTAGS, "ad #acme",
                                Fields.CURRENCY, "USD",
                                Fields.FEE, "500")));
    }

    @ParameterizedTest
    @CsvSource({
        "currency, DOLLARS, currency is no code of ISO 4217: DOLLARS",
        "gross, 1e999999, gross is out of range: 1e999999",
        "gross, 1e-999999, gross is out of range: 1e-999999",
        "gross, 1e13, more money than there is: 1E+13",
        "gross, ten, gross is not a number: ten",
        "units, 1.5, units is not a whole number: 1.5",
        "refunds, 20, refunds are more than gross: 20.0000 of 19.9800",
        "content_type, podcast, content_type is unknown: podcast",
        "sold_at, yesterday, sold_at is not an instant in UTC: yesterday",
    })
    void what_cannot_be_is_refused(String field, String value, String message) {
        Map<String, String> fields = new HashMap<>(SALE);
        fields.put(field, value);
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> read(Kinds.SALE, fields))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({"order_id", "sold_at", "gross"})
    void a_sale_without_its_order_time_or_amount_is_none(String field) {
        Map<String, String> fields = new HashMap<>(SALE);
        fields.remove(field);
        assertEquals(
                field + " is missing",
                assertThrows(IllegalArgumentException.class, () -> read(Kinds.SALE, fields))
                        .getMessage());
    }

    private static Fact read(String kind, Map<String, String> fields) {
        return FactReader.read(kind, SourceRow.of(kind, "line 1", fields));
    }

    private static Money dollars(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("USD"));
    }
}
