package io.virality.domain.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * How far counts are from what was to be expected: Pearson, "On the criterion that a given system of deviations from the
 * probable …", Philosophical Magazine 50 (1900).
 *
 * @param statistic the sum of (observed − expected)²/expected
 * @param degreesOfFreedom of it
 */
public record ChiSquare(double statistic, int degreesOfFreedom) {

    /**
     * Whether counts follow shares, which sum to 1. A share of 0 expects nothing, and its count is left out.
     *
     * @throws IllegalArgumentException if there are not as many shares as counts
     */
    public static ChiSquare ofShares(double[] observed, double... shares) {
        if (observed.length != shares.length) {
            throw new IllegalArgumentException(observed.length + " counts for " + shares.length + " shares");
        }
        double counted = 0;
        double planned = 0;
        int cells = 0;
        for (int i = 0; i < observed.length; i++) {
            if (shares[i] > 0) {
                counted += observed[i];
                planned += shares[i];
                cells++;
            }
        }
        double statistic = 0;
        for (int i = 0; i < observed.length; i++) {
            if (shares[i] > 0) {
                double expected = counted * shares[i] / planned;
                statistic += (observed[i] - expected) * (observed[i] - expected) / expected;
            }
        }
        return new ChiSquare(statistic, cells - 1);
    }

    /**
     * Whether all rows of a table have the same shares.
     *
     * @param counts a row each, all of one length; no row and no column is empty
     */
    public static ChiSquare ofTable(double[][] counts) {
        double[] columns = new double[counts[0].length];
        double all = 0;
        for (double[] row : counts) {
            for (int j = 0; j < columns.length; j++) {
                columns[j] += row[j];
                all += row[j];
            }
        }
        double statistic = 0;
        for (double[] row : counts) {
            double size = Arrays.stream(row).sum();
            for (int j = 0; j < columns.length; j++) {
                double expected = size * columns[j] / all;
                statistic += (row[j] - expected) * (row[j] - expected) / expected;
            }
        }
        return new ChiSquare(statistic, (counts.length - 1) * (columns.length - 1));
    }

    /** Whether several groups have one share of successes. */
    public static ChiSquare ofGroups(double[] successes, double[] sizes) {
        return ofGroups(successes, sizes, 0);
    }

    /**
     * Likewise of two groups, with each count half a unit nearer to what was to be expected: Yates, "Contingency tables
     * involving small numbers and the χ² test", Supplement to the Journal of the Royal Statistical Society 1 (1934).
     */
    public static ChiSquare ofGroupsWithContinuity(double[] successes, double[] sizes) {
        return ofGroups(successes, sizes, .5);
    }

    private static ChiSquare ofGroups(double[] successes, double[] sizes, double correction) {
        double all = 0;
        double succeeded = 0;
        for (int i = 0; i < sizes.length; i++) {
            all += sizes[i];
            succeeded += successes[i];
        }
        double share = succeeded / all;
        double statistic = 0;
        for (int i = 0; i < sizes.length; i++) {
            double expected = sizes[i] * share;
            double apart = Math.abs(successes[i] - expected);
            double corrected = apart - Math.min(correction, apart);
            statistic += corrected * corrected * (1 / expected + 1 / (sizes[i] - expected));
        }
        return new ChiSquare(statistic, sizes.length - 1);
    }

    /** How likely counts so far out would be. */
    public double pValue() {
        return ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic);
    }
}
