package io.virality.domain.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private static final int PARTS = 17;
    private static final int VALUES = 10_000;

    @Test
    void parts_added_in_any_order_are_one_pass() {
        Random random = new Random(1);
        Moments.Counter whole = new Moments.Counter(false, false, false);
        List<Moments.Counter> parts = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) {
            parts.add(new Moments.Counter(false, false, false));
        }
        for (int i = 0; i < VALUES; i++) {
            double x = 1e6 + random.nextGaussian();
            double y = 2 * x + random.nextGaussian();
            double z = random.nextDouble();
            whole.add(x, y, z);
            parts.get(random.nextInt(PARTS)).add(x, y, z);
        }
        Moments expected = whole.moments();
        for (int order = 0; order < 5; order++) {
            Collections.shuffle(parts, random);
            Moments sum = parts.stream()
                    .map(Moments.Counter::moments)
                    .reduce(Moments::plus)
                    .orElseThrow();
            assertEquals(VALUES, sum.n());
            for (int i = 0; i < 3; i++) {
                assertEquals(1, sum.mean(i) / expected.mean(i), 1e-9);
                for (int j = 0; j < 3; j++) {
                    double scale = Math.sqrt(expected.variance(i) * expected.variance(j));
                    assertEquals(expected.covariance(i, j) / scale, sum.covariance(i, j) / scale, 1e-9);
                }
            }
        }
    }

    @Test
    void large_values_that_are_alike_keep_their_variance() {
        Moments.Counter counter = new Moments.Counter(false);
        for (double value : new double[] {1e9 - 1, 1e9, 1e9 + 1}) {
            counter.add(value);
        }
        assertEquals(1e9, counter.moments().mean(0));
        assertEquals(1, counter.moments().variance(0));
    }

    @Test
    void sums_say_the_same_as_rows() {
        Moments.Counter rows = new Moments.Counter(false, true);
        rows.add(3, 1);
        rows.add(5, 0);
        rows.add(10, 1);
        Moments sums = Moments.ofSums(
                3, new boolean[] {false, true}, new double[] {18, 2}, new double[][] {{134, 13}, {13, Double.NaN}});
        assertEquals(rows.moments().mean(0), sums.mean(0), 1e-12);
        assertEquals(13, sums.variance(0), 1e-12);
        assertEquals(rows.moments().variance(0), sums.variance(0), 1e-12);
        assertEquals(2 / 9.0, sums.variance(1), 1e-12);
        assertEquals(rows.moments().variance(1), sums.variance(1), 1e-12);
        assertEquals(.5, sums.covariance(0, 1), 1e-12);
        assertEquals(rows.moments().covariance(1, 0), sums.covariance(1, 0), 1e-12);
    }

    @Test
    void no_units_change_nothing_and_have_no_spread() {
        Moments none = new Moments.Counter(false).moments();
        Moments some = Moments.ofSummary(4, 2, 3);
        assertEquals(0, none.mean(0));
        assertEquals(0, none.variance(0));
        assertEquals(3, some.plus(none).variance(0));
        assertEquals(3, none.plus(some).variance(0));
        assertEquals(0, Moments.ofSummary(1, 2, 0).variance(0));
    }

    @Test
    void moments_of_other_variables_cannot_be_added() {
        Moments share = new Moments.Counter(true).moments();
        Moments mean = new Moments.Counter(false).moments();
        assertThrows(IllegalArgumentException.class, () -> share.plus(mean));
        assertThrows(IllegalArgumentException.class, () -> new RatioStatistics(mean));
    }
}
