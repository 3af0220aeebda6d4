package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MannWhitneyTest {

    private static final double[] GROUP = {1.1, 2.3, .4, 5.2, 3.3};
    private static final double[] OTHER = {.2, .9, 1.7, .3, 2.2, .1};

    /** {@code wilcox.test} of R 4.2.2. */
    @Test
    void groups_are_ranked_as_by_r() {
        MannWhitney test = MannWhitney.of(GROUP, OTHER);

        assertEquals(25, test.above());
        assertEquals(.0822510822510823, test.exactTwoSided().orElseThrow(), 1e-12);
        assertEquals(.0828374251588063, test.twoSided(), 1e-12);
    }

    /** {@code wilcox.test(exact = FALSE, alternative = "greater")} of R 4.2.2. */
    @Test
    void ties_make_it_less_sure() {
        MannWhitney test = MannWhitney.of(new double[] {1, 2, 2, 3}, new double[] {0, 1, 2, 2, 0});

        assertEquals(.0983528012294734, test.greater(), 1e-12);
        assertTrue(test.exactTwoSided().isEmpty());
    }

    @Test
    void groups_that_are_all_alike_show_nothing() {
        assertEquals(
                1, MannWhitney.of(new double[] {7, 7}, new double[] {7, 7, 7}).twoSided());
    }

    @Test
    void the_other_way_round_says_the_opposite() {
        MannWhitney test = MannWhitney.of(GROUP, OTHER);
        MannWhitney mirrored = MannWhitney.of(OTHER, GROUP);

        assertEquals(1, test.superiority() + mirrored.superiority(), 1e-12);
        assertEquals(test.greater(), mirrored.less(), 1e-12);
        assertEquals(test.exactTwoSided(), mirrored.exactTwoSided());
    }
}
