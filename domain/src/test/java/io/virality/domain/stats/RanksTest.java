package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class RanksTest {

    @Test
    void equal_values_share_their_mean_rank() {
        double deviation = Math.sqrt((2.25 + .25 + .25 + 2.25) / 4);
        assertArrayEquals(
                new double[] {1.5 / deviation, -1.5 / deviation, .5 / deviation, -.5 / deviation},
                Ranks.standardised(new double[] {1e9, -3, 7, 0}),
                1e-12);
        double share = Math.sqrt((1 + 1 + 4) / 3.0);
        assertArrayEquals(
                new double[] {-1 / share, -1 / share, 2 / share}, Ranks.standardised(new double[] {4, 4, 5}), 1e-12);
    }

    @Test
    void what_is_all_equal_has_no_order() {
        assertArrayEquals(new double[3], Ranks.standardised(new double[] {2, 2, 2}));
    }

    @Test
    void shares_are_of_those_whose_value_is_known() {
        Ranks ranks = Ranks.of(new double[] {3, Double.NaN, 1, 3, 2});
        assertArrayEquals(new double[] {1, Double.NaN, .25, 1, .5}, ranks.sharesUpTo());
        assertArrayEquals(
                new double[] {.75, .125, .75, .375},
                Ranks.of(new double[] {3, 1, 3, 2}).sharesBelow());
        assertArrayEquals(
                new double[] {Double.NaN}, Ranks.of(new double[] {Double.NaN}).sharesUpTo());
    }
}
