package io.virality.domain.virality;

import io.virality.domain.insight.Row;
import io.virality.domain.stats.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The videos of one creator so far, in the order of posting. Only what could be known counts: a video has settled when it
 * was posted at least {@value #SETTLED_DAYS} days ago, and not what is still gathering most of its views. What such a video
 * gathers even later is in its newest count, and so in here; that is little, but not nothing.
 */
public final class Track {

    /** So many earlier videos tell what is usual for a creator. */
    public static final int EARLIER_VIDEOS = 5;

    /** After so many days a video has most of its views. */
    public static final int SETTLED_DAYS = 3;

    /** That as a duration. */
    public static final Duration SETTLED = Duration.ofDays(SETTLED_DAYS);

    private static final int RECENT = 10;
    private static final int LAST_VIDEOS = 3;
    private static final double MILLISECONDS_AN_HOUR = 3_600_000;

    /** So that a pause of nothing, and nobody's engagement, have a logarithm. */
    private static final double LEAST_HOURS = .1;

    private static final double LEAST_ENGAGEMENT = 1e-4;

    private record Seen(long posted, double views, double interactions) {}

    private final List<Seen> seen = new ArrayList<>();
    private final List<Long> posts = new ArrayList<>();

    /** Adds the next one. Views are only taken from a count made when it had settled. */
    void add(Row video) {
        posts.add(video.count("posted"));
        if (video.count("observed") - video.count("posted") >= SETTLED.toMillis()) {
            seen.add(new Seen(video.count("posted"), video.number("views"), video.number("interactions")));
        }
    }

    /** The track of a creator. */
    public static Track of(List<Row> videos) {
        Track track = new Track();
        videos.forEach(track::add);
        return track;
    }

    /** The views of a video by the median of the earlier ones; empty with fewer than {@value #EARLIER_VIDEOS} of them. */
    OptionalDouble relative(double views) {
        return seen.size() < EARLIER_VIDEOS
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        views / median(seen.stream().mapToDouble(Seen::views).toArray()));
    }

    /** How many videos have settled by then. */
    public int settled(Instant by) {
        return settledBy(by.toEpochMilli()).size();
    }

    /**
     * What is known of the next video, trait by trait, {@code NaN} for what is not; empty with fewer than {@value
     * #EARLIER_VIDEOS} settled ones.
     */
    public Optional<double[]> traits(Plan plan) {
        long at = plan.at().toEpochMilli();
        List<Seen> settled = settledBy(at);
        if (settled.size() < EARLIER_VIDEOS) {
            return Optional.empty();
        }
        double usual = Math.log(median(settled.stream().mapToDouble(Seen::views).toArray()));
        double[] views =
                settled.stream().mapToDouble(video -> Math.log(video.views())).toArray();
        double[] traits = new double[Trait.values().length];
        traits[Trait.USUAL_VIEWS.ordinal()] = usual;
        traits[Trait.SPREAD.ordinal()] = Math.sqrt(Sample.of(views).variance());
        traits[Trait.LAST.ordinal()] = views[views.length - 1] - usual;
        traits[Trait.LAST_THREE.ordinal()] = IntStream.range(views.length - LAST_VIDEOS, views.length)
                        .mapToDouble(i -> views[i])
                        .average()
                        .orElseThrow()
                - usual;
        traits[Trait.TREND.ordinal()] = slope(views);
        traits[Trait.ENGAGEMENT.ordinal()] =
                Math.log(settled.stream().mapToDouble(Seen::interactions).sum()
                                / settled.stream().mapToDouble(Seen::views).sum()
                        + LEAST_ENGAGEMENT);
        double[] pauses = pauses(at);
        traits[Trait.PAUSE.ordinal()] = Math.log(pauses[pauses.length - 1] + LEAST_HOURS);
        traits[Trait.USUAL_PAUSE.ordinal()] = Math.log(median(pauses) + LEAST_HOURS);
        traits[Trait.HOUR_SINE.ordinal()] = Math.sin(plan.hour() / 12.0 * Math.PI);
        traits[Trait.HOUR_COSINE.ordinal()] = Math.cos(plan.hour() / 12.0 * Math.PI);
        traits[Trait.WEEKEND.ordinal()] = plan.onWeekend() ? 1 : 0;
        traits[Trait.LENGTH.ordinal()] = Math.log1p(number(plan.seconds()));
        traits[Trait.HASHTAGS.ordinal()] = number(plan.hashtags());
        traits[Trait.EXPERIENCE.ordinal()] = Math.log(settled.size());
        return Optional.of(traits);
    }

    private static double number(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : Double.NaN;
    }

    private List<Seen> settledBy(long at) {
        return seen.stream()
                .filter(video -> video.posted() <= at - SETTLED.toMillis())
                .toList();
    }

    private double[] pauses(long at) {
        List<Long> before = posts.stream().filter(post -> post <= at).toList();
        List<Long> times = new ArrayList<>(before.subList(Math.max(0, before.size() - RECENT), before.size()));
        times.add(at);
        return IntStream.range(1, times.size())
                .mapToDouble(i -> (times.get(i) - times.get(i - 1)) / MILLISECONDS_AN_HOUR)
                .toArray();
    }

    /** By least squares. */
    private static double slope(double[] values) {
        int from = Math.max(0, values.length - RECENT);
        double middle = (from + values.length - 1) / 2.0;
        double products = 0;
        double squares = 0;
        for (int i = from; i < values.length; i++) {
            products += (i - middle) * values[i];
            squares += (i - middle) * (i - middle);
        }
        return products / squares;
    }

    private static double median(double[] values) {
        return Sample.of(values).median();
    }
}
