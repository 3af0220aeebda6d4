package io.virality.domain.experiment;

/**
 * By how much a mean lies above another, on the scale it was measured on. A {@link Comparison} tells the same with the
 * reasons why there may be none; this is for means that are known to vary.
 *
 * @param estimate the difference
 * @param standardError of the difference
 * @param degreesOfFreedom of the standard error
 */
public record MeanDifference(double estimate, double standardError, double degreesOfFreedom) {

    /**
     * Of two samples whose variances may differ: Welch, "The generalization of 'Student's' problem when several different
     * population variances are involved", Biometrika 34 (1947).
     */
    public static MeanDifference welch(MeanStatistics control, MeanStatistics treatment) {
        double a = control.variance() / control.units();
        double b = treatment.variance() / treatment.units();
        return new MeanDifference(
                treatment.value() - control.value(), Math.sqrt(a + b), welch(a, control.units(), b, treatment.units()));
    }

    /** Of two samples that are held to have one variance: Student, "The probable error of a mean", Biometrika 6 (1908). */
    public static MeanDifference pooled(MeanStatistics control, MeanStatistics treatment) {
        double freedom = control.units() + treatment.units() - 2.0;
        double variance =
                ((control.units() - 1) * control.variance() + (treatment.units() - 1) * treatment.variance()) / freedom;
        double error = Math.sqrt(variance / control.units() + variance / treatment.units());
        return new MeanDifference(treatment.value() - control.value(), error, freedom);
    }

    /** Of units that were measured twice, from what the two differ by in each. */
    public static MeanDifference paired(MeanStatistics differences) {
        return new MeanDifference(
                differences.value(),
                Math.sqrt(differences.variance() / differences.units()),
                differences.units() - 1.0);
    }

    /** Welch's degrees of freedom of the sum of the variances of two means. */
    static double welch(double a, long controlUnits, double b, long treatmentUnits) {
        return (a + b) * (a + b) / (a * a / (controlUnits - 1.0) + b * b / (treatmentUnits - 1.0));
    }

    /** As it would be if one mean were moved by so much. */
    MeanDifference plus(double shift) {
        return new MeanDifference(estimate + shift, standardError, degreesOfFreedom);
    }

    /** How far the difference is from 0, in standard errors. */
    public double t() {
        return estimate / standardError;
    }
}
