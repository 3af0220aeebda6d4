package io.virality.domain.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Origin;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Quantity;
import io.virality.domain.insight.Question;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import io.virality.domain.insight.VideoHistory;
import io.virality.domain.stats.Figures;
import io.virality.domain.stats.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.DoubleSupplier;
import java.util.function.LongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Invented data in which what is claimed holds, and such in which nothing does. A planted effect must be found at the level
 * that is left to each of six claims; without one, no claim may be supported too often even uncorrected.
 */
class PlantedClaimsTest {

    private static final int SEEDS = 200;

    @Test
    void mid_tiers_that_engage_a_third_more_are_found() {
        assertFound(TierEngagement.MID, (seed, planted) -> tiers("mid", seed, planted ? 1.33 : 1));
    }

    @Test
    void micro_creators_that_engage_a_third_more_are_found() {
        assertFound(TierEngagement.MICRO, (seed, planted) -> tiers("micro", seed, planted ? 1.33 : 1));
    }

    @Test
    void verified_creators_that_grow_five_times_as_fast_are_found_and_three_times_are_not_enough() {
        assertFound(VerifiedGrowth.CLAIM, (seed, planted) -> growth(seed, planted ? 5 : 3));
    }

    @Test
    void engagement_that_foretells_rising_views_is_found() {
        assertFound(EngagementPredictsVirality.CLAIM, (seed, planted) -> videos(seed, planted ? .15 : 0));
    }

    @Test
    void sales_that_follow_engagement_are_found_and_those_that_follow_both_alike_are_not() {
        assertFound(EngagementDrivesSales.CLAIM, (seed, planted) -> sales(seed, planted ? 0 : 1));
    }

    @Test
    void verified_partners_that_sell_half_as_much_again_to_twice_as_many_are_found() {
        assertFound(VerifiedPartners.CLAIM, (seed, planted) -> planted ? partners(seed, 1.5, 2) : partners(seed, 1, 1));
    }

    @Test
    void reaching_further_is_not_enough_where_partners_must_convert_better_too() {
        long wrong = supported(VerifiedPartners.CLAIM, seed -> partners(seed, 1, 2), .05);
        assertTrue(wrong <= .05 * SEEDS, "supported in " + wrong + " of " + SEEDS);
    }

    private static void assertFound(Claim claim, BiFunction<Long, Boolean, Map<Question, Evidence>> worlds) {
        long found = supported(claim, seed -> worlds.apply(seed, true), .05 / Claims.ALL.size());
        long wrong = supported(claim, seed -> worlds.apply(seed, false), .05);
        assertTrue(found >= .8 * SEEDS, claim.id() + " is found in " + found + " of " + SEEDS);
        assertTrue(wrong <= .05 * SEEDS, claim.id() + " is wrongly supported in " + wrong + " of " + SEEDS);
    }

    private static long supported(Claim claim, LongFunction<Map<Question, Evidence>> worlds, double level) {
        return LongStream.rangeClosed(1, SEEDS)
                .filter(seed -> {
                    Trial.Tested trial = (Trial.Tested) claim.test(worlds.apply(seed));
                    return trial.above() && trial.pValue() <= level;
                })
                .count();
    }

    /** 150 creators of either tier with rates by views, log-normal with σ = .5. */
    private static Map<Question, Evidence> tiers(String tier, long seed, double ratio) {
        SplittableRandom random = new SplittableRandom(seed);
        Claim claim = tier.equals("mid") ? TierEngagement.MID : TierEngagement.MICRO;
        Map<String, Sample> samples = Map.of(
                tier,
                sample(150, () -> .05 * ratio * Math.exp(.5 * random.nextGaussian())),
                "mega",
                sample(150, () -> .05 * Math.exp(.5 * random.nextGaussian())));
        return known(claim, Map.of(claim.questions().get(0), given(List.of(), samples, Figures.NONE)));
    }

    /** 80 verified and 300 other creators; these grow 2 % in 30 days, in the median. */
    private static Map<Question, Evidence> growth(long seed, double times) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Sample> samples = Map.of(
                "mid, verified", sample(80, () -> .02 * times + .03 * random.nextGaussian()),
                "mid, not verified", sample(300, () -> .02 + .02 * random.nextGaussian()));
        Claim claim = VerifiedGrowth.CLAIM;
        return known(claim, Map.of(claim.questions().get(0), given(List.of(), samples, Figures.NONE)));
    }

    @Test
    void growth_that_the_size_of_verified_creators_explains_is_not_there_within_tiers() {
        SplittableRandom random = new SplittableRandom(1);
        Map<String, Sample> samples = Map.of(
                "nano, verified", sample(40, () -> .02 + .002 * random.nextGaussian()),
                "nano, not verified", sample(300, () -> .02 + .002 * random.nextGaussian()),
                "mega, verified", sample(300, () -> .1 + .01 * random.nextGaussian()),
                "mega, not verified", sample(40, () -> .1 + .01 * random.nextGaussian()));
        Claim claim = VerifiedGrowth.CLAIM;

        Trial.Tested trial =
                (Trial.Tested) claim.test(Map.of(claim.questions().get(0), given(List.of(), samples, Figures.NONE)));

        assertTrue(trial.effects().get(0).above());
        Check within = trial.checks().get(1);
        assertEquals(Check.Agreement.DISAGREES, within.says());
        assertEquals(1, within.effect().orElseThrow().estimate(), .1);
        assertEquals(340, within.effect().orElseThrow().groups().get(0).n());
    }

    /** 30 creators with 14 videos each; the views of those who engage more rise from video to video. */
    private static Map<Question, Evidence> videos(long seed, double rise) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Row> rows = new ArrayList<>();
        for (long creator = 1; creator <= 30; creator++) {
            double liveliness = random.nextGaussian();
            long followers = Math.round(Math.exp(10 + 2 * random.nextGaussian()));
            for (int video = 0; video < 14; video++) {
                long views = Math.round(Math.exp(9 + rise * liveliness * video + .8 * random.nextGaussian()));
                double engagement = .08 * Math.exp(.5 * liveliness + .2 * random.nextGaussian());
                rows.add(video(creator, "unknown", video, views, followers, Math.round(views * engagement), 0, 0));
            }
        }
        return known(EngagementPredictsVirality.CLAIM, Map.of(new VideoHistory(), given(rows, Map.of(), Figures.NONE)));
    }

    /** 150 creators whose sales follow their engagement, and their followers so much. */
    private static Map<Question, Evidence> sales(long seed, double byFollowers) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] engagement = new double[150];
        double[] followers = new double[150];
        double[] sales = new double[150];
        for (int i = 0; i < sales.length; i++) {
            double lively = random.nextGaussian();
            double large = random.nextGaussian();
            engagement[i] = .08 * Math.exp(.5 * lively);
            followers[i] = Math.round(Math.exp(10 + 2 * large));
            sales[i] = Math.exp(5 + lively + byFollowers * large + random.nextGaussian());
        }
        Claim claim = EngagementDrivesSales.CLAIM;
        Figures figures = new Figures(Map.of(
                Quantity.ENGAGEMENT.id(), engagement,
                Quantity.FOLLOWERS.id(), followers,
                Quantity.NET_SALES.id(), sales));
        return known(claim, Map.of(claim.questions().get(0), given(List.of(), Map.of(), figures)));
    }

    @Test
    void conversion_that_the_size_of_verified_partners_explains_is_not_there_within_tiers() {
        List<Row> rows = new ArrayList<>();
        for (long creator = 1; creator <= 400; creator++) {
            boolean large = creator % 2 == 0;
            boolean verified = creator % 10 < 8 == large;
            long views = large ? 100_000 : 10_000;
            rows.add(video(
                    creator,
                    verified ? "verified" : "not verified",
                    0,
                    views + creator,
                    large ? 2_000_000 : 5_000,
                    0,
                    1,
                    views / (large ? 500 : 1_000)));
        }
        Trial.Tested trial = (Trial.Tested) VerifiedPartners.CLAIM.test(
                known(VerifiedPartners.CLAIM, Map.of(new VideoHistory(), given(rows, Map.of(), Figures.NONE))));

        assertTrue(trial.effects().get(0).above());
        assertTrue(trial.effects().get(0).clear());
        Effect within = trial.checks().get(0).effect().orElseThrow();
        assertEquals(1, within.estimate(), .01);
        assertEquals(400, within.groups().get(0).n() + within.groups().get(1).n());
    }

    /** 100 partners of either kind with three sponsored videos each. */
    private static Map<Question, Evidence> partners(long seed, double converts, double reaches) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Row> rows = new ArrayList<>();
        for (long creator = 1; creator <= 200; creator++) {
            boolean verified = creator % 2 == 0;
            double size = Math.exp(10 + .7 * random.nextGaussian());
            for (int video = 0; video < 3; video++) {
                double views = size * (verified ? reaches : 1) * Math.exp(.5 * random.nextGaussian());
                double orders = views * .001 * (verified ? converts : 1) * Math.exp(.3 * random.nextGaussian());
                rows.add(video(
                        creator,
                        verified ? "verified" : "not verified",
                        video,
                        Math.round(views),
                        Math.round(size),
                        0,
                        1,
                        Math.round(orders)));
            }
        }
        return known(VerifiedPartners.CLAIM, Map.of(new VideoHistory(), given(rows, Map.of(), Figures.NONE)));
    }

    private static Row video(
            long creator,
            String verified,
            int day,
            long views,
            long followers,
            long interactions,
            long sponsored,
            long orders) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("creator", creator);
        values.put("verified", verified);
        values.put("posted", Duration.ofDays(day).toMillis());
        values.put("observed", Duration.ofDays(100).toMillis());
        values.put("views", Math.max(1, views));
        values.put("interactions", interactions);
        values.put("followers", followers);
        values.put("sponsored", sponsored);
        values.put("orders", orders);
        return new Row(values);
    }

    private static Sample sample(int size, DoubleSupplier value) {
        return Sample.of(DoubleStream.generate(value).limit(size).toArray());
    }

    /** This, and nothing of what else the claim asks for. */
    private static Map<Question, Evidence> known(Claim claim, Map<Question, Evidence> known) {
        Map<Question, Evidence> evidence = new HashMap<>(known);
        claim.questions().forEach(question -> evidence.putIfAbsent(question, given(List.of(), Map.of(), Figures.NONE)));
        return evidence;
    }

    private static Evidence given(List<Row> rows, Map<String, Sample> samples, Figures figures) {
        return new Evidence(
                        new Statement("sqlite", "select 1"), rows, samples, 1, 0, Optional.empty(), Origin.SIMULATED)
                .with(figures);
    }
}
