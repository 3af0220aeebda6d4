package io.virality.application.port;

import io.virality.domain.creator.Tiers;
import io.virality.domain.response.SpendHistory;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/** What was spent and sold, over time. */
public interface Spending {

    /** In how many amounts of spending with a time each currency was used, the most first. */
    Map<Currency, Long> currencies();

    /**
     * All of it in one currency.
     *
     * @param tiers to tell spending apart by the tier of the creator that is paid, or appears in the advertisement, where
     *     others are {@code no creator} or {@code unknown}; empty for by channel, where fees are {@code creators}
     */
    SpendHistory history(Optional<Tiers> tiers, Currency currency);
}
