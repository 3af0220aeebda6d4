package io.virality.domain.recommendation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.recommendation.TeamDraft.Pick;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TeamDraftTest {

    private static final int SEEDS = 2_000;

    private static List<Integer> ranking(int size, long seed) {
        List<Integer> ranking = new ArrayList<>(IntStream.range(0, 15).boxed().toList());
        Collections.shuffle(ranking, new Random(seed));
        return ranking.subList(0, size);
    }

    private static List<Pick<Integer>> draft(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return TeamDraft.of(
                ranking(random.nextInt(16), random.nextLong()),
                ranking(random.nextInt(16), random.nextLong()),
                random.nextInt(1, 20),
                random);
    }

    @Test
    void nobody_is_picked_twice() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            List<Integer> picked = draft(seed).stream().map(Pick::picked).toList();
            assertEquals(picked.size(), new HashSet<>(picked).size(), "seed " + seed);
        }
    }

    @Test
    void in_every_beginning_of_a_list_both_have_picked_alike() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            List<Pick<Integer>> list =
                    TeamDraft.of(ranking(15, seed), ranking(15, -seed), 12, new SplittableRandom(seed));
            int lead = 0;
            assertEquals(12, list.size());
            for (Pick<Integer> pick : list) {
                lead += pick.byFirst() ? 1 : -1;
                assertTrue(Math.abs(lead) <= 1, "seed " + seed);
            }
        }
    }

    @Test
    void each_picks_the_best_of_its_own_that_is_left() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            List<Integer> first = ranking(15, seed);
            List<Integer> second = ranking(15, -seed);
            HashSet<Integer> taken = new HashSet<>();
            for (Pick<Integer> pick : TeamDraft.of(first, second, 15, new SplittableRandom(seed))) {
                int best = (pick.byFirst() ? first : second)
                        .stream()
                                .filter(one -> !taken.contains(one))
                                .findFirst()
                                .orElseThrow();
                assertEquals(best, pick.picked(), "seed " + seed);
                taken.add(best);
            }
        }
    }

    @Test
    void all_are_picked_if_the_list_is_long_enough_and_no_more_than_it_holds() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Integer> first = ranking(random.nextInt(16), seed);
            List<Integer> second = ranking(random.nextInt(16), -seed);
            HashSet<Integer> all = new HashSet<>(first);
            all.addAll(second);
            int most = random.nextInt(20);
            assertEquals(
                    Math.min(most, all.size()),
                    TeamDraft.of(first, second, most, random).size(),
                    "seed " + seed);
        }
    }

    @Test
    void whoever_begins_the_other_is_as_often_the_first_of_each_later_round() {
        int[] byFirst = new int[10];
        for (long seed = 1; seed <= SEEDS; seed++) {
            List<Pick<Integer>> list =
                    TeamDraft.of(ranking(15, seed), ranking(15, -seed), 10, new SplittableRandom(seed));
            for (int place = 0; place < byFirst.length; place++) {
                byFirst[place] += list.get(place).byFirst() ? 1 : 0;
            }
        }
        assertEquals(SEEDS, byFirst[0], "the first round is given");
        for (int place = 2; place < byFirst.length; place++) {
            // Five standard deviations of a fair coin.
            assertEquals(.5, byFirst[place] / (double) SEEDS, 5 * .5 / Math.sqrt(SEEDS), "place " + place);
        }
    }

    @Test
    void two_rankings_that_agree_are_the_list() {
        List<Integer> ranking = ranking(15, 1);
        assertEquals(
                ranking.subList(0, 10),
                TeamDraft.of(ranking, ranking, 10, new SplittableRandom(7)).stream()
                        .map(Pick::picked)
                        .toList());
    }
}
