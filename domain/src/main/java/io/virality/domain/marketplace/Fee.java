package io.virality.domain.marketplace;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What a brand paid a creator for one video, or offers to pay.
 *
 * @param ofVideo what is paid for one video
 * @param brand who pays
 * @param at when it was agreed, as far as is known: when the partnership began, or when a source told of it
 */
public record Fee(Money ofVideo, Brand brand, Instant at) {

    /** In words: {@code paid by Green Face, 2026-02-01}. */
    public String words() {
        return "paid by " + brand.name() + ", " + at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
