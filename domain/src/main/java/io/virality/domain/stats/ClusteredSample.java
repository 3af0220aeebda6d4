package io.virality.domain.stats;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.statistics.distribution.TDistribution;

/** Values that come in clusters whose members are alike, such as videos of one creator. At least one value. */
public final class ClusteredSample {

    private final Sample sample;
    private final double[] values;
    private final double[] clusters;

    private ClusteredSample(double[] values, double[] clusters) {
        this.sample = Sample.of(values);
        this.values = values;
        this.clusters = clusters;
    }

    /**
     * A sample of these values.
     *
     * @param values finite
     * @param clusters the number of each value's cluster
     * @throws IllegalArgumentException if there is no value, or not one cluster for each
     */
    public static ClusteredSample of(double[] values, double[] clusters) {
        if (values.length != clusters.length) {
            throw new IllegalArgumentException(values.length + " values in " + clusters.length + " clusters");
        }
        return new ClusteredSample(values.clone(), clusters.clone());
    }

    /** Of all values. */
    public double median() {
        return sample.median();
    }

    /**
     * The interval of the median by Woodruff, "Confidence intervals for medians and other position measures", Journal of
     * the American Statistical Association 47 (1952): the quantiles at one half plus and minus t standard errors of the
     * share of values up to the median. The share's error is that of a mean over clusters, with one degree of freedom less
     * than there are clusters (Cochran, Sampling Techniques, 1977, section 9A).
     *
     * @throws IllegalArgumentException if all values are of one cluster
     */
    public Interval medianInterval(double confidence) {
        double median = median();
        Map<Double, Double> excess = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            excess.merge(clusters[i], (values[i] <= median ? 1 : 0) - .5, Double::sum);
        }
        int count = excess.size();
        if (count < 2) {
            throw new IllegalArgumentException("all values are of one cluster");
        }
        double squares =
                excess.values().stream().mapToDouble(each -> each * each).sum();
        double error = Math.sqrt(squares * count / (count - 1)) / values.length;
        double width = TDistribution.of(count - 1).inverseSurvivalProbability((1 - confidence) / 2) * error;
        return new Interval(
                sample.quantile(Math.max(0, .5 - width)), sample.quantile(Math.min(1, .5 + width)), confidence);
    }
}
