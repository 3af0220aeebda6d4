package io.virality.application.marketplace;

import io.virality.application.Failure;
import io.virality.application.port.Purchases;
import io.virality.domain.attribution.AttributedSales;
import io.virality.domain.attribution.Attribution;
import io.virality.domain.attribution.BuyerJourneys;
import io.virality.domain.attribution.Credited;
import io.virality.domain.attribution.Rules;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Attributes the orders in the store to what their buyers met before. */
public final class AttributeStoredSales {

    private final Purchases purchases;

    @Inject
    AttributeStoredSales(Purchases purchases) {
        this.purchases = purchases;
    }

    /**
     * Attributes them.
     *
     * @param currency of the orders; empty for that of most
     * @throws Failure {@code NOT_FOUND} if there are no orders, or none in that currency
     */
    public AttributedSales attribute(Credited credited, Optional<Currency> currency, Rules rules) {
        Map<Currency, Long> currencies = purchases.orders();
        Currency meant = chosen(currencies, currency, "orders");
        BuyerJourneys.Told told = purchases.journeys(credited, meant);
        return new AttributedSales(
                Attribution.of(
                        List.of(told.journeys()),
                        told.sources(),
                        told.owners().stream().mapToInt(Integer::intValue).toArray(),
                        rules),
                rules,
                credited.id(),
                meant,
                currencies,
                told.ownerless(),
                told.unnamed(),
                told.unsettled(),
                told.refundsTold(),
                told.commissionTold(),
                told.origin());
    }

    /** The one that is asked for, or else that of most. */
    static Currency chosen(Map<Currency, Long> counts, Optional<Currency> asked, String what) {
        if (counts.isEmpty()) {
            throw new Failure(
                    Failure.Kind.NOT_FOUND, "no " + what + " are loaded: import them first (virality import)");
        }
        Currency chosen = asked.orElseGet(() -> counts.keySet().iterator().next());
        if (!counts.containsKey(chosen)) {
            throw new Failure(
                    Failure.Kind.NOT_FOUND,
                    "there are no " + what + " in " + chosen + "; there are some in "
                            + counts.keySet().stream()
                                    .map(Currency::getCurrencyCode)
                                    .collect(Collectors.joining(", ")));
        }
        return chosen;
    }
}
