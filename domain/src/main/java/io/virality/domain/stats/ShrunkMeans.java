package io.virality.domain.stats;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Means of small samples, each drawn towards the mean of all by as much as its own values leave open: empirical Bayes with
 * normal values within and normal means between (Efron and Morris, Journal of the American Statistical Association 70,
 * 1975). The variances within and between are those of the one-way analysis of variance with samples of unequal sizes
 * (Searle, Casella and McCulloch, Variance Components, 1992, section 3.6), taken to be known.
 */
public final class ShrunkMeans {

    private final double centre;
    private final double within;
    private final double between;

    /**
     * One sample's mean.
     *
     * @param n how many values it has; with none the mean is that of all
     * @param own the mean of its values; {@code NaN} of none
     * @param value the mean drawn towards that of all
     * @param weight how much the own mean counts in it, from 0 to 1
     * @param deviation the standard deviation of what the true mean may be
     */
    public record ShrunkMean(int n, double own, double value, double weight, double deviation) {

        /** Where the true mean lies with a probability, if the variances are right. */
        public Interval interval(double confidence) {
            double width = deviation * NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
            return new Interval(value - width, value + width, confidence);
        }
    }

    private ShrunkMeans(double centre, double within, double between) {
        this.centre = centre;
        this.within = within;
        this.between = between;
    }

    /**
     * What is learnt from all samples.
     *
     * @throws IllegalArgumentException if fewer than two of them have values, or none has two
     */
    public static ShrunkMeans of(List<double[]> samples) {
        List<double[]> known =
                samples.stream().filter(sample -> sample.length > 0).toList();
        double n = 0;
        double sum = 0;
        double squaredSizes = 0;
        double squaresWithin = 0;
        for (double[] sample : known) {
            double mean = mean(sample);
            n += sample.length;
            sum += mean * sample.length;
            squaredSizes += (double) sample.length * sample.length;
            for (double value : sample) {
                squaresWithin += (value - mean) * (value - mean);
            }
        }
        if (known.size() < 2 || n == known.size()) {
            throw new IllegalArgumentException("too few values: " + (int) n + " in " + known.size() + " samples");
        }
        double squaresBetween = 0;
        for (double[] sample : known) {
            double distance = mean(sample) - sum / n;
            squaresBetween += sample.length * distance * distance;
        }
        double within = squaresWithin / (n - known.size());
        double size = (n - squaredSizes / n) / (known.size() - 1);
        double between = Math.max(0, (squaresBetween / (known.size() - 1) - within) / size);
        return new ShrunkMeans(centre(known, within, between), within, between);
    }

    /** The mean of all samples, each by how much it tells. */
    public double centre() {
        return centre;
    }

    /** The variance of values of one sample. */
    public double within() {
        return within;
    }

    /** The mean of a sample. */
    public ShrunkMean of(double... sample) {
        if (sample.length == 0) {
            return new ShrunkMean(0, Double.NaN, centre, 0, Math.sqrt(between));
        }
        double error = within / sample.length;
        double weight = between + error == 0 ? 1 : between / (between + error);
        double own = mean(sample);
        return new ShrunkMean(sample.length, own, centre + weight * (own - centre), weight, Math.sqrt(weight * error));
    }

    private static double centre(List<double[]> samples, double within, double between) {
        List<double[]> weighted = new ArrayList<>();
        double all = 0;
        for (double[] sample : samples) {
            double variance = between + within / sample.length;
            double weight = variance == 0 ? 1 : 1 / variance;
            weighted.add(new double[] {mean(sample), weight});
            all += weight;
        }
        double sum = 0;
        for (double[] one : weighted) {
            sum += one[0] * one[1];
        }
        return sum / all;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
