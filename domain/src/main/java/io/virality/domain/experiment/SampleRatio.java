package io.virality.domain.experiment;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether the arms have as many units as their weights promise, by Pearson's chi-squared test. Where they have not, units
 * were lost on one side, and no difference between the arms can be trusted.
 *
 * @param statistic how far the numbers are off
 * @param freedom the arms that should have units, less one
 * @param pValue how often chance alone does as much
 */
public record SampleRatio(double statistic, int freedom, double pValue) {

    /** Below this p-value one is warned. */
    public static final double WARNING = .01;

    /** Below this p-value there is no decision. */
    public static final double BLOCKING = .001;

    /**
     * Of arms in their order. Those that should have no units do not count, whatever they have; with fewer than two left,
     * or no units at all, there is nothing to see.
     */
    public static SampleRatio of(long[] observed, double[] weights) {
        int[] arms = arms(observed, weights);
        double units = Arrays.stream(arms).mapToDouble(arm -> observed[arm]).sum();
        double weight = Arrays.stream(arms).mapToDouble(arm -> weights[arm]).sum();
        int freedom = Math.max(0, arms.length - 1);
        if (freedom == 0 || units == 0) {
            return new SampleRatio(0, freedom, 1);
        }
        double statistic = Arrays.stream(arms)
                .mapToDouble(arm -> {
                    double expected = units * weights[arm] / weight;
                    return (observed[arm] - expected) * (observed[arm] - expected) / expected;
                })
                .sum();
        return new SampleRatio(
                statistic, freedom, ChiSquaredDistribution.of(freedom).survivalProbability(statistic));
    }

    /** The arms that should have units. */
    static int[] arms(long[] observed, double[] weights) {
        return IntStream.range(0, Math.min(observed.length, weights.length))
                .filter(arm -> weights[arm] > 0)
                .toArray();
    }

    /** Whether one is warned. */
    public boolean warns() {
        return pValue < WARNING;
    }

    /** Whether no decision may rest on the experiment. */
    public boolean blocks() {
        return pValue < BLOCKING;
    }
}
