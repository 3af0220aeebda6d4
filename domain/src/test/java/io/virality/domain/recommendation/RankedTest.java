package io.virality.domain.recommendation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class RankedTest {

    @ParameterizedTest
    @CsvFileSource(resources = "rankings.csv", useHeadersInDisplayName = true)
    void figures_are_those_of_scikit_learn_and_of_trying_every_order(
            String scores, String relevant, int places, double ndcg, double hit, double reciprocalRank) {
        Ranked ranked = new Ranked(numbers(scores), flags(relevant), 1);

        assertEquals(ndcg, ranked.ndcg(places), 1e-12);
        assertEquals(hit, ranked.hit(places), 1e-12);
        assertEquals(reciprocalRank, ranked.reciprocalRank(), 1e-12);
    }

    @Test
    void who_has_no_score_is_not_ranked() {
        Ranked ranked = new Ranked(new double[] {3, Double.NaN, 1}, new boolean[] {false, true, true}, 1);

        assertArrayEquals(new int[] {0, 2}, ranked.top(10));
        assertEquals(.5, ranked.reciprocalRank());
    }

    @Test
    void without_anybody_to_find_there_is_no_ranking() {
        assertThrows(
                IllegalArgumentException.class, () -> new Ranked(new double[] {3, 1}, new boolean[] {false, false}, 1));
    }

    private static double[] numbers(String text) {
        return Stream.of(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static boolean[] flags(String text) {
        String[] parts = text.split(" ");
        boolean[] flags = new boolean[parts.length];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = parts[i].equals("1");
        }
        return flags;
    }
}
