package io.virality.domain.experiment;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Whether the arms have as many units as their weights promise, looked at as often as one likes: the Bayes factor of a
 * Dirichlet prior around the weights against the weights themselves (Lindon and Malek, "Anytime-valid inference for
 * multinomial count data", NeurIPS 2022).
 *
 * @param concentration how closely the prior keeps to the weights
 * @param pValue the least that any look gave
 */
public record SequentialSampleRatio(double concentration, double pValue) {

    /** The usual concentration. */
    public static final double USUAL_CONCENTRATION = 100;

    /** Before the first look. */
    public static SequentialSampleRatio of(double concentration) {
        return new SequentialSampleRatio(concentration, 1);
    }

    /** After one more look at all units so far. */
    public SequentialSampleRatio look(long[] observed, double[] weights) {
        return new SequentialSampleRatio(
                concentration, Math.min(pValue, Math.exp(-logBayesFactor(concentration, observed, weights))));
    }

    /** By how much, in logarithms, the numbers speak against the weights. */
    public static double logBayesFactor(double concentration, long[] observed, double[] weights) {
        int[] arms = SampleRatio.arms(observed, weights);
        double weight = Arrays.stream(arms).mapToDouble(arm -> weights[arm]).sum();
        double units = Arrays.stream(arms).mapToDouble(arm -> observed[arm]).sum();
        double factor = LogGamma.value(concentration) - LogGamma.value(concentration + units);
        for (int arm : arms) {
            double share = weights[arm] / weight;
            double prior = concentration * share;
            factor += LogGamma.value(prior + observed[arm]) - LogGamma.value(prior) - observed[arm] * Math.log(share);
        }
        return factor;
    }
}
