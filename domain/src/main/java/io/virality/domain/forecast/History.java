package io.virality.domain.forecast;

import io.virality.domain.creator.Origin;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * What was observed of a creator. Handles change; this is the same creator under all its names.
 *
 * @param name what it is called now
 * @param followers how many it has now
 * @param times in days since 1970-01-01 in UTC, in order
 * @param values what was counted then
 * @param origin whether that was measured or simulated
 */
public record History(String name, OptionalLong followers, double[] times, double[] values, Origin origin) {

    /** As a series, of what was known on a day; of everything without one. */
    public DailySeries until(OptionalInt day) {
        double end = day.isPresent() ? day.getAsInt() + 1.0 : Double.POSITIVE_INFINITY;
        int[] known =
                IntStream.range(0, times.length).filter(i -> times[i] < end).toArray();
        return DailySeries.of(
                name,
                Arrays.stream(known).mapToDouble(i -> times[i]).toArray(),
                Arrays.stream(known).mapToDouble(i -> values[i]).toArray());
    }
}
