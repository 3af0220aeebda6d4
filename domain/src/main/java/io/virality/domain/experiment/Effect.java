package io.virality.domain.experiment;

/**
 * How far an arm lies above the control. Engines judge it.
 *
 * @param difference in what terms
 * @param estimate how far
 * @param standardError of the estimate, above 0
 * @param degreesOfFreedom of the standard error: by Welch and Satterthwaite, on the absolute scale
 * @param units in both arms together
 * @param baseline the control's value, before any adjustment; not 0
 * @param adjustment for a covariate
 */
public record Effect(
        Difference difference,
        double estimate,
        double standardError,
        double degreesOfFreedom,
        long units,
        double baseline,
        Adjustment adjustment)
        implements Comparison {

    /**
     * What taking off a covariate did.
     *
     * @param theta how much of it was taken off
     * @param varianceSaved by what part it made the variance of the absolute difference smaller; below 0 if larger
     */
    public record Adjustment(double theta, double varianceSaved) {

        /** There was no covariate, or it says nothing. */
        public static final Adjustment NONE = new Adjustment(0, 0);
    }

    /** How far the estimate is from another value, in standard errors. */
    public double standardized(double reference) {
        return (estimate - reference) / standardError;
    }

    /** By how much one unit of the relative scale is more on this effect's scale. */
    double scaleOfRelative() {
        return difference == Difference.RELATIVE ? 1 : Math.abs(baseline);
    }
}
