package io.virality.domain.virality;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalInt;

/**
 * What a creator decides about a video.
 *
 * @param at when it is posted
 * @param seconds how long it is; empty if that is not known
 * @param hashtags how many it has; empty if that is not known
 */
public record Plan(Instant at, OptionalInt seconds, OptionalInt hashtags) {

    static final int LONGEST_SECONDS = 3_600;
    static final int MOST_HASHTAGS = 100;

    /** @throws IllegalArgumentException if a video cannot be so long, or have so many hashtags */
    public Plan {
        check("seconds", seconds, LONGEST_SECONDS);
        check("hashtags", hashtags, MOST_HASHTAGS);
    }

    private static void check(String name, OptionalInt number, int most) {
        if (number.isPresent() && (number.getAsInt() < 0 || number.getAsInt() > most)) {
            throw new IllegalArgumentException(
                    "'" + name + "' must be between 0 and " + most + ", not " + number.getAsInt());
        }
    }

    /** The same at that hour of that day, UTC. */
    public Plan atHour(int hour) {
        OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
        return new Plan(time.withHour(hour).toInstant(), seconds, hashtags);
    }

    /** The same, so many days later. */
    public Plan later(int days) {
        return new Plan(at.plus(Duration.ofDays(days)), seconds, hashtags);
    }

    /** The same of another length. */
    public Plan lasting(int newSeconds) {
        return new Plan(at, OptionalInt.of(newSeconds), hashtags);
    }

    /** The same with another number of hashtags. */
    public Plan withHashtags(int number) {
        return new Plan(at, seconds, OptionalInt.of(number));
    }

    /** The hour of the day, UTC. */
    public int hour() {
        return at.atOffset(ZoneOffset.UTC).getHour();
    }

    /** Whether that is a Saturday or a Sunday, UTC. */
    public boolean onWeekend() {
        DayOfWeek day = at.atOffset(ZoneOffset.UTC).getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }
}
