package io.virality.ingest.tiktok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/simulation.md} says is planted can be found from the counts alone. The tolerances are three or more
 * standard errors; with the seed fixed, they tell a broken model, not bad luck.
 */
final class PlantedEffectsTest {

    private static final int DAYS = 150;
    private static final SimulatedWorld WORLD = new SimulatedWorld(2026, 4_000, LocalDate.of(2026, 2, 1), DAYS);

    private static final List<Lived> CREATORS = new ArrayList<>();
    private static final List<SimulatedVideo> VIDEOS = new ArrayList<>();

    /** A creator with what its counts show. */
    private record Lived(SimulatedCreator creator, double growthPerDay, double engagement) {

        double logFollowers() {
            return Math.log(creator.followersAtStart());
        }
    }

    @BeforeAll
    static void live() {
        Instant end = WORLD.observedAt(DAYS - 1);
        for (int i = 0; i < WORLD.creators(); i++) {
            SimulatedCreator creator = WORLD.creator(i);
            CreatorHistory history = creator.history();
            long views = 0;
            long interactions = 0;
            for (int day = 0; day < DAYS; day++) {
                history.nextDay();
                for (SimulatedVideo video : history.postedToday()) {
                    SimulatedVideo.Counts counts = video.countsAt(end);
                    views += counts.views();
                    interactions += counts.likes() + counts.comments() + counts.shares();
                    VIDEOS.add(video);
                }
            }
            double growth = Math.log((double) history.counts().followers() / creator.followersAtStart());
            if (interactions > 0) {
                CREATORS.add(new Lived(creator, growth / (DAYS - 1), (double) interactions / views));
            }
        }
    }

    @Test
    void verified_creators_grow_half_as_fast_again() {
        double verified = mean(CREATORS, lived -> lived.creator.verified(), Lived::growthPerDay);
        double others = mean(CREATORS, lived -> !lived.creator.verified(), Lived::growthPerDay);
        assertEquals(.0005, verified - others, .0003);
    }

    @Test
    void the_larger_are_verified_more_often() {
        assertTrue(shareOfVerified(1_000_000, Long.MAX_VALUE) > .4);
        assertTrue(shareOfVerified(0, 10_000) < .01);
    }

    @Test
    void engagement_falls_slightly_with_size() {
        double slope = slope(CREATORS, Lived::logFollowers, lived -> logOdds(lived.engagement));
        assertEquals(-.05, slope, .015);
    }

    @Test
    void growth_does_not_depend_on_size() {
        List<Lived> others = CREATORS.stream()
                .filter(lived -> !lived.creator.verified() && lived.creator.followersAtStart() > 500)
                .toList();
        assertEquals(0, correlation(others, Lived::logFollowers, Lived::growthPerDay), .05);
    }

    @Test
    void the_median_engagement_by_views_is_about_a_tenth() {
        List<Double> rates = CREATORS.stream().map(Lived::engagement).sorted().toList();
        assertEquals(.10, rates.get(rates.size() / 2), .015);
    }

    @Test
    void markets_and_categories_differ_in_engagement() {
        assertEquals(Math.log(1.15 / .88), logOddsOf(Market.BR) - logOddsOf(Market.DE), .12);
        assertEquals(Math.log(1.20 / .80), logOddsOf(Category.COMEDY) - logOddsOf(Category.TECH), .12);
    }

    @Test
    void evening_and_weekend_bring_views() {
        assertEquals(Math.log(1.25 / .80), surplus(at(TimeOfDay.EVENING)) - surplus(at(TimeOfDay.NIGHT)), .05);
        Predicate<SimulatedVideo> weekend =
                video -> SimulatedWorld.weekend(local(video).getDayOfWeek());
        assertEquals(Math.log(1.10), surplus(weekend) - surplus(weekend.negate()), .03);
    }

    @Test
    void few_videos_go_viral() {
        long viral = VIDEOS.stream().filter(video -> video.viralMultiple() > 0).count();
        assertEquals(.006, (double) viral / VIDEOS.size(), .001);
        assertTrue(VIDEOS.stream()
                .mapToDouble(SimulatedVideo::viralMultiple)
                .allMatch(multiple -> multiple == 0 || multiple >= 10 && multiple <= 250));
    }

    @Test
    void length_and_hashtags_change_nothing() {
        assertEquals(0, correlation(VIDEOS, SimulatedVideo::seconds, PlantedEffectsTest::surplus), .01);
        Predicate<SimulatedVideo> tagged = video -> video.words().hashtags().size() >= 3;
        assertEquals(0, surplus(tagged) - surplus(tagged.negate()), .03);
    }

    @Test
    void there_are_about_as_many_videos_as_the_documentation_says() {
        assertEquals(33, VIDEOS.size() / (double) WORLD.creators(), 3);
    }

    private static double shareOfVerified(long least, long below) {
        return mean(
                CREATORS,
                lived -> lived.creator.followersAtStart() >= least && lived.creator.followersAtStart() < below,
                lived -> lived.creator.verified() ? 1 : 0);
    }

    private static double logOddsOf(Market market) {
        return mean(CREATORS, lived -> lived.creator.persona().market() == market, lived -> logOdds(lived.engagement));
    }

    private static double logOddsOf(Category category) {
        return mean(
                CREATORS, lived -> lived.creator.persona().category() == category, lived -> logOdds(lived.engagement));
    }

    private static double logOdds(double rate) {
        return Math.log(rate / (1 - rate));
    }

    private static Predicate<SimulatedVideo> at(TimeOfDay part) {
        return video -> {
            LocalTime time = local(video).toLocalTime();
            return TimeOfDay.of(time) == part;
        };
    }

    private static OffsetDateTime local(SimulatedVideo video) {
        return video.postedAt().atOffset(video.creator().persona().market().offset());
    }

    /** By how much, as a logarithm, a video does better than its creator's size lets expect. */
    private static double surplus(SimulatedVideo video) {
        return Math.log(
                video.views() / video.creator().usualViews(video.creator().followersAtStart()));
    }

    private static double surplus(Predicate<SimulatedVideo> which) {
        return mean(VIDEOS, which, PlantedEffectsTest::surplus);
    }

    private static <T> double mean(List<T> all, Predicate<T> which, ToDoubleFunction<T> value) {
        return all.stream().filter(which).mapToDouble(value).average().orElseThrow();
    }

    private static <T> double slope(List<T> all, ToDoubleFunction<T> x, ToDoubleFunction<T> y) {
        return covariance(all, x, y) / covariance(all, x, x);
    }

    private static <T> double correlation(List<T> all, ToDoubleFunction<T> x, ToDoubleFunction<T> y) {
        return covariance(all, x, y) / Math.sqrt(covariance(all, x, x) * covariance(all, y, y));
    }

    private static <T> double covariance(List<T> all, ToDoubleFunction<T> x, ToDoubleFunction<T> y) {
        double meanX = mean(all, one -> true, x);
        double meanY = mean(all, one -> true, y);
        return mean(all, one -> true, one -> (x.applyAsDouble(one) - meanX) * (y.applyAsDouble(one) - meanY));
    }
}
