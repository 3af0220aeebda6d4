package io.virality.domain.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SampleRatioTest {

    private static final double[] HALVES = {.5, .5};

    /** {@code chisq.test(c(1000, 1200))} of R 4.2.2: what an arm without weight has does not count. */
    @Test
    void an_arm_that_should_have_no_units_does_not_count() {
        SampleRatio ratio = SampleRatio.of(new long[] {1000, 1200, 900}, new double[] {.5, .5, 0});

        assertEquals(2.00786561242648e-05, ratio.pValue(), 1e-16);
        assertEquals(1, ratio.freedom());
        assertTrue(ratio.blocks());
    }

    @Test
    void without_units_there_is_nothing_to_see() {
        assertEquals(1, SampleRatio.of(new long[] {0, 0}, HALVES).pValue());
        assertFalse(SampleRatio.of(new long[] {7}, HALVES).warns());
    }

    /** The band srm-alarm of the shared properties, at a tenth of its size. */
    @Test
    void a_right_split_of_seed_1_is_hardly_ever_blocked() {
        SplittableRandom random = new SplittableRandom(1);
        int blocked = 0;
        for (int i = 0; i < 2_000; i++) {
            long first = Math.round(50_000 + Math.sqrt(25_000) * random.nextGaussian());
            blocked +=
                    SampleRatio.of(new long[] {first, 100_000 - first}, HALVES).blocks() ? 1 : 0;
        }
        assertTrue(blocked <= 8, blocked + " of 2000");
    }

    @Test
    void a_right_split_of_seed_2_is_hardly_ever_seen_by_looking_again_and_again() {
        SplittableRandom random = new SplittableRandom(2);
        int seen = 0;
        for (int i = 0; i < 400; i++) {
            SequentialSampleRatio ratio = SequentialSampleRatio.of(SequentialSampleRatio.USUAL_CONCENTRATION);
            long[] units = new long[2];
            for (int look = 0; look < 50; look++) {
                for (int unit = 0; unit < 100; unit++) {
                    units[random.nextInt(2)]++;
                }
                ratio = ratio.look(units, HALVES);
            }
            seen += ratio.pValue() < .05 ? 1 : 0;
        }
        assertTrue(seen <= 37, seen + " of 400");
    }

    @Test
    void a_wrong_split_is_seen() {
        assertTrue(SequentialSampleRatio.of(100)
                        .look(new long[] {5_300, 4_700}, HALVES)
                        .pValue()
                < 1e-4);
    }
}
