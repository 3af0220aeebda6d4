package io.virality.web;

import io.virality.domain.marketplace.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many orders or amounts there are in a currency; it is left out where nobody tells it. */
record CurrencyCountView(Optional<String> currency, long n) {

    static List<CurrencyCountView> of(Map<Currency, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> new CurrencyCountView(told(entry.getKey()), entry.getValue()))
                .toList();
    }

    static Optional<String> told(Currency currency) {
        return Optional.of(currency).filter(code -> !code.equals(Money.UNKNOWN)).map(Currency::getCurrencyCode);
    }
}
