package io.virality.domain.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import io.virality.domain.marketplace.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceListTest {

    private static final Tier MICRO = Tiers.STANDARD.named("micro");
    private static final Tier MEGA = Tiers.STANDARD.named("mega");
    private static final Optional<String> BRITAIN = Optional.of("GB");

    private static Money dollars(String amount) {
        return new Money(new BigDecimal(amount), PriceList.DOLLAR);
    }

    private static PriceList told(String usual, Map<String, BigDecimal> told) {
        return new PriceList(
                PriceList.DOLLAR, Tiers.STANDARD, Optional.ofNullable(usual).map(BigDecimal::new), told);
    }

    @Test
    void an_estimate_is_views_by_thousands_times_the_tiers_price_from_half_to_twice_as_much() {
        Price price = PriceList.assumed(PriceList.DOLLAR, Tiers.STANDARD).estimate(50_000, MICRO, BRITAIN);
        assertEquals(dollars("340"), price.likely());
        assertEquals(dollars("170"), price.low());
        assertEquals(dollars("680"), price.high());
        assertEquals(Price.Basis.ESTIMATED, price.basis());
        assertEquals("median of 50,000 views ÷ 1,000 × 6.8 USD", price.words());
    }

    @Test
    void a_thousand_views_of_the_smallest_cost_8_and_of_the_largest_5() {
        PriceList list = PriceList.assumed(PriceList.DOLLAR, Tiers.STANDARD);
        Tier smallest = Tiers.STANDARD.named("emerging");
        assertEquals(
                dollars("8000"), list.estimate(1_000_000, smallest, BRITAIN).likely());
        assertEquals(dollars("5000"), list.estimate(1_000_000, MEGA, BRITAIN).likely());
    }

    @Test
    void nobody_makes_a_video_for_less_than_25() {
        Price price = PriceList.assumed(PriceList.DOLLAR, Tiers.STANDARD).estimate(0, MICRO, Optional.empty());
        assertEquals(dollars("25"), price.likely());
        assertTrue(price.words().endsWith("at least 25"), price.words());
    }

    @Test
    void the_most_exact_price_that_is_told_counts() {
        PriceList list = told(
                "6",
                Map.of(
                        "MICRO", BigDecimal.valueOf(7),
                        "gb", BigDecimal.valueOf(9),
                        "micro/GB", BigDecimal.valueOf(11)));
        assertEquals(BigDecimal.valueOf(11), list.perThousand(MICRO, BRITAIN));
        assertEquals(BigDecimal.valueOf(7), list.perThousand(MICRO, Optional.of("US")));
        assertEquals(BigDecimal.valueOf(9), list.perThousand(MEGA, BRITAIN));
        assertEquals(BigDecimal.valueOf(6), list.perThousand(MEGA, Optional.empty()));
    }

    @Test
    void a_price_of_a_thousand_views_is_above_nothing_and_at_most_10_000() {
        assertThrows(IllegalArgumentException.class, () -> told("0", Map.of()));
        assertThrows(IllegalArgumentException.class, () -> told(null, Map.of("micro", BigDecimal.valueOf(10_001))));
    }

    @Test
    void the_words_say_where_the_dollars_are_from() {
        assertTrue(PriceList.assumed(Currency.getInstance("EUR"), Tiers.STANDARD)
                .words()
                .endsWith("(a rule of thumb of US dollars, taken for EUR)"));
        assertEquals(
                "median views of its videos ÷ 1,000 × 6 USD; micro × 7 USD; at least 25; range: half to twice as much",
                told("6", Map.of("micro", BigDecimal.valueOf(7))).words());
    }
}
