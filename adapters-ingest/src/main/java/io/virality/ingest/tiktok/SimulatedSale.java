package io.virality.ingest.tiktok;

import java.time.Instant;
import java.util.Optional;

/**
 * An invented order of one product. Amounts are in cents.
 *
 * @param id the platform's id
 * @param video what the buyer saw
 * @param product what was bought
 * @param soldAt when it was ordered
 * @param units how many pieces
 * @param gross what was ordered for
 * @param refunds what of it was paid back
 * @param commission what the creator earns
 * @param promoCode the code that the buyer typed in
 * @param showcase whether the buyer went by way of the creator's profile, so that nobody knows of which video
 */
record SimulatedSale(
        String id,
        SimulatedVideo video,
        SimulatedProduct product,
        Instant soldAt,
        int units,
        long gross,
        long refunds,
        long commission,
        Optional<String> promoCode,
        boolean showcase) {}
