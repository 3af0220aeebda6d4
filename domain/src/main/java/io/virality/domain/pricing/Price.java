package io.virality.domain.pricing;

import io.virality.domain.marketplace.Money;
import java.util.Locale;

/**
 * What one video of a creator costs.
 *
 * @param low what it costs if all goes well
 * @param likely what is reckoned with
 * @param high what it may cost
 * @param basis where it is from
 * @param words how it is come by: {@code 18,500 views ÷ 1,000 × 6 USD}
 */
public record Price(Money low, Money likely, Money high, Basis basis, String words) {

    /** No video costs more. */
    public static final long LARGEST = 1_000_000_000L;

    /** Where a price is from. */
    public enum Basis {
        /** Told by whoever asks. */
        GIVEN,
        /** What the creator was paid for a video, as a source tells. */
        QUOTED,
        /** Reckoned by {@link PriceList}. */
        ESTIMATED;

        /** The name in documents. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws IllegalArgumentException if it is negative, out of order or more than a billion */
    public Price {
        if (low.isNegative()
                || likely.minus(low).isNegative()
                || high.minus(likely).isNegative()) {
            throw new IllegalArgumentException(
                    "not a price: " + low.amount() + " to " + likely.amount() + " to " + high.amount());
        }
        if (high.amount().longValue() > LARGEST) {
            throw new IllegalArgumentException("a price of more than a billion: " + high.amount());
        }
    }

    /** A price that whoever asks knows. */
    public static Price given(Money price) {
        return new Price(price, price, price, Basis.GIVEN, "given");
    }
}
