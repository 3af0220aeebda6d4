package io.virality.domain.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How much better one quantity orders an outcome than another does: the difference of two of Spearman's correlations of the
 * same units, which therefore depend on each other.
 *
 * @param first the one quantity
 * @param second the other
 * @param outcome what both are to predict
 * @param n how many units there are, all with all three values
 */
public record RankContrast(Ranks first, Ranks second, Ranks outcome, int n) {

    /** So many units are no longer resampled: then both intervals agree, and resampling takes long. */
    static final int LARGE = 1_000;

    /** Of three columns of figures, all of whose values are known. */
    public static RankContrast of(Figures figures, String first, String second, String outcome) {
        return new RankContrast(figures.ranks(first), figures.ranks(second), figures.ranks(outcome), figures.size());
    }

    /** The first correlation less the second; {@code NaN} where the values of one quantity are all equal. */
    public double difference() {
        return Ranks.correlation(first, outcome) - Ranks.correlation(second, outcome);
    }

    /**
     * The interval of the difference: the percentile bootstrap over units, each with all its values (Efron and Tibshirani,
     * An Introduction to the Bootstrap, 1993, chapter 13). From {@value #LARGE} units on the normal one with the standard
     * error of the infinitesimal jackknife (chapter 21), to which the bootstrap then comes down.
     *
     * @param confidence for example .95
     * @param replicates how many resamples
     * @param seed the same seed gives the same interval
     * @throws IllegalArgumentException if there is no difference
     */
    public Interval interval(double confidence, int replicates, long seed) {
        double difference = difference();
        if (Double.isNaN(difference)) {
            throw new IllegalArgumentException("no correlation, no interval");
        }
        return n < LARGE ? resampled(confidence, replicates, seed) : normal(difference, confidence);
    }

    Interval resampled(double confidence, int replicates, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] differences = new double[replicates];
        int[] times = new int[n];
        for (int i = 0; i < replicates; i++) {
            do {
                Arrays.fill(times, 0);
                for (int draw = 0; draw < n; draw++) {
                    times[random.nextInt(n)]++;
                }
                differences[i] = Ranks.correlation(first, outcome, times) - Ranks.correlation(second, outcome, times);
                // A resample of equal values has no correlation: it is drawn again.
            } while (Double.isNaN(differences[i]));
        }
        Sample sample = Sample.of(differences);
        double tail = (1 - confidence) / 2;
        return new Interval(sample.quantile(tail), sample.quantile(1 - tail), confidence);
    }

    Interval normal(double difference, double confidence) {
        double[] one = Ranks.influences(first, outcome);
        double[] other = Ranks.influences(second, outcome);
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += (one[i] - other[i]) * (one[i] - other[i]);
        }
        double width =
                NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2) * Math.sqrt(squares) / n;
        return new Interval(difference - width, difference + width, confidence);
    }
}
