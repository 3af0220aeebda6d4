package io.virality.domain.stats;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Whether one of two measurements of the same units is larger more often than not; how much larger does not matter.
 *
 * @param larger how often it is
 * @param n how often the two differ
 */
public record SignTest(int larger, int n) {

    /** @throws IllegalArgumentException if it is larger more often than the two differ */
    public SignTest {
        if (!(larger >= 0 && larger <= n)) {
            throw new IllegalArgumentException(larger + " of " + n);
        }
    }

    /** How likely so uneven a split would be if neither were larger. */
    public double pValue() {
        int fewer = Math.min(larger, n - larger);
        return Math.min(1, 2 * BinomialDistribution.of(n, .5).cumulativeProbability(fewer));
    }
}
