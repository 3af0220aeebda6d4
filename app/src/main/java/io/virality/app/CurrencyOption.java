package io.virality.app;

import io.virality.application.Failure;
import io.virality.domain.marketplace.Money;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** Currencies as a terminal takes and shows them. */
final class CurrencyOption {

    private CurrencyOption() {}

    /** The currency of a code; empty if none was given. */
    static Optional<Currency> read(String code) {
        if (code == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Currency.getInstance(code.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    Failure.Kind.INVALID_INPUT, "a currency is a code of ISO 4217, such as USD, not '" + code + "'", e);
        }
    }

    /** {@code in USD}, or that nobody says in what. */
    static String words(Currency currency) {
        return currency.equals(Money.UNKNOWN) ? "currency not stated" : "in " + currency.getCurrencyCode();
    }
}
