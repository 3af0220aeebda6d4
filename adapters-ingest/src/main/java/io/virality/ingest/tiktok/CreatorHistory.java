package io.virality.ingest.tiktok;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A creator's life, walked day by day. Each day it posts, then its followers change by its drift, by a momentum that
 * fades, by the day of the week, by what its viral videos bring, and by noise. Nothing of this depends on its size.
 */
final class CreatorHistory {

    private static final int SECONDS_A_DAY = (int) Duration.ofDays(1).toSeconds();
    private static final double MOMENTUM_KEPT = .95;
    private static final double MOMENTUM_SHOCK = .0002;
    private static final double NOISE = .0020;
    private static final double WEEKEND_GROWTH = .0005;
    private static final double WORKDAY_GROWTH = -.0002;
    private static final double GROWTH_PER_VIRAL_MULTIPLE = .004;

    private final SimulatedCreator creator;
    private final Chance chance;
    private final Deque<SimulatedVideo> rising = new ArrayDeque<>();
    private final List<SimulatedVideo> postedToday = new ArrayList<>();
    private int day = -1;
    private double followers;
    private double momentum;
    private long settledLikes;
    private int posted;

    /**
     * A creator's counts at the end of a day.
     *
     * @param observedAt when they hold
     * @param followers accounts that follow it
     * @param following accounts that it follows
     * @param likes likes on all its videos
     * @param videos how many videos it has
     */
    record Counts(Instant observedAt, long followers, long following, long likes, long videos) {}

    CreatorHistory(SimulatedCreator creator, Chance chance) {
        this.creator = creator;
        this.chance = chance;
        followers = creator.followersAtStart();
        settledLikes = creator.likesAtStart();
    }

    /** Whose history it is. */
    SimulatedCreator creator() {
        return creator;
    }

    /** Lives the next day; the first call lives the first. The history goes on as long as it is asked. */
    void nextDay() {
        day++;
        Instant end = creator.world().observedAt(day);
        while (!rising.isEmpty() && rising.peekFirst().settled(end)) {
            settledLikes += rising.removeFirst().countsAt(end).likes();
        }
        post();
        if (day > 0) {
            followers *= StrictMath.exp(growth(end));
        }
    }

    /** What was posted on the present day, in order. */
    List<SimulatedVideo> postedToday() {
        return List.copyOf(postedToday);
    }

    /** The counts at the end of the present day. */
    Counts counts() {
        Instant end = creator.world().observedAt(day);
        long likes = settledLikes;
        for (SimulatedVideo video : rising) {
            likes += video.countsAt(end).likes();
        }
        return new Counts(end, Math.round(followers), creator.following(day), likes, creator.videosAtStart() + posted);
    }

    private void post() {
        postedToday.clear();
        Instant dayStart = creator.world().observedAt(day - 1);
        Instant[] times = new Instant[chance.poisson(creator.postsPerDay())];
        Arrays.setAll(times, post -> timeOfPost(dayStart));
        Arrays.sort(times);
        for (Instant time : times) {
            postedToday.add(SimulatedVideo.posted(creator, posted, time, followers, sponsorship(), chance));
            posted++;
        }
        rising.addAll(postedToday);
    }

    private Optional<SimulatedSponsorship> sponsorship() {
        return SimulatedSponsorship.on(creator, day).filter(contract -> contract.covers(posted));
    }

    private Instant timeOfPost(Instant dayStart) {
        LocalTime moment = chance.weighted(TimeOfDay.ALL, TimeOfDay::weight).moment(chance);
        LocalTime start = dayStart.atOffset(creator.persona().market().offset()).toLocalTime();
        int wait = Math.floorMod(moment.toSecondOfDay() - start.toSecondOfDay(), SECONDS_A_DAY);
        return dayStart.plusSeconds(wait);
    }

    private double growth(Instant end) {
        momentum = MOMENTUM_KEPT * momentum + MOMENTUM_SHOCK * chance.gaussian();
        DayOfWeek dayOfWeek = creator.world().firstDay().getDayOfWeek().plus(day);
        double growth = creator.drift() + momentum + NOISE * chance.gaussian();
        growth += SimulatedWorld.weekend(dayOfWeek) ? WEEKEND_GROWTH : WORKDAY_GROWTH;
        Instant before = creator.world().observedAt(day - 1);
        for (SimulatedVideo video : rising) {
            if (video.viralMultiple() > 0) {
                double rise = video.risen(end) - video.risen(before);
                growth += GROWTH_PER_VIRAL_MULTIPLE * video.viralMultiple() * rise;
            }
        }
        return growth;
    }
}
