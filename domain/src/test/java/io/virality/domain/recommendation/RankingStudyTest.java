package io.virality.domain.recommendation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Profile;
import io.virality.domain.creator.Tiers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RankingStudyTest {

    private static final int CREATORS = 200;
    private static final int BRANDS = 20;
    private static final FitLearner NOTHING_LEARNT = (pairs, partners, asked, seed) -> new double[asked.length];

    @Test
    void the_ranker_that_finds_what_was_planted_in_meanings_is_chosen() {
        RankingEvaluation evaluation = study(true).evaluate(ranker -> {});

        assertEquals("semantic", evaluation.newBrand().chosen());
        assertTrue(evaluation.newBrand().verdict().startsWith("semantic is better than the best baseline"));
    }

    @Test
    void where_partners_are_drawn_by_chance_the_best_baseline_is_chosen_and_said_to_be() {
        RankingTrial trial = study(false).evaluate(ranker -> {}).newBrand();

        assertEquals(trial.bestBaseline(), trial.chosen());
        assertTrue(trial.verdict().startsWith("No ranker is shown to be better"), trial.verdict());
    }

    @Test
    void random_is_what_chance_gives() {
        RankingTrial.RankerScore random =
                study(true).evaluate(ranker -> {}).newBrand().rankers().get(0);

        assertEquals("random", random.name());
        // Of 200 creators 4 are partners: none of the first 10 with the probability of a hypergeometric draw.
        double none = 1;
        for (int i = 0; i < 10; i++) {
            none *= (196.0 - i) / (200 - i);
        }
        assertEquals(1 - none, random.hit10().value(), 1e-12);
    }

    @Test
    void videos_and_biographies_that_show_a_partnership_are_hidden() {
        Portrait ada = creator(0, "I work for Fizz", List.of("dance"), List.of("fizzpartner", "yummy"));

        Portrait hidden = RankingStudy.withoutTraces(
                        List.of(ada), List.of(new Partnership("c0", "fizz", true, OptionalDouble.empty(), List.of())))
                .get(0);

        assertEquals("dance", hidden.text());
    }

    /** Brand b means direction b; its partners mean it, too, or anybody does. */
    private static RankingStudy study(boolean planted) {
        SplittableRandom random = new SplittableRandom(7);
        List<Portrait> creators = new ArrayList<>();
        float[][] vectors = new float[CREATORS][BRANDS];
        for (int i = 0; i < CREATORS; i++) {
            creators.add(creator(i, "", List.of("tag" + i)));
            vectors[i][i % BRANDS] = 1;
        }
        List<Partnership> partnerships = new ArrayList<>();
        Map<String, float[]> names = new HashMap<>();
        for (int b = 0; b < BRANDS; b++) {
            float[] name = new float[BRANDS];
            name[b] = 1;
            names.put("brand" + b, name);
            List<Integer> partners = new ArrayList<>();
            while (partners.size() < 4) {
                int partner = planted ? b + BRANDS * random.nextInt(10) : random.nextInt(CREATORS);
                if (!partners.contains(partner)) {
                    partners.add(partner);
                    partnerships.add(new Partnership(
                            "c" + partner, "brand" + b, true, OptionalDouble.of(partners.size()), List.of()));
                }
            }
        }
        return new RankingStudy(creators, vectors, partnerships, names, NOTHING_LEARNT, Tiers.STANDARD, 1);
    }

    @SafeVarargs
    private static Portrait creator(int number, String biography, List<String>... hashtags) {
        List<Post> posts = new ArrayList<>();
        for (List<String> words : hashtags) {
            posts.add(new Post(words, Optional.empty(), OptionalLong.of(100), OptionalLong.of(5)));
        }
        return new Portrait(
                number + 1,
                Optional.of(Handle.tiktok("c" + number)),
                new Profile(
                        Optional.empty(),
                        Optional.of(biography),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                OptionalLong.of(1_000L + (number * 7_919L) % 997),
                posts,
                Origin.SIMULATED,
                Instant.EPOCH);
    }
}
