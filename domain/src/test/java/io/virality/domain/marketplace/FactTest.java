package io.virality.domain.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Period;
import io.virality.domain.creator.Platform;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class FactTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void what_is_left_of_a_sale_is_known_when_its_refunds_are() {
        assertEquals(dollars("14.98"), sale("19.98", dollars("5")).net());
        assertEquals(dollars("0"), sale("19.98", dollars("19.98")).net());
        assertEquals(Optional.empty(), sale("19.98", Optional.empty()).net());
    }

    @Test
    void no_sale_pays_back_more_than_was_paid() {
        refused("refunds are more than gross: 20.0000 of 19.9800", () -> sale("19.98", dollars("20")));
        refused("refunds is negative: -1.0000", () -> sale("19.98", dollars("-1")));
        refused("gross is negative: -1.0000", () -> sale("-1", Optional.empty()));
    }

    @Test
    void amounts_of_one_sale_have_one_currency() {
        Optional<Money> euros = Optional.of(new Money(BigDecimal.ONE, Currency.getInstance("EUR")));
        refused("amounts in several currencies", () -> sale("19.98", euros));
    }

    @Test
    void an_id_is_neither_blank_nor_endless() {
        refused("not an id of a product:  ", () -> product(" "));
        refused("not an id of a product: " + "7".repeat(65), () -> product("7".repeat(65)));
    }

    @Test
    void nobody_clicks_what_was_not_shown() {
        refused("clicks are more than impressions: 8 of 7", () -> adResult(7, 8, 0, 0));
        refused("approved_conversions are more than conversions: 3 of 2", () -> adResult(7, 5, 2, 3));
        refused("impressions is negative: -1", () -> adResult(-1, 0, 0, 0));
        assertEquals(OptionalLong.of(9), adResult(7, 0, 9, 9).conversions(), "who saw it may buy without a click");
    }

    @Test
    void brands_that_differ_in_case_alone_are_one() {
        assertEquals(new Brand("Acme"), new Brand(" ACME "));
        assertEquals(new Brand("Acme").hashCode(), new Brand("ACME").hashCode());
        assertNotEquals(new Brand("Acme"), new Brand("Acne"));
        refused("not a brand: ", () -> new Brand(" "));
        refused("not a brand: " + "x".repeat(201), () -> new Brand("x".repeat(201)));
    }

    @Test
    void a_period_has_a_length() {
        refused("a period ends before it has begun: " + NOON + " to " + NOON, () -> new Period(NOON, NOON));
    }

    @Test
    void a_sponsorship_is_of_no_negative_number_of_videos() {
        refused(
                "sponsored_videos is negative: -1",
                () -> new Sponsorship(
                        Identity.of(Handle.tiktok("ada")),
                        new Brand("Acme"),
                        Optional.empty(),
                        Sponsorship.Evidence.TAGGED,
                        Optional.empty(),
                        OptionalLong.of(-1),
                        List.of(),
                        Optional.empty()));
        assertEquals("named-partner", Sponsorship.Evidence.NAMED_PARTNER.id());
        assertEquals("showcase", ContentType.SHOWCASE.id());
    }

    private static void refused(String message, Executable action) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, action).getMessage());
    }

    private static Optional<Money> dollars(String amount) {
        return Optional.of(new Money(new BigDecimal(amount), Currency.getInstance("USD")));
    }

    private static Sale sale(String gross, Optional<Money> refunds) {
        return new Sale(
                Platform.TIKTOK,
                "order",
                Optional.empty(),
                NOON,
                OptionalLong.of(1),
                dollars(gross).orElseThrow(),
                refunds,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Product product(String id) {
        return new Product(Platform.TIKTOK, id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static AdResult adResult(long impressions, long clicks, long conversions, long approved) {
        return new AdResult(
                "tv",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Audience(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.of(impressions),
                OptionalLong.empty(),
                OptionalLong.of(clicks),
                OptionalLong.of(conversions),
                OptionalLong.of(approved),
                Optional.empty());
    }
}
