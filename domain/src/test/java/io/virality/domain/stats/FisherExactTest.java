package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FisherExactTest {

    /** Fisher's lady: {@code fisher.test(matrix(c(3, 1, 1, 3), 2))} of R 4.2.2, which searches less closely. */
    @Test
    void a_small_table_is_judged_as_by_r() {
        FisherExact test = new FisherExact(3, 4, 1, 4);

        assertEquals(.485714285714286, test.twoSided(), 1e-12);
        assertEquals(.242857142857143, test.greater(), 1e-12);
        assertEquals(9, test.oddsRatio(), 1e-12);
        assertEquals(6.40830886700579, test.likeliestOddsRatio(), 1e-3);
        assertEquals(.211732915305503, test.oddsRatioInterval(.95).low(), 1e-3);
        assertEquals(621.933750545417, test.oddsRatioInterval(.95).high(), 6);
    }

    @Test
    void without_a_success_the_odds_are_bounded_on_one_side_only() {
        FisherExact test = new FisherExact(0, 10, 3, 10);

        assertEquals(0, test.likeliestOddsRatio());
        assertEquals(0, test.oddsRatioInterval(.95).low());
        assertEquals(
                Double.POSITIVE_INFINITY,
                new FisherExact(3, 10, 0, 10).oddsRatioInterval(.95).high());
    }

    @Test
    void tails_overlap_in_the_observed_table_only() {
        FisherExact test = new FisherExact(5, 464, 289, 11_298);
        FisherExact mirrored = new FisherExact(289, 11_298, 5, 464);

        assertEquals(test.less(), mirrored.greater(), 1e-12);
        assertEquals(test.twoSided(), mirrored.twoSided(), 1e-12);
    }

    @Test
    void more_successes_than_units_are_no_table() {
        assertThrows(IllegalArgumentException.class, () -> new FisherExact(5, 4, 1, 4));
    }
}
