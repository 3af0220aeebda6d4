package io.virality.domain.virality;

import io.virality.domain.insight.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A video as it stood when it was posted, and what became of it.
 *
 * @param creator whose
 * @param posted when, in milliseconds since 1970
 * @param traits what was known, by {@link Trait}, {@code NaN} for what was not
 * @param ratio its views by the median of its creator's earlier videos
 */
public record Launch(long creator, long posted, double[] traits, double ratio) {

    /**
     * All that have settled, with enough earlier ones.
     *
     * @param videos the rows of {@link io.virality.domain.insight.VideoHistory}
     */
    public static List<Launch> of(List<Row> videos) {
        List<Launch> launches = new ArrayList<>();
        Track track = new Track();
        long creator = -1;
        for (Row video : videos) {
            if (video.count("creator") != creator) {
                creator = video.count("creator");
                track = new Track();
            }
            if (video.count("observed") - video.count("posted") >= Track.SETTLED.toMillis()) {
                OptionalDouble ratio = track.relative(video.number("views"));
                Optional<double[]> traits = ratio.isPresent() ? track.traits(plan(video)) : Optional.empty();
                if (traits.isPresent()) {
                    launches.add(new Launch(creator, video.count("posted"), traits.get(), ratio.getAsDouble()));
                }
            }
            track.add(video);
        }
        return launches;
    }

    private static Plan plan(Row video) {
        return new Plan(
                Instant.ofEpochMilli(video.count("posted")),
                number(video.number("seconds"), Plan.LONGEST_SECONDS),
                number(video.number("hashtags"), Plan.MOST_HASHTAGS));
    }

    private static OptionalInt number(double number, int most) {
        return Double.isNaN(number) ? OptionalInt.empty() : OptionalInt.of((int) Math.min(most, number));
    }
}
