package io.virality.application.port;

import io.virality.domain.marketplace.Fee;
import io.virality.domain.marketplace.Sold;
import java.util.Collection;
import java.util.Map;

/** What creators were paid, and what came of their videos. Creators go by their numbers in the store. */
public interface Earnings {

    /**
     * What each of these creators was paid last, by the word that rules; those of whom nobody tells a fee are missing. Where
     * the number of videos is not told, the fee is taken to be for one.
     */
    Map<Long, Fee> fees(Collection<Long> creators);

    /**
     * What each of these creators sold, in the currency in which most sales are told; those of whom no sale in it is told are
     * missing.
     */
    Map<Long, Sold> sold(Collection<Long> creators);
}
