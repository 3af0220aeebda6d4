package io.virality.domain.experiment;

/**
 * Of a mean that is adjusted by what was known of each unit before: CUPED (Deng, Xu, Kohavi and Walker, "Improving the
 * sensitivity of online controlled experiments by utilizing pre-experiment data", WSDM 2013).
 *
 * @param moments of two variables: the metric, and the covariate from before
 */
public record AdjustedStatistics(Moments moments) implements SufficientStatistics {

    /** @throws IllegalArgumentException if there are not two variables */
    public AdjustedStatistics {
        Variables.are(2, moments);
    }

    /** Of the units of both, which have none in common. */
    public AdjustedStatistics plus(AdjustedStatistics other) {
        return new AdjustedStatistics(moments.plus(other.moments));
    }

    @Override
    public long units() {
        return moments.n();
    }

    @Override
    public double value() {
        return moments.mean(0);
    }

    @Override
    public double variance() {
        return moments.variance(0);
    }

    /** The variance of one unit's metric less θ times its covariate. */
    public double adjustedVariance(double theta) {
        return moments.variance(0) + theta * theta * moments.variance(1) - 2 * theta * moments.covariance(0, 1);
    }

    /** The metric without its covariate. */
    MeanStatistics unadjusted() {
        return new MeanStatistics(moments.only(0));
    }

    /**
     * By how much the metric differs where the covariate differs by one, over both arms, whoever got what; 0 if either has
     * no spread.
     */
    public static double theta(AdjustedStatistics control, AdjustedStatistics treatment) {
        Moments pooled = control.moments.plus(treatment.moments);
        return pooled.products(1, 1) > 0 && pooled.products(0, 0) > 0
                ? pooled.products(0, 1) / pooled.products(1, 1)
                : 0;
    }
}
