package io.virality.domain.marketplace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in a currency, exact to the ten-thousandth: no currency of ISO 4217 has a smaller unit. May be negative.
 *
 * @param amount always with four decimals
 * @param currency {@link #UNKNOWN} where nobody says which
 */
public record Money(BigDecimal amount, Currency currency) {

    /** The currency of amounts whose source does not say it: {@code XXX}. */
    public static final Currency UNKNOWN = Currency.getInstance("XXX");

    private static final int DECIMALS = 4;

    /** A store can then add up hundreds of the largest. */
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(12);

    /**
     * Rounds half to even.
     *
     * @throws IllegalArgumentException if it is more than a trillion
     */
    public Money {
        if (amount.abs().compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("more money than there is: " + amount);
        }
        amount = amount.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** An amount of so many ten-thousandths. */
    public static Money ofTenThousandths(long amount, Currency currency) {
        return new Money(BigDecimal.valueOf(amount, DECIMALS), currency);
    }

    /** The amount in ten-thousandths, the form in which it is stored and added up. */
    public long tenThousandths() {
        return amount.unscaledValue().longValueExact();
    }

    /** @throws IllegalArgumentException if the currencies differ */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.add(other.amount), currency);
    }

    /** @throws IllegalArgumentException if the currencies differ */
    public Money minus(Money other) {
        return plus(other.negated());
    }

    /** The same amount, owed instead of owned. */
    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** Whether it is less than nothing. */
    public boolean isNegative() {
        return amount.signum() < 0;
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "amounts in different currencies: " + currency + " and " + other.currency);
        }
    }
}
