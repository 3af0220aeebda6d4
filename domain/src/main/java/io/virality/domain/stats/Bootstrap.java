package io.virality.domain.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * A statistic and what it comes to in resamples: percentile intervals, and the p-value that inverts them (Efron and
 * Tibshirani, An Introduction to the Bootstrap, 1993, chapters 13 and 15).
 */
public final class Bootstrap implements Estimate {

    private final double value;
    private final Sample replicates;

    /**
     * A statistic of a sample.
     *
     * @param value of the sample
     * @param replicates of its resamples, all finite
     */
    public Bootstrap(double value, double... replicates) {
        this.value = value;
        this.replicates = Sample.of(replicates);
    }

    /**
     * Resamples whole clusters, of which the units are alike: a creator with all its videos.
     *
     * @param clusters the cluster of each unit, counted from 0
     * @param statistic of the units, each taken so many times; where it is {@code NaN}, the resample is drawn again
     * @param replicates how many resamples
     * @param seed the same seed gives the same resamples
     * @throws IllegalArgumentException if the statistic is {@code NaN} in most resamples
     */
    public static Bootstrap ofClusters(int[] clusters, ToDoubleFunction<int[]> statistic, int replicates, long seed) {
        int count = 0;
        for (int cluster : clusters) {
            count = Math.max(count, cluster + 1);
        }
        int[] times = new int[clusters.length];
        Arrays.fill(times, 1);
        double value = statistic.applyAsDouble(times);
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[replicates];
        int refused = 0;
        for (int i = 0; i < replicates; ) {
            int[] taken = new int[count];
            for (int j = 0; j < count; j++) {
                taken[random.nextInt(count)]++;
            }
            for (int j = 0; j < times.length; j++) {
                times[j] = taken[clusters[j]];
            }
            drawn[i] = statistic.applyAsDouble(times);
            if (!Double.isNaN(drawn[i])) {
                i++;
            } else if (++refused > replicates) {
                throw new IllegalArgumentException("no statistic of most resamples");
            }
        }
        return new Bootstrap(value, drawn);
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public Interval interval(double confidence) {
        double tail = (1 - confidence) / 2;
        return new Interval(replicates.quantile(tail), replicates.quantile(1 - tail), confidence);
    }

    /** With one more replicate on either side than there are, so that it is never 0. */
    @Override
    public double pValue(double reference) {
        int below = 0;
        int above = 0;
        for (double replicate : replicates.ascending()) {
            below += replicate <= reference ? 1 : 0;
            above += replicate >= reference ? 1 : 0;
        }
        return Math.min(1, 2.0 * (Math.min(below, above) + 1) / (replicates.size() + 1));
    }
}
