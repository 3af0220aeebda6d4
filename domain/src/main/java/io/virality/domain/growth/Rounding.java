package io.virality.domain.growth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How coarsely counts are given. Platforms round large ones, to 100,000 above a million or to three digits; so that each
 * number of digits has a unit of its own: the largest power of ten that divides all counts of that many digits.
 */
final class Rounding {

    private final Map<Integer, Long> units = new HashMap<>();

    /** As these counts give it away. */
    Rounding(List<DailyCount> counts) {
        for (DailyCount count : counts) {
            units.merge(digits(count.followers()), unitOf(count.followers()), Math::min);
        }
    }

    /** Two counts that differ by no more than this may hide a change that is as good as none. */
    long unit(long followers) {
        return units.getOrDefault(digits(followers), 1L);
    }

    private static int digits(long count) {
        return Long.toString(count).length();
    }

    /** Two digits always tell something: a single round million does not mean that millions are the unit. */
    private static long unitOf(long count) {
        long unit = 1;
        while (count % (10 * unit) == 0 && count / (10 * unit) >= 10) {
            unit *= 10;
        }
        return unit;
    }
}
