package io.virality.domain.experiment;

/**
 * What is known of a metric before an experiment.
 *
 * @param mean its value
 * @param variance of one unit
 */
public record Baseline(double mean, double variance) {

    /** @throws IllegalArgumentException if the mean is 0, of which nothing is a part, or the variance is negative */
    public Baseline {
        if (mean == 0 || !(variance >= 0)) {
            throw new IllegalArgumentException("no baseline: mean " + mean + ", variance " + variance);
        }
    }

    /** Of a share of units. */
    public static Baseline ofProportion(double rate) {
        return new Baseline(rate, rate * (1 - rate));
    }

    /** Of a mean with a standard deviation of units. */
    public static Baseline ofMean(double mean, double deviation) {
        return new Baseline(mean, deviation * deviation);
    }

    /** Of any metric in an arm, as it was: also of ratios and after an adjustment. */
    public static Baseline of(SufficientStatistics statistics) {
        return new Baseline(statistics.value(), statistics.variance());
    }

    /** The same with clusters dealt instead of units: as if each unit varied by that much more. */
    public Baseline clustered(DesignEffect effect) {
        return new Baseline(mean, variance * effect.factor());
    }

    /** The variance of the difference of two arms, of which the treatment lies above by a part of the mean. */
    double varianceOf(Difference difference, Sizes sizes, double lift) {
        double control = variance / sizes.control();
        double treatment = variance / sizes.treatment();
        return difference == Difference.ABSOLUTE
                ? control + treatment
                : (treatment + control * (1 + lift) * (1 + lift)) / (mean * mean);
    }
}
