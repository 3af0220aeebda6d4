package io.virality.domain.growth;

import java.time.LocalDate;

/**
 * A creator's followers on a day.
 *
 * @param day in UTC
 * @param followers by the last count of that day
 */
public record DailyCount(LocalDate day, long followers) {

    /** @throws IllegalArgumentException if nobody follows: such a count has no growth */
    public DailyCount {
        if (followers <= 0) {
            throw new IllegalArgumentException("no followers: " + followers);
        }
    }
}
