package io.virality.domain.growth;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A day on which a creator gained or lost unusually many followers.
 *
 * @param day when the change was first seen
 * @param direction gained or lost
 * @param days over how many days it is measured
 * @param before the count that it is measured from: the highest of the week before
 * @param after the count that it led to
 * @param growth the change, as a fraction of the count before
 * @param usual the change that is usual for this creator in so many days, as a fraction
 * @param score how many times its usual spread the change is away from the usual, rounding taken off
 */
public record GrowthAlarm(
        LocalDate day,
        Direction direction,
        long days,
        long before,
        long after,
        double growth,
        double usual,
        double score) {

    /** Gained or lost. */
    public enum Direction {
        /** Unusually many gained. */
        SPIKE,
        /** Unusually many lost. */
        DIP;

        /** The name in documents: {@code spike}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why it is told, in words. */
    public String reason() {
        return String.format(
                Locale.ROOT,
                "%s %.1f %% in %s, where %+.1f %% is usual: %.0f times the usual spread; %s",
                direction == Direction.SPIKE ? "gained" : "lost",
                100 * Math.abs(growth),
                days == 1 ? "a day" : days + " days",
                100 * usual,
                score,
                direction == Direction.SPIKE ? "still there at a later count" : "not undone within a week");
    }
}
