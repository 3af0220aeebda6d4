package io.virality.domain.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much better one quantity orders an outcome than another does: the difference of two of Spearman's correlations of the
 * same units, which therefore depend on each other.
 */
public final class RankContrast {

    /** So many clusters are no longer resampled: then both intervals agree, and resampling takes long. */
    static final int LARGE = 1_000;

    private final Ranks first;
    private final Ranks second;
    private final Ranks outcome;
    private final int[] clusters;
    private final double difference;

    /**
     * A place a unit, all values known.
     *
     * @param first said to go with the outcome more
     * @param second said to go with it less
     * @param outcome what both are to predict
     * @param clusters the cluster of each unit, counted from 0: units of one cluster are alike
     */
    public RankContrast(double[] first, double[] second, double[] outcome, int... clusters) {
        this.first = Ranks.of(first);
        this.second = Ranks.of(second);
        this.outcome = Ranks.of(outcome);
        this.clusters = clusters.clone();
        this.difference = Ranks.correlation(this.first, this.outcome) - Ranks.correlation(this.second, this.outcome);
    }

    /** Of units that know nothing of each other. */
    public static RankContrast ofIndependent(double[] first, double[] second, double[] outcome) {
        return new RankContrast(
                first, second, outcome, IntStream.range(0, outcome.length).toArray());
    }

    /** The first correlation less the second; {@code NaN} where the values of one quantity are all equal. */
    public double difference() {
        return difference;
    }

    /**
     * The difference with its error: the percentile bootstrap over clusters, each with all its units (Efron and Tibshirani,
     * An Introduction to the Bootstrap, 1993, chapter 13). From {@value #LARGE} clusters on the normal one with the standard
     * error of the infinitesimal jackknife (chapter 21), to which the bootstrap then comes down.
     *
     * @param replicates how many resamples
     * @param seed the same seed gives the same resamples
     * @throws IllegalArgumentException if there is no difference, in the data or in most resamples
     */
    public Estimate estimate(int replicates, long seed) {
        if (Double.isNaN(difference)) {
            throw new IllegalArgumentException("no correlation, no error");
        }
        return Arrays.stream(clusters).distinct().count() < LARGE ? resampled(replicates, seed) : normal();
    }

    Estimate resampled(int replicates, long seed) {
        return Bootstrap.ofClusters(
                clusters,
                times -> Ranks.correlation(first, outcome, times) - Ranks.correlation(second, outcome, times),
                replicates,
                seed);
    }

    Estimate normal() {
        double[] one = Ranks.influences(first, outcome);
        double[] other = Ranks.influences(second, outcome);
        double[] ofClusters = new double[Arrays.stream(clusters).max().orElse(0) + 1];
        for (int i = 0; i < clusters.length; i++) {
            ofClusters[clusters[i]] += one[i] - other[i];
        }
        double squares = Arrays.stream(ofClusters).map(sum -> sum * sum).sum();
        return new NormalEstimate(difference, Math.sqrt(squares) / clusters.length);
    }
}
