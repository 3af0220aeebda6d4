package io.virality.domain.engagement;

import static io.virality.domain.engagement.PeersTest.creator;
import static io.virality.domain.engagement.PeersTest.creators;
import static io.virality.domain.engagement.PeersTest.withRate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.engagement.InfluenceScore.Part;
import io.virality.domain.engagement.InfluenceScore.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class StandingsTest {

    @Test
    void reach_counts_those_who_are_smaller_too() {
        Standings standings = standings(creators(10, null), 70, 100, 5);

        assertEquals(.71, percentile(standings, 0, Part.REACH), 1e-12);
        assertEquals(.80, percentile(standings, 9, Part.REACH), 1e-12);
    }

    @Test
    void engagement_is_compared_within_the_region_as_far_as_there_are_creators() {
        List<CreatorFigures> all = new ArrayList<>(creators(80, "US"));
        all.addAll(creators(20, "JP").stream()
                .map(creator -> withRate(creator, creator.rate() + 1))
                .toList());

        // Of 20 in Japan it is the last, of all 100 the 81st; both weigh the same.
        assertEquals((.05 + .81) / 2, percentile(standings(all, 0, 100, 5), 80, Part.ENGAGEMENT), 1e-12);
        all.add(withRate(creator(0, null), all.get(80).rate()));
        assertEquals(82 / 101.0, percentile(standings(all, 0, 101, 5), 100, Part.ENGAGEMENT), 1e-12);
    }

    @Test
    void who_has_no_engagement_stands_nowhere_in_it_and_moves_nobody() {
        List<CreatorFigures> all = new ArrayList<>(creators(20, "US"));
        all.add(withRate(creator(3, "JP"), Double.NaN));
        all.add(withRate(creator(3, "US"), Double.NaN));
        Standings standings = standings(all, 0, 22, 5);

        assertEquals(.5, percentile(standings, 9, Part.ENGAGEMENT), 1e-12);
        for (int unknown : new int[] {20, 21}) {
            assertEquals(
                    OptionalDouble.empty(),
                    standings
                            .influence(unknown, Weights.STANDARD)
                            .share(Part.ENGAGEMENT)
                            .percentile());
        }
    }

    @Test
    void even_views_are_better_than_uneven_ones() {
        Standings standings = standings(creators(10, null), 0, 10, 5);

        assertEquals(1, percentile(standings, 0, Part.CONSISTENCY), 1e-12);
        assertEquals(.1, percentile(standings, 9, Part.CONSISTENCY), 1e-12);
    }

    @Test
    void among_few_nobody_is_compared() {
        InfluenceScore score = standings(creators(9, null), 0, 9, 10).influence(0, Weights.STANDARD);

        assertTrue(score.shares().stream().allMatch(share -> share.percentile().isEmpty()));
        assertEquals(OptionalDouble.empty(), score.total());
    }

    @Test
    void a_total_alone_is_that_of_the_score() {
        List<CreatorFigures> all = new ArrayList<>(creators(30, "US"));
        all.add(withRate(creator(3, "US"), Double.NaN));
        Standings standings = standings(all, 0, 31, 5);
        for (Weights weights : List.of(Weights.STANDARD, Weights.parse("engagement:1"))) {
            double[] totals = standings.totals(weights);
            for (int i = 0; i < totals.length; i++) {
                assertEquals(standings.influence(i, weights).total().orElse(Double.NaN), totals[i]);
            }
        }
        assertEquals(Double.NaN, standings.totals(Weights.parse("engagement:1"))[30]);
    }

    private static Standings standings(List<CreatorFigures> creators, long smaller, long all, long minimum) {
        return new Standings(creators, new Peers(creators), smaller, all, minimum);
    }

    private static double percentile(Standings standings, int creator, Part part) {
        return standings
                .influence(creator, Weights.STANDARD)
                .share(part)
                .percentile()
                .orElseThrow();
    }
}
