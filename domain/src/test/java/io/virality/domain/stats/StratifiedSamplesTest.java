package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StratifiedSamplesTest {

    @Test
    void of_one_stratum_it_is_the_ratio_of_its_medians() {
        TwoSamples stratum = new TwoSamples(Sample.of(2, 6, 4), Sample.of(1, 2, 3, 2));

        assertEquals(2, ratio(List.of(stratum)).value(), 1e-12);
    }

    @Test
    void the_mean_is_geometric_and_weighted_by_what_a_stratum_can_tell() {
        TwoSamples eightfold = new TwoSamples(Sample.of(8, 8), Sample.of(1, 1));
        TwoSamples equal = new TwoSamples(Sample.of(5, 5, 5, 5), Sample.of(5, 5, 5, 5));

        // The weights are 1 and 2.
        assertEquals(2, ratio(List.of(eightfold, equal)).value(), 1e-12);
    }

    @Test
    void what_size_alone_explains_vanishes_within_sizes() {
        // Large ones grow five times as fast; of the first, nine of ten are large, and of the others one of ten.
        int covered = 0;
        int apart = 0;
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            TwoSamples small = new TwoSamples(drawn(random, 30, 1), drawn(random, 270, 1));
            TwoSamples large = new TwoSamples(drawn(random, 270, 5), drawn(random, 30, 5));
            covered += holdsOne(ratio(List.of(small, large))) ? 1 : 0;
            TwoSamples all =
                    new TwoSamples(joined(small.first(), large.first()), joined(small.second(), large.second()));
            apart += holdsOne(all.medianRatio(500, seed).orElseThrow()) ? 0 : 1;
        }

        assertTrue(covered >= 180 && covered < 200, covered + " of 200 intervals cover the truth");
        assertEquals(200, apart);
    }

    @Test
    void a_ratio_to_what_is_not_above_zero_says_nothing() {
        TwoSamples shrinking = new TwoSamples(Sample.of(1, 2, 3), Sample.of(-1, -2, 1));

        assertTrue(new StratifiedSamples(List.of(shrinking)).medianRatio(200, 1).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new StratifiedSamples(List.of()));
    }

    private static Estimate ratio(List<TwoSamples> strata) {
        return new StratifiedSamples(strata).medianRatio(500, 3).orElseThrow();
    }

    private static boolean holdsOne(Estimate ratio) {
        Interval interval = ratio.interval(.95);
        return interval.low() <= 1 && interval.high() >= 1;
    }

    private static Sample drawn(SplittableRandom random, int size, double scale) {
        return Sample.of(IntStream.range(0, size)
                .mapToDouble(i -> scale * Math.exp(.5 * random.nextGaussian()))
                .toArray());
    }

    private static Sample joined(Sample one, Sample other) {
        return Sample.of(IntStream.range(0, one.size() + other.size())
                .mapToDouble(i -> i < one.size() ? one.ascending()[i] : other.ascending()[i - one.size()])
                .toArray());
    }
}
