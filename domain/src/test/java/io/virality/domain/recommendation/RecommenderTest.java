package io.virality.domain.recommendation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Profile;
import io.virality.domain.creator.Tiers;
import io.virality.domain.insight.Statement;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.marketplace.Fee;
import io.virality.domain.marketplace.Money;
import io.virality.domain.pricing.Price;
import io.virality.domain.pricing.PriceList;
import io.virality.domain.recommendation.Feedback.Stage;
import io.virality.domain.recommendation.Recommendation.Confidence;
import io.virality.domain.recommendation.Recommendation.Part;
import io.virality.domain.recommendation.Recommendation.PartScore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RecommenderTest {

    private static final Ordering BY_SCORE = new Ordering(Order.SCORE, "the test says so");
    private static final Recommender.Evidence SAID = new Recommender.Evidence() {
        @Override
        public List<String> words(long creator) {
            return List.of("bread");
        }

        @Override
        public Statement statement(long creator) {
            return new Statement("plain loops", "creator " + creator);
        }
    };

    @Test
    void the_parts_of_each_score_add_up_to_it_and_scores_fall() {
        Recommendations all =
                new Recommender(Brief.of("bread"), Tiers.STANDARD, BY_SCORE, SAID).recommend(crowd(40), 40);

        assertEquals(40, all.recommended().size());
        double last = 1;
        for (Recommendation one : all.recommended()) {
            double sum = 0;
            for (PartScore part : one.parts()) {
                assertEquals(part.value() * part.weight(), part.contribution(), 1e-12);
                assertTrue(part.value() >= 0 && part.value() <= 1, part.toString());
                sum += part.contribution();
            }
            assertEquals(one.score(), sum, 1e-12);
            assertTrue(one.score() <= last + 1e-12);
            assertEquals(3, one.reasons().size());
            assertEquals(3, one.reasonParts().size());
            assertEquals(
                    "creator " + one.candidate().portrait().creator(),
                    one.statement().text());
            last = one.score();
        }
    }

    @Test
    void an_order_that_is_asked_for_is_kept_and_scores_are_told_all_the_same() {
        List<Candidate> crowd = crowd(40);
        Recommendations all = new Recommender(
                        Brief.of("bread"), Tiers.STANDARD, new Ordering(Order.MOST_FOLLOWERS, "asked for"), SAID)
                .recommend(crowd, 10);

        assertEquals(
                crowd.stream()
                        .map(one -> one.portrait().followers().getAsLong())
                        .sorted(Comparator.reverseOrder())
                        .limit(10)
                        .toList(),
                all.recommended().stream()
                        .map(one -> one.candidate().portrait().followers().getAsLong())
                        .toList());
        assertEquals(Order.MOST_FOLLOWERS, all.ordering().by());
        all.recommended().forEach(one -> assertEquals(3, one.reasons().size()));
    }

    @Test
    void one_lucky_video_does_not_beat_many_good_ones() {
        List<Candidate> candidates = new ArrayList<>(crowd(20));
        candidates.add(candidate("lucky", 50_000, "GB", "bread", 40_000));
        candidates.add(candidate("steady", 50_000, "GB", "bread", views(20, 30_000)));
        Weights performance = new Weights(0, 1, 0, 0, 0, 0);

        List<Recommendation> best = new Recommender(
                        brief(performance, Set.of(), Set.of(), Set.of()), Tiers.STANDARD, BY_SCORE, SAID)
                .recommend(candidates, 22)
                .recommended();

        Recommendation lucky = named(best, "lucky");
        Recommendation steady = named(best, "steady");
        assertTrue(steady.score() > lucky.score());
        assertTrue(lucky.expected().orElseThrow().value() < 40_000);
        assertEquals(1, lucky.expected().orElseThrow().videos());
        assertEquals(Confidence.LOW, lucky.confidence());
        assertEquals(Confidence.HIGH, steady.confidence());
        assertTrue(lucky.against().toString().contains("Only 1 video is counted"), lucky.against()::toString);
    }

    @Test
    void who_is_out_of_the_question_is_left_out_and_counted() {
        List<Candidate> candidates = List.of(
                candidate("fits", 50_000, "GB", "vegan", views(5, 100)),
                candidate("unknown", 50_000, null, "vegan", views(5, 100)),
                candidate("elsewhere", 50_000, "US", "vegan", views(5, 100)),
                candidate("smokes", 50_000, "GB", "vape", views(5, 100)),
                candidate("other", 50_000, "GB", "cars", views(5, 100)));

        Recommendations all = new Recommender(
                        brief(Weights.STANDARD, Set.of("GB"), Set.of("vape"), Set.of("vegan")),
                        Tiers.STANDARD,
                        BY_SCORE,
                        SAID)
                .recommend(candidates, 10);

        assertEquals(
                Set.of("fits", "unknown"),
                Set.copyOf(all.recommended().stream()
                        .map(one -> one.candidate()
                                .portrait()
                                .handle()
                                .orElseThrow()
                                .name())
                        .toList()));
        assertEquals(
                Map.of("in another region", 1L, "uses a brand-safety term", 1L, "lacks a must-have", 1L),
                all.leftOut());
        assertEquals("fits", name(all.recommended().get(0)));
        assertTrue(all.recommended().get(1).against().contains("Not known: country."));
    }

    @Test
    void who_was_dismissed_is_left_out_and_who_was_hired_stays_as_it_is() {
        Candidate hired = candidate("hired", 50_000, "GB", "bread", views(5, 100));
        Candidate other = candidate("other", 50_000, "GB", "rolls", views(5, 100));

        Recommendations all = new Recommender(Brief.of("bread"), Tiers.STANDARD, BY_SCORE, SAID)
                .recommend(List.of(said(hired, Stage.HIRED), said(other, Stage.DISMISSED)), 10);

        assertEquals(Map.of("dismissed by the brand", 1L), all.leftOut());
        assertEquals(
                Optional.of(Stage.HIRED), all.recommended().get(0).candidate().stage());
        assertEquals(
                new Recommender(Brief.of("bread"), Tiers.STANDARD, BY_SCORE, SAID)
                        .recommend(List.of(hired), 10)
                        .recommended()
                        .get(0)
                        .parts(),
                all.recommended().get(0).parts(),
                "a mark, not a part of the score");
    }

    @Test
    void what_a_creator_was_paid_last_is_its_price() {
        Candidate crowd = candidate("bob", 50_000, "GB", "bread", views(20, 30_000));
        Fee fee = new Fee(new Money(new BigDecimal("77.50"), PriceList.DOLLAR), new Brand("Green Face"), Instant.EPOCH);
        Candidate paid = new Candidate(
                crowd.portrait(), crowd.relevance(), crowd.bm25(), crowd.cosine(), crowd.stage(), Optional.of(fee));
        List<Price> prices = Stream.of(crowd, paid)
                .map(one -> new Recommender(Brief.of("bread"), Tiers.STANDARD, BY_SCORE, SAID)
                        .recommend(List.of(one), 1)
                        .recommended()
                        .get(0)
                        .price()
                        .orElseThrow())
                .toList();

        assertEquals(Price.Basis.ESTIMATED, prices.get(0).basis());
        assertEquals(Price.Basis.QUOTED, prices.get(1).basis());
        assertEquals(fee.ofVideo(), prices.get(1).likely());
    }

    private static Candidate said(Candidate of, Stage stage) {
        return new Candidate(of.portrait(), of.relevance(), of.bm25(), of.cosine(), Optional.of(stage), of.fee());
    }

    @Test
    void who_says_the_same_as_those_above_is_less_new() {
        List<Candidate> candidates = List.of(
                candidate("first", 50_000, "GB", "bread", views(5, 1_000)),
                candidate("alike", 50_000, "GB", "bread", views(5, 900)),
                candidate("different", 50_000, "GB", "rolls", views(5, 900)));

        List<Recommendation> best = new Recommender(
                        brief(new Weights(0, 1, 0, 0, 0, 1), Set.of(), Set.of(), Set.of()),
                        Tiers.STANDARD,
                        BY_SCORE,
                        SAID)
                .recommend(candidates, 3)
                .recommended();

        assertEquals(
                List.of("first", "different", "alike"),
                best.stream().map(RecommenderTest::name).toList());
        assertEquals(0, best.get(2).parts().get(Part.NOVELTY.ordinal()).value());
    }

    @Test
    void without_candidates_nobody_is_recommended() {
        Recommendations none =
                new Recommender(Brief.of("bread"), Tiers.STANDARD, BY_SCORE, SAID).recommend(List.of(), 10);

        assertEquals(List.of(), none.recommended());
        assertEquals(Optional.empty(), none.asOf());
    }

    private static String name(Recommendation one) {
        return one.candidate().portrait().handle().orElseThrow().name();
    }

    private static Recommendation named(List<Recommendation> all, String handle) {
        return all.stream().filter(one -> name(one).equals(handle)).findFirst().orElseThrow();
    }

    private static Brief brief(Weights weights, Set<String> regions, Set<String> unsafe, Set<String> mustHave) {
        return new Brief(
                "bread",
                Optional.empty(),
                Goal.REACH,
                new TreeSet<>(regions),
                new TreeSet<>(),
                Set.of(),
                new TreeSet<>(),
                Optional.empty(),
                List.of(),
                new TreeSet<>(unsafe),
                new TreeSet<>(mustHave),
                new TreeSet<>(),
                weights,
                Optional.empty());
    }

    /** Creators of one tier whose videos get some 10,000 views. */
    private static List<Candidate> crowd(int size) {
        SplittableRandom random = new SplittableRandom(7);
        List<Candidate> crowd = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            long[] views = new long[4 + random.nextInt(20)];
            for (int j = 0; j < views.length; j++) {
                views[j] = Math.round(10_000 * Math.exp(random.nextGaussian()));
            }
            crowd.add(candidate("c" + i, 20_000 + 1_000L * i, "GB", "tag" + i % 7, views));
        }
        return crowd;
    }

    private static long[] views(int videos, long views) {
        long[] all = new long[videos];
        for (int i = 0; i < videos; i++) {
            all[i] = views + i;
        }
        return all;
    }

    private static Candidate candidate(String handle, long followers, String region, String hashtag, long... views) {
        List<Post> posts = new ArrayList<>();
        for (long count : views) {
            posts.add(
                    new Post(List.of(hashtag), Optional.empty(), OptionalLong.of(count), OptionalLong.of(count / 10)));
        }
        Portrait portrait = new Portrait(
                handle.hashCode(),
                Optional.of(Handle.tiktok(handle)),
                new Profile(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.ofNullable(region),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                OptionalLong.of(followers),
                posts,
                Origin.SIMULATED,
                Instant.EPOCH);
        return new Candidate(
                portrait, .5, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty(), Optional.empty());
    }
}
