package io.virality.domain.experiment;

/**
 * Two arms side by side. Formulas: the difference of means, its relative form by the delta method, and both after CUPED,
 * as in GrowthBook's statistics engine (gbstats 0.8, "GrowthBook's Statistics" in its documentation), so that its users
 * find their numbers again.
 *
 * @param difference of the values, after adjustment
 * @param baseline the control's value, before adjustment
 * @param adjustment what was taken off, and saved
 * @param control in the absolute difference
 * @param treatment likewise
 * @param relativeControl one unit's variance in the relative difference
 * @param relativeTreatment likewise
 */
record Contrast(
        double difference,
        double baseline,
        Effect.Adjustment adjustment,
        Arm control,
        Arm treatment,
        double relativeControl,
        double relativeTreatment) {

    static Contrast of(SufficientStatistics control, SufficientStatistics treatment) {
        if (!control.getClass().equals(treatment.getClass())) {
            throw new IllegalArgumentException("cannot compare " + control + " with " + treatment);
        }
        if (control instanceof AdjustedStatistics from && treatment instanceof AdjustedStatistics to) {
            double theta = AdjustedStatistics.theta(from, to);
            return theta == 0 ? plain(from.unadjusted(), to.unadjusted()) : adjusted(from, to, theta);
        }
        if (control instanceof AdjustedRatioStatistics from && treatment instanceof AdjustedRatioStatistics to) {
            double theta = AdjustedRatioStatistics.theta(from, to);
            return theta == 0 ? plain(from.unadjusted(), to.unadjusted()) : adjusted(from, to, theta);
        }
        return plain(control, treatment);
    }

    private static Contrast plain(SufficientStatistics control, SufficientStatistics treatment) {
        double m = control.value();
        double ratio = treatment.value() / m;
        return new Contrast(
                treatment.value() - m,
                m,
                Effect.Adjustment.NONE,
                new Arm(control.units(), control.variance()),
                new Arm(treatment.units(), treatment.variance()),
                control.variance() * ratio * ratio / (m * m),
                treatment.variance() / (m * m));
    }

    private static Contrast adjusted(AdjustedStatistics control, AdjustedStatistics treatment, double theta) {
        Moments c = control.moments();
        Moments t = treatment.moments();
        double m = c.mean(0);
        double ratio = t.mean(0) / m;
        Arm from = new Arm(c.n(), control.adjustedVariance(theta));
        Arm to = new Arm(t.n(), treatment.adjustedVariance(theta));
        return new Contrast(
                t.mean(0) - m - theta * (t.mean(1) - c.mean(1)),
                m,
                adjustment(theta, control, treatment, from, to),
                from,
                to,
                (c.variance(0) * ratio * ratio - 2 * theta * c.covariance(0, 1) * ratio + theta * theta * c.variance(1))
                        / (m * m),
                to.variance() / (m * m));
    }

    private static Contrast adjusted(AdjustedRatioStatistics control, AdjustedRatioStatistics treatment, double theta) {
        double difference = treatment.adjustedValue(theta) - control.adjustedValue(theta);
        double m = control.value();
        double scale = Math.abs(m);
        double signed = difference * Math.signum(m);
        double above = control.moments().mean(0);
        double below = control.moments().mean(1);
        double[] gradient = control.gradient(theta);
        double[] relative = {
            -(scale + signed) / (below * scale * scale),
            above * (scale + signed) / (below * below * scale * scale),
            -gradient[2] / scale,
            -gradient[3] / scale
        };
        Arm from = new Arm(control.units(), control.variance(gradient));
        Arm to = new Arm(treatment.units(), treatment.variance(treatment.gradient(theta)));
        return new Contrast(
                difference,
                m,
                adjustment(theta, control, treatment, from, to),
                from,
                to,
                control.variance(relative),
                to.variance() / (scale * scale));
    }

    private static Effect.Adjustment adjustment(
            double theta, SufficientStatistics control, SufficientStatistics treatment, Arm from, Arm to) {
        double before = control.variance() / control.units() + treatment.variance() / treatment.units();
        return new Effect.Adjustment(theta, 1 - (from.varianceOfValue() + to.varianceOfValue()) / before);
    }

    Comparison in(Difference scale) {
        boolean absolute = scale == Difference.ABSOLUTE;
        double a = control.varianceOfValue();
        double b = treatment.varianceOfValue();
        double variance = absolute ? a + b : relativeControl / control.units() + relativeTreatment / treatment.units();
        boolean told = control.variance() > 0 && treatment.variance() > 0 && variance > 0 && Double.isFinite(variance);
        if (!told) {
            return Incomparable.WITHOUT_VARIANCE;
        }
        if (baseline == 0) {
            return Incomparable.WITHOUT_BASELINE;
        }
        return new Effect(
                scale,
                absolute ? difference : difference / Math.abs(baseline),
                Math.sqrt(variance),
                MeanDifference.welch(a, control.units(), b, treatment.units()),
                control.units() + treatment.units(),
                baseline,
                adjustment);
    }
}
