package io.virality.application.port;

import io.virality.domain.attribution.BuyerJourneys;
import io.virality.domain.attribution.Credited;
import java.util.Currency;
import java.util.Map;

/** What buyers met, and what they ordered. */
public interface Purchases {

    /** How many orders there are in each currency, the most first. */
    Map<Currency, Long> orders();

    /**
     * The orders in a currency, and all that buyers met. A creator goes by handle, or else by the platform's id, with the
     * platform before it if it is another than TikTok; a campaign has its channel before it.
     */
    BuyerJourneys.Told journeys(Credited credited, Currency currency);
}
