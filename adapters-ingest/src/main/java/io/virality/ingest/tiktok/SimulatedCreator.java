package io.virality.ingest.tiktok;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An invented creator: what stays the same over its {@link #history() history}, and what its videos can expect.
 *
 * @param world where it lives
 * @param index its number there
 * @param id the platform's id, which says when it joined
 * @param persona who it is
 * @param verified whether the platform verified it
 * @param drift by how much the logarithm of its followers rises a day, in the long run
 * @param postsPerDay how many videos it posts a day, on average
 * @param appeal how much more than others it engages its viewers: standard normal
 * @param reach the factor on the views that its followers let expect
 * @param followersAtStart its followers on the first day
 * @param followingAtStart accounts it follows on the first day
 * @param followingPerDay how many it follows more each day
 * @param videosAtStart videos from before the first day
 * @param likesAtStart likes on these
 * @param historySeed what its days follow from
 */
record SimulatedCreator(
        SimulatedWorld world,
        int index,
        String id,
        Persona persona,
        boolean verified,
        double drift,
        double postsPerDay,
        double appeal,
        double reach,
        long followersAtStart,
        double followingAtStart,
        double followingPerDay,
        long videosAtStart,
        long likesAtStart,
        long historySeed) {

    private static final Instant FIRST_JOINED = Instant.parse("2016-09-01T00:00:00Z");
    private static final long SECONDS_OF_JOINING = Duration.ofDays(1_200).toSeconds();
    private static final double MEAN_DRIFT = .0010;
    private static final double MEAN_DRIFT_OF_VERIFIED = .0015;
    private static final double SPREAD_OF_DRIFT = .0010;

    static SimulatedCreator draw(SimulatedWorld world, int index, Chance chance) {
        long historySeed = chance.seed();
        Persona persona = Persona.draw(index, new Chance(chance.seed()));
        long followers = Math.round(Math.max(30, chance.logNormal(12_000, 2.1)));
        boolean verified = chance.happens(logistic(2.1 * (StrictMath.log10(followers) - 6.1)));
        double postsPerDay = Math.min(3, chance.logNormal(.16, .8));
        double appeal = chance.gaussian();
        double reach = chance.logNormal(StrictMath.exp(.3 * appeal), .4);
        long videos = 1 + Math.round(chance.between(30, 900) * postsPerDay);
        double likesPerVideo = usualViews(followers, reach) * usualEngagement(followers, persona, appeal);
        Instant joined = FIRST_JOINED.plusSeconds((long) chance.between(0, SECONDS_OF_JOINING));
        return new SimulatedCreator(
                world,
                index,
                world.id(joined, index),
                persona,
                verified,
                (verified ? MEAN_DRIFT_OF_VERIFIED : MEAN_DRIFT) + SPREAD_OF_DRIFT * chance.gaussian(),
                postsPerDay,
                appeal,
                reach,
                followers,
                Math.min(9_000, chance.logNormal(250, 1)),
                chance.between(-.1, .5),
                videos,
                Math.round(videos * likesPerVideo * chance.logNormal(.5, .4)),
                historySeed);
    }

    /** Its days from the first on: always the same ones. */
    CreatorHistory history() {
        return new CreatorHistory(this, new Chance(historySeed));
    }

    /** The videos of its first days, in order. */
    Stream<SimulatedVideo> videos(int days) {
        CreatorHistory history = history();
        return IntStream.range(0, days).boxed().flatMap(day -> {
            history.nextDay();
            return history.postedToday().stream();
        });
    }

    /** How many accounts it follows on a day, counted from 0. */
    long following(int day) {
        return Math.round(Math.max(0, followingAtStart + day * followingPerDay));
    }

    /** The views that half of its ordinary videos exceed while it has so many followers. */
    double usualViews(double followers) {
        return usualViews(followers, reach);
    }

    private static double usualViews(double followers, double reach) {
        return 3 * StrictMath.pow(followers, .8) * reach;
    }

    /** The usual (likes + comments + shares) / views while it has so many followers. */
    double usualEngagement(double followers) {
        return usualEngagement(followers, persona, appeal);
    }

    private static double usualEngagement(double followers, Persona persona, double appeal) {
        double odds = .11
                * StrictMath.pow(followers / 10_000, -.05)
                * persona.category().engagement()
                * persona.market().engagement()
                * StrictMath.exp(.4 * appeal);
        return odds / (1 + odds);
    }

    private static double logistic(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
