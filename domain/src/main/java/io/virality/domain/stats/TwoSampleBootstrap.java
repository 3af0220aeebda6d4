package io.virality.domain.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a statistic of the means of two groups comes to when each is resampled (Efron and Tibshirani, An Introduction to the
 * Bootstrap, 1993, chapters 13 and 14).
 */
public final class TwoSampleBootstrap {

    private final double value;
    private final Sample replicates;
    private final double acceleration;

    private TwoSampleBootstrap(double value, Sample replicates, double acceleration) {
        this.value = value;
        this.replicates = replicates;
        this.acceleration = acceleration;
    }

    /**
     * Resamples both groups.
     *
     * @param statistic of the mean of the first and of the second
     * @param replicates how many resamples
     * @param seed the same seed gives the same resamples
     */
    public static TwoSampleBootstrap of(
            double[] first, double[] second, DoubleBinaryOperator statistic, int replicates, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[replicates];
        for (int i = 0; i < replicates; i++) {
            drawn[i] = statistic.applyAsDouble(resampledMean(first, random), resampledMean(second, random));
        }
        double one = mean(first);
        double other = mean(second);
        Influence ofFirst = Influence.of(
                first.length,
                i -> statistic.applyAsDouble((one * first.length - first[i]) / (first.length - 1), other));
        Influence ofSecond = Influence.of(
                second.length,
                i -> statistic.applyAsDouble(one, (other * second.length - second[i]) / (second.length - 1)));
        double cubes = ofFirst.cubes() + ofSecond.cubes();
        double squares = ofFirst.squares() + ofSecond.squares();
        double acceleration = squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
        return new TwoSampleBootstrap(statistic.applyAsDouble(one, other), Sample.of(drawn), acceleration);
    }

    private static double mean(double... values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double resampledMean(double[] values, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[random.nextInt(values.length)];
        }
        return sum / values.length;
    }

    /** How the statistic changes when single units are left out: mean cubes and squares, for the skewness. */
    private record Influence(double cubes, double squares) {

        static Influence of(int n, IntToDoubleFunction without) {
            double[] left = IntStream.range(0, n).mapToDouble(without).toArray();
            double mean = mean(left);
            double cubes = 0;
            double squares = 0;
            for (double value : left) {
                double influence = (n - 1) * (mean - value);
                cubes += influence * influence * influence;
                squares += influence * influence;
            }
            return new Influence(cubes / Math.pow(n, 3), squares / Math.pow(n, 2));
        }
    }

    /** The statistic of the groups themselves. */
    public double value() {
        return value;
    }

    /** Between quantiles of the resampled statistic. */
    public Interval percentile(double confidence) {
        double tail = (1 - confidence) / 2;
        return new Interval(replicates.quantile(tail), replicates.quantile(1 - tail), confidence);
    }

    /** The percentile interval, reflected at the value. */
    public Interval basic(double confidence) {
        Interval percentile = percentile(confidence);
        return new Interval(2 * value - percentile.high(), 2 * value - percentile.low(), confidence);
    }

    /** Corrected for bias and skewness: BCa. */
    public Interval corrected(double confidence) {
        double[] ascending = replicates.ascending();
        double below = Arrays.stream(ascending).filter(drawn -> drawn < value).count();
        double atMost = Arrays.stream(ascending).filter(drawn -> drawn <= value).count();
        double bias = -Normal.exceeded((below + atMost) / (2 * ascending.length));
        double tail = (1 - confidence) / 2;
        return new Interval(
                replicates.quantile(corrected(bias, Normal.exceeded(1 - tail))),
                replicates.quantile(corrected(bias, Normal.exceeded(tail))),
                confidence);
    }

    private double corrected(double bias, double z) {
        return Normal.below(bias + (bias + z) / (1 - acceleration * (bias + z)));
    }
}
