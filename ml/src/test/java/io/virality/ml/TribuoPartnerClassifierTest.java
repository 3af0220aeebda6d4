package io.virality.ml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TribuoPartnerClassifierTest {

    private static final int PAIRS = 400;

    private final TribuoPartnerClassifier classifier = new TribuoPartnerClassifier();

    /** The first feature decides, up to noise; the second says nothing; the third is the same for all. */
    private static double[][] pairs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] pairs = new double[PAIRS][];
        for (int i = 0; i < PAIRS; i++) {
            pairs[i] = new double[] {1_000 * random.nextGaussian(), random.nextGaussian(), 7};
        }
        return pairs;
    }

    private static boolean[] partners(double[][] pairs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] partners = new boolean[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            partners[i] = pairs[i][0] + 500 * random.nextGaussian() > 1_000;
        }
        return partners;
    }

    @Test
    void what_decides_is_found_among_what_does_not() {
        double[][] known = pairs(1);
        double[][] asked = pairs(2);
        double[] odds = classifier.odds(known, partners(known, 3), asked, 4);

        assertEquals(PAIRS, odds.length);
        assertTrue(Arrays.stream(odds).allMatch(Double::isFinite), () -> Arrays.toString(odds));
        boolean[] partners = partners(asked, 5);
        long right = 0;
        long compared = 0;
        for (int i = 0; i < PAIRS; i++) {
            for (int j = 0; j < PAIRS; j++) {
                if (partners[i] && !partners[j]) {
                    compared++;
                    right += odds[i] > odds[j] ? 1 : 0;
                }
            }
        }
        double area = (double) right / compared;
        assertTrue(area > .9, () -> "area under the curve " + area);
    }

    @Test
    void more_of_what_speaks_for_a_pair_raises_its_odds() {
        double[][] known = pairs(1);
        double[] odds = classifier.odds(
                known, partners(known, 3), new double[][] {{-1_000, 0, 7}, {0, 0, 7}, {1_000, 0, 7}}, 4);
        assertTrue(odds[0] < odds[1] && odds[1] < odds[2], () -> Arrays.toString(odds));
    }

    @Test
    void equal_seeds_learn_the_same() {
        double[][] known = pairs(1);
        boolean[] partners = partners(known, 3);
        assertArrayEquals(classifier.odds(known, partners, pairs(2), 4), classifier.odds(known, partners, pairs(2), 4));
    }

    @Test
    void nobody_is_asked_about_without_an_answer() {
        double[][] known = pairs(1);
        assertEquals(0, classifier.odds(known, partners(known, 3), new double[0][], 4).length);
    }

    @Test
    void pairs_that_are_all_alike_have_all_the_same_odds() {
        double[][] alike = {{1, 7}, {1, 7}, {1, 7}};
        assertArrayEquals(
                new double[2],
                classifier.odds(alike, new boolean[] {true, false, false}, new double[][] {{1, 7}, {2, 8}}, 4));
    }

    @Test
    void the_library_is_named_with_its_version() {
        assertTrue(classifier.library().matches("Tribuo \\d+\\.\\d+.*"), classifier.library());
    }
}
