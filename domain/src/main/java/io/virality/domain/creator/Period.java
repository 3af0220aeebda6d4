package io.virality.domain.creator;

import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param from when it begins
 * @param until when it is over; the moment itself is no part of it
 */
public record Period(Instant from, Instant until) {

    /** @throws IllegalArgumentException if it ends before it has begun */
    public Period {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a period ends before it has begun: " + from + " to " + until);
        }
    }
}
