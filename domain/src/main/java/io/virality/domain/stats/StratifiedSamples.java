package io.virality.domain.stats;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Pairs of samples, each pair from one stratum: within it both are alike in what else might explain a difference between
 * them, such as their size.
 *
 * @param strata the pairs, at least one
 */
public record StratifiedSamples(List<TwoSamples> strata) {

    /** @throws IllegalArgumentException if there is no stratum */
    public StratifiedSamples {
        strata = List.copyOf(strata);
        if (strata.isEmpty()) {
            throw new IllegalArgumentException("no strata");
        }
    }

    /**
     * The geometric mean of the strata's ratios of medians, each weighted by n₁n₂/(n₁ + n₂) as strata are by Mantel and
     * Haenszel (Journal of the National Cancer Institute 22, 1959), by resampling within each stratum.
     *
     * @param replicates how many resamples, at least 100
     * @param seed the same seed gives the same resamples
     * @return empty if a median is not above 0, in the samples or in a resample: there a ratio says nothing
     */
    public Optional<Estimate> medianRatio(int replicates, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double value = mean(Sample::median);
        double[] ratios = new double[replicates];
        boolean told = Double.isFinite(value);
        for (int i = 0; i < replicates && told; i++) {
            ratios[i] = mean(sample -> sample.resampledMedian(random));
            told = Double.isFinite(ratios[i]);
        }
        return told ? Optional.of(new Bootstrap(value, ratios)) : Optional.empty();
    }

    private double mean(ToDoubleFunction<Sample> median) {
        double logarithms = 0;
        double weights = 0;
        for (TwoSamples stratum : strata) {
            double one = median.applyAsDouble(stratum.first());
            double other = median.applyAsDouble(stratum.second());
            if (!(one > 0 && other > 0)) {
                return Double.NaN;
            }
            double weight =
                    1 / (1.0 / stratum.first().size() + 1.0 / stratum.second().size());
            logarithms += weight * Math.log(one / other);
            weights += weight;
        }
        return Math.exp(logarithms / weights);
    }
}
