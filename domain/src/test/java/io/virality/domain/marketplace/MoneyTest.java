package io.virality.domain.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final Currency DOLLAR = Currency.getInstance("USD");

    @Test
    void it_is_exact_to_the_ten_thousandth_and_rounds_half_to_even() {
        assertEquals(14_300, dollars("1.429999948").tenThousandths());
        assertEquals(dollars("0.0002"), dollars("0.00025"));
        assertEquals(dollars("0.0004"), dollars("0.00035"));
        assertEquals(dollars("1"), dollars("1.0000"), "the number of zeros says nothing");
        assertEquals(dollars("12.3456"), Money.ofTenThousandths(123_456, DOLLAR));
    }

    @Test
    void parts_add_up_to_the_whole() {
        for (long seed = 1; seed <= 100; seed++) {
            long[] parts = new SplittableRandom(seed)
                    .longs(50, -1_000_000_000L, 1_000_000_000L)
                    .toArray();
            Money sum = LongStream.of(parts)
                    .mapToObj(part -> Money.ofTenThousandths(part, DOLLAR))
                    .reduce(Money.ofTenThousandths(0, DOLLAR), Money::plus);
            assertEquals(LongStream.of(parts).sum(), sum.tenThousandths(), "seed " + seed);
            Money back = LongStream.of(parts)
                    .mapToObj(part -> Money.ofTenThousandths(part, DOLLAR))
                    .reduce(sum, Money::minus);
            assertEquals(0, back.tenThousandths(), "seed " + seed);
        }
    }

    @Test
    void currencies_do_not_mix() {
        Money euros = new Money(BigDecimal.ONE, Currency.getInstance("EUR"));
        assertThrows(IllegalArgumentException.class, () -> dollars("1").plus(euros));
        assertThrows(IllegalArgumentException.class, () -> dollars("1").minus(euros));
        assertThrows(IllegalArgumentException.class, () -> dollars("1").plus(new Money(BigDecimal.ONE, Money.UNKNOWN)));
    }

    @Test
    void it_may_be_owed() {
        assertTrue(dollars("1").minus(dollars("1.01")).isNegative());
        assertFalse(dollars("0").isNegative());
        assertEquals(dollars("-5"), dollars("5").negated());
    }

    @Test
    void there_is_an_end_to_it() {
        assertEquals(10_000_000_000_000_000L, dollars("1e12").tenThousandths());
        assertThrows(IllegalArgumentException.class, () -> dollars("1000000000000.01"));
        assertThrows(IllegalArgumentException.class, () -> dollars("-1e13"));
    }

    private static Money dollars(String amount) {
        return new Money(new BigDecimal(amount), DOLLAR);
    }
}
