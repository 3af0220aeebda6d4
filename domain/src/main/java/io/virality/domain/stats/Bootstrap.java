package io.virality.domain.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * A statistic and what it comes to in resamples: percentile intervals, and the p-value that inverts them (Efron and
 * Tibshirani, An Introduction to the Bootstrap, 1993, chapters 13 and 15).
 */
public final class Bootstrap implements Estimate {

    /** So many resamples are drawn before both cores share them. */
    private static final int AT_ONCE = 64;

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
     * @param statistic of the units, each taken so many times; where it is {@code NaN}, the resample is drawn again. Asked
     *     for several resamples at once
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
        int known = 0;
        int refused = 0;
        while (known < replicates) {
            List<int[]> resamples = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                resamples.add(resample(count, random));
            }
            double[] statistics = resamples.parallelStream()
                    .mapToDouble(taken -> statistic.applyAsDouble(ofUnits(taken, clusters)))
                    .toArray();
            for (int i = 0; i < AT_ONCE && known < replicates; i++) {
                if (!Double.isNaN(statistics[i])) {
                    drawn[known++] = statistics[i];
                } else if (++refused > replicates) {
                    throw new IllegalArgumentException("no statistic of most resamples");
                }
            }
        }
        return new Bootstrap(value, drawn);
    }

    /** How often each cluster is drawn. */
    private static int[] resample(int clusters, SplittableRandom random) {
        int[] taken = new int[clusters];
        for (int i = 0; i < clusters; i++) {
            taken[random.nextInt(clusters)]++;
        }
        return taken;
    }

    private static int[] ofUnits(int[] taken, int... clusters) {
        return Arrays.stream(clusters).map(cluster -> taken[cluster]).toArray();
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
