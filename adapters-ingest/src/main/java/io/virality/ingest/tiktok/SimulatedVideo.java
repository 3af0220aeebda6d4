package io.virality.ingest.tiktok;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An invented video. Its counts rise fast after it is posted and are settled after a month; each one is a fixed fraction
 * of the views.
 *
 * @param creator who posted it
 * @param id its id, which says when it was uploaded
 * @param postedAt when it was posted
 * @param seconds its length
 * @param views how many views it ends with
 * @param sponsorship on whose behalf it was posted, if on anybody's
 * @param viralMultiple how many times its ordinary views it reaches by going viral; 0 if it does not
 * @param likes likes per view
 * @param comments comments per view
 * @param shares shares per view
 * @param saves saves per view
 * @param luck where between two whole numbers a count is rounded up
 * @param wordsSeed what its texts follow from: most readers of its counts do not need them
 */
record SimulatedVideo(
        SimulatedCreator creator,
        String id,
        Instant postedAt,
        int seconds,
        double views,
        Optional<SimulatedSponsorship> sponsorship,
        double viralMultiple,
        double likes,
        double comments,
        double shares,
        double saves,
        double luck,
        long wordsSeed) {

    private static final double VIRAL_CHANCE = .006;
    private static final double LEAST_VIRAL_MULTIPLE = 10;
    private static final double GREATEST_VIRAL_MULTIPLE = 250;
    private static final double VIRAL_TAIL = 1.4;
    private static final double WEEKEND_VIEWS = 1.10;

    private static final double SPONSORED_VIEWS = 1.20;
    private static final double SPONSORED_ENGAGEMENT = .85;

    private static final double RISE_SECONDS = Duration.ofHours(60).toSeconds();
    private static final long SETTLED_SECONDS = Duration.ofDays(30).toSeconds();
    private static final double RISEN_WHEN_SETTLED = 1 - StrictMath.exp(-SETTLED_SECONDS / RISE_SECONDS);

    private static final List<String> SOUND_STARTS =
            List.of(("Velvet Paper Neon Silent Golden Lazy Crystal Tiny Midnight"
                            + " Plastic Honest Broken Electric Slow Hidden Second Salty Wooden Distant Violet")
                    .split(" "));
    private static final List<String> SOUND_ENDS =
            List.of(("Harbor Static Orchard Satellite Sunday Lantern Engine Parade"
                            + " Gravity Window Puddle Comet Staircase Meadow Echo Elevator Marble Kite Signal Winter")
                    .split(" "));

    /**
     * A video's counts at a moment.
     *
     * @param views how often it was played
     * @param likes never more than views
     * @param comments comments
     * @param shares shares
     * @param saves saves
     */
    record Counts(long views, long likes, long comments, long shares, long saves) {}

    /**
     * A video's texts.
     *
     * @param caption with its hashtags at the end
     * @param hashtags without {@code #}
     * @param sound the sound's name
     */
    record Words(String caption, List<String> hashtags, String sound) {}

    /**
     * A creator posts a video.
     *
     * @param number counts the creator's videos
     * @param followers how many followers it has now
     * @param sponsorship on whose behalf
     */
    static SimulatedVideo posted(
            SimulatedCreator creator,
            int number,
            Instant postedAt,
            double followers,
            Optional<SimulatedSponsorship> sponsorship,
            Chance chance) {
        OffsetDateTime local = postedAt.atOffset(creator.persona().market().offset());
        double viralMultiple = chance.happens(VIRAL_CHANCE) ? viralMultiple(chance) : 0;
        double views = creator.usualViews(followers)
                * TimeOfDay.of(local.toLocalTime()).views()
                * (sponsorship.isPresent() ? SPONSORED_VIEWS : 1)
                * (SimulatedWorld.weekend(local.getDayOfWeek()) ? WEEKEND_VIEWS : 1)
                * chance.logNormal(1, .9)
                * Math.max(1, viralMultiple);
        double usual = creator.usualEngagement(followers);
        double odds = chance.logNormal(usual / (1 - usual), .35) * (sponsorship.isPresent() ? SPONSORED_ENGAGEMENT : 1);
        double engagement = odds / (1 + odds);
        double comments = Math.min(.3, chance.logNormal(.03, .5));
        double shares = Math.min(.4, chance.logNormal(.06, .6));
        double saves = Math.min(.6, chance.logNormal(.07, .6));
        double seconds = Math.max(
                5, Math.min(600, chance.logNormal(creator.persona().category().seconds(), .6)));
        Instant uploaded = postedAt.minusSeconds((long) chance.between(22, 136));
        return new SimulatedVideo(
                creator,
                creator.world().id(uploaded, creator.index() << 15 | number),
                postedAt,
                (int) Math.round(seconds),
                views,
                sponsorship,
                viralMultiple,
                engagement * (1 - comments - shares),
                engagement * comments,
                engagement * shares,
                engagement * saves,
                chance.fraction(),
                chance.seed());
    }

    private static double viralMultiple(Chance chance) {
        double pareto = LEAST_VIRAL_MULTIPLE * StrictMath.pow(1 - chance.fraction(), -1 / VIRAL_TAIL);
        return Math.min(GREATEST_VIRAL_MULTIPLE, pareto);
    }

    /** The fraction of its final views that it has by then. */
    double risen(Instant time) {
        long age = Math.max(0, age(time));
        return age >= SETTLED_SECONDS ? 1 : (1 - StrictMath.exp(-age / RISE_SECONDS)) / RISEN_WHEN_SETTLED;
    }

    /** When it has this fraction of its final views. */
    Instant risenTo(double fraction) {
        return postedAt.plusSeconds((long) (-RISE_SECONDS * StrictMath.log(1 - fraction * RISEN_WHEN_SETTLED)));
    }

    /** Likes, comments and shares per view. */
    double engagement() {
        return likes + comments + shares;
    }

    /** Whether its counts no longer change. */
    boolean settled(Instant time) {
        return age(time) >= SETTLED_SECONDS;
    }

    private long age(Instant time) {
        return time.getEpochSecond() - postedAt.getEpochSecond();
    }

    /** Its counts at a moment. None of them ever falls. */
    Counts countsAt(Instant time) {
        long views = (long) (this.views * risen(time));
        return new Counts(views, part(likes, views), part(comments, views), part(shares, views), part(saves, views));
    }

    private long part(double rate, long views) {
        return (long) (rate * views + luck);
    }

    /** Its texts: always the same. */
    Words words() {
        Chance chance = new Chance(wordsSeed);
        Vocabulary vocabulary = creator.persona().vocabulary();
        Category category = creator.persona().category();
        List<String> hashtags = hashtags(vocabulary, category, chance);
        String caption = vocabulary.caption(category, chance);
        if (chance.happens(.5)) {
            caption += " " + chance.oneOf(category.emoji());
        }
        caption += hashtags.stream().map(tag -> " #" + tag).collect(Collectors.joining());
        return new Words(caption, hashtags, sound(chance));
    }

    private static List<String> hashtags(Vocabulary vocabulary, Category category, Chance chance) {
        Set<String> hashtags = new LinkedHashSet<>();
        if (chance.happens(.4)) {
            hashtags.add(vocabulary.topic(category).replaceAll("[ -]", "").toLowerCase(Locale.ROOT));
        }
        for (int i = chance.poisson(1.3); i > 0; i--) {
            hashtags.add(chance.oneOf(category.hashtags()));
        }
        for (int i = chance.poisson(1.2); i > 0; i--) {
            hashtags.add(chance.oneOf(vocabulary.hashtags()));
        }
        return List.copyOf(hashtags);
    }

    private String sound(Chance chance) {
        if (chance.happens(.45)) {
            return "original sound - " + creator.persona().nickname();
        }
        double popularity = StrictMath.pow(chance.fraction(), 2);
        int rank = (int) (popularity * SOUND_STARTS.size() * SOUND_ENDS.size());
        int turn = rank / SOUND_STARTS.size();
        return SOUND_STARTS.get(rank % SOUND_STARTS.size()) + " " + SOUND_ENDS.get((rank + turn) % SOUND_ENDS.size());
    }
}
