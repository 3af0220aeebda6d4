package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.ForManySeeds;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class RankCorrelationTest {

    @ParameterizedTest
    @CsvFileSource(resources = "rank_correlations.csv", useHeadersInDisplayName = true)
    void p_value_and_interval_are_those_of_scipy(
            double coefficient, long n, double confidence, double p, double low, double high) {
        RankCorrelation correlation = new RankCorrelation(coefficient, n);
        Interval interval = correlation.interval(confidence);

        assertEquals(p, correlation.pValue(), 1e-9 * p);
        assertEquals(low, interval.low(), 1e-9);
        assertEquals(high, interval.high(), 1e-9);
        assertEquals(confidence, interval.confidence());
    }

    @ForManySeeds
    void the_opposite_correlation_has_the_opposite_interval(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double coefficient = random.nextDouble(-1, 1);
        long n = random.nextLong(4, 10_000);
        RankCorrelation correlation = new RankCorrelation(coefficient, n);
        RankCorrelation opposite = new RankCorrelation(-coefficient, n);

        assertEquals(correlation.pValue(), opposite.pValue());
        assertEquals(correlation.interval(.95).low(), -opposite.interval(.95).high(), 1e-12);
        assertTrue(correlation.interval(.95).low() <= coefficient);
        assertTrue(coefficient <= correlation.interval(.95).high());
    }

    @Test
    void no_correlation_has_the_p_value_one() {
        assertEquals(1, new RankCorrelation(0, 10).pValue(), 1e-12);
    }

    @Test
    void p_stays_exact_where_the_correlation_is_almost_perfect() {
        double distance = 0x1p-30;

        // With two degrees of freedom Student's distribution gives p = 1 − |r|.
        assertEquals(distance, new RankCorrelation(1 - distance, 4).pValue(), 1e-12 * distance);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, -1, 1 + 1e-13, -1 - 1e-13, 1 - 1e-13})
    void a_perfect_correlation_survives_rounding(double coefficient) {
        RankCorrelation correlation = new RankCorrelation(coefficient, 5);

        assertTrue(correlation.perfect());
        assertEquals(Math.signum(coefficient), correlation.coefficient());
        assertEquals(0, correlation.pValue());
        assertEquals(correlation.coefficient(), correlation.interval(.95).low());
        assertEquals(correlation.coefficient(), correlation.interval(.95).high());
    }

    @Test
    void less_than_perfect_is_not_perfect() {
        assertFalse(new RankCorrelation(.999_999, 5).perfect());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.001, -1.001, Double.NaN})
    void what_is_no_correlation_is_refused(double coefficient) {
        assertThrows(IllegalArgumentException.class, () -> new RankCorrelation(coefficient, 10));
    }

    @Test
    void too_few_pairs_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new RankCorrelation(.5, 3));
        assertEquals(4, new RankCorrelation(.5, 4).n());
    }
}
