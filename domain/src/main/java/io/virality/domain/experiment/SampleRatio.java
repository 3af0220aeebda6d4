package io.virality.domain.experiment;

import io.virality.domain.stats.ChiSquare;
import java.util.Arrays;
import java.util.stream.IntStream;

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
        double[] counts = Arrays.stream(arms).mapToDouble(arm -> observed[arm]).toArray();
        if (arms.length < 2 || Arrays.stream(counts).sum() == 0) {
            return new SampleRatio(0, Math.max(0, arms.length - 1), 1);
        }
        ChiSquare test = ChiSquare.ofShares(
                counts, Arrays.stream(arms).mapToDouble(arm -> weights[arm]).toArray());
        return new SampleRatio(test.statistic(), test.degreesOfFreedom(), test.pValue());
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
