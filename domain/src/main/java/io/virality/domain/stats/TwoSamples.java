package io.virality.domain.stats;

import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Two samples that know nothing of each other.
 *
 * @param first the one
 * @param second the other
 */
public record TwoSamples(Sample first, Sample second) {

    /**
     * The ratio of the first median to the second, by resampling both.
     *
     * @param replicates how many resamples, at least 100
     * @param seed the same seed gives the same resamples
     * @return empty if a resample's second median is not above 0: there a ratio says nothing
     */
    public Optional<Estimate> medianRatio(int replicates, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] firsts = first.resampledMedians(replicates, random);
        double[] seconds = second.resampledMedians(replicates, random);
        shuffle(seconds, random);
        double[] ratios = new double[replicates];
        for (int i = 0; i < replicates; i++) {
            if (!(seconds[i] > 0)) {
                return Optional.empty();
            }
            ratios[i] = firsts[i] / seconds[i];
        }
        return second.median() > 0
                ? Optional.of(new Bootstrap(first.median() / second.median(), ratios))
                : Optional.empty();
    }

    /**
     * The ratio of the first mean to the second; the error of its logarithm is √(s₁²/(n₁m₁²) + s₂²/(n₂m₂²)), by the delta
     * method.
     *
     * @return empty if a mean is not above 0, or neither sample has a spread
     */
    public Optional<Estimate> meanRatio() {
        double error = Math.sqrt(relativeVariance(first) + relativeVariance(second));
        return first.mean() > 0 && second.mean() > 0 && error > 0
                ? Optional.of(new LogRatio(first.mean() / second.mean(), error))
                : Optional.empty();
    }

    private static double relativeVariance(Sample sample) {
        double mean = sample.mean();
        return sample.variance() / (sample.size() * mean * mean);
    }

    /**
     * How often a unit of the first lies above one of the second, with the test of Brunner and Munzel, "The nonparametric
     * Behrens–Fisher problem", Biometrical Journal 42 (2000).
     *
     * @return empty if all of the one lie above all of the other, so that the error cannot be told
     */
    public Optional<Estimate> superiority() {
        Sample below = placements(first, second);
        Sample above = placements(second, first);
        double one = below.variance() / first.size() / second.size() / second.size();
        double other = above.variance() / second.size() / first.size() / first.size();
        double error = Math.sqrt(one + other);
        if (!(error > 0)) {
            return Optional.empty();
        }
        double freedom =
                (one + other) * (one + other) / (one * one / (first.size() - 1) + other * other / (second.size() - 1));
        return Optional.of(new Superiority(below.mean() / second.size(), error, freedom));
    }

    /** How many of the others lie below each one, ties counting half. */
    private static Sample placements(Sample ones, Sample others) {
        double[] values = ones.ascending();
        double[] against = others.ascending();
        double[] placements = new double[values.length];
        int below = 0;
        int upTo = 0;
        for (int i = 0; i < values.length; i++) {
            while (below < against.length && against[below] < values[i]) {
                below++;
            }
            while (upTo < against.length && against[upTo] <= values[i]) {
                upTo++;
            }
            placements[i] = (below + upTo) / 2.0;
        }
        return Sample.of(placements);
    }

    private static void shuffle(double[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double value = values[i];
            values[i] = values[other];
            values[other] = value;
        }
    }
}
