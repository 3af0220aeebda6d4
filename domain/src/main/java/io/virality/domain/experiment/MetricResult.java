package io.virality.domain.experiment;

import io.virality.domain.stats.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One metric in one variation, beside the control.
 *
 * @param method how the effect was found
 * @param controlUnits how many units have a value
 * @param controlValue a mean, a share or a ratio; without adjustment
 * @param absolute the difference, on the metric's scale; empty where an arm does not vary
 * @param relative the difference as a part of the control's value; empty where that is 0, or nearly
 * @param p how likely a difference so far from 0 would be if there were none; empty with a Bayesian engine
 * @param pAdjusted the same, corrected by Holm for all tests of the analysis that are no guardrails
 * @param pFalseDiscovery the same, corrected by Benjamini and Hochberg
 * @param belief what a Bayesian engine says
 * @param varianceSaved what part of the variance the covariate took off; below 0 where it added some
 * @param ranks whether a test that large values do not sway agrees
 * @param outliers what the largest values do
 * @param clusters what single clusters do
 * @param otherwise the difference with another unit of analysis
 * @param nonInferiority of a guardrail
 */
public record MetricResult(
        Metric metric,
        String variation,
        String control,
        Method method,
        long controlUnits,
        long variationUnits,
        double controlValue,
        double variationValue,
        Optional<Figure> absolute,
        Optional<Figure> relative,
        OptionalDouble p,
        OptionalDouble pAdjusted,
        OptionalDouble pFalseDiscovery,
        Optional<Belief> belief,
        OptionalDouble varianceSaved,
        Optional<Ranks> ranks,
        Optional<Outliers> outliers,
        Optional<LeftOut> clusters,
        Optional<OtherUnit> otherwise,
        Optional<NonInferiority> nonInferiority) {

    /** An estimate and what is claimed of it. */
    public record Figure(double estimate, double standardError, Interval interval) {

        /** 1 if all of the interval lies above 0, −1 if below, else 0. */
        int direction() {
            if (interval.low() > 0) {
                return 1;
            }
            return interval.high() < 0 ? -1 : 0;
        }
    }

    /**
     * What a Bayesian engine says.
     *
     * @param chanceToWin how likely the variation is the better one
     * @param expectedLoss how much is lost on average by choosing it, on the metric's scale
     */
    public record Belief(double chanceToWin, double expectedLoss) {}

    /**
     * The test of Mann and Whitney.
     *
     * @param superiority how likely a unit of the variation lies above one of the control
     */
    public record Ranks(double p, double superiority) {}

    /**
     * What the largest values do to t, the difference in standard errors.
     *
     * @param largest the largest value of all
     * @param in the variation that it is in
     * @param share of the variance of that variation that is the largest value's alone
     * @param t of all units
     * @param withoutLargest t without it
     * @param above the value above which lies the top 0.1 %
     * @param removed how many units that is
     * @param withoutTop t without them
     * @param verdictChanges whether it is another verdict without them
     */
    public record Outliers(
            double largest,
            String in,
            double share,
            double t,
            double withoutLargest,
            double above,
            long removed,
            double withoutTop,
            boolean verdictChanges) {}

    /**
     * The least and largest difference when one cluster after the other is left out.
     *
     * @param clusters how many there are in both arms
     * @param relativeLow as a part of the control's value
     */
    public record LeftOut(int clusters, double low, double high, double relativeLow, double relativeHigh) {}

    /**
     * With another unit of analysis.
     *
     * @param unit the one of this result
     * @param other the other one
     * @param decides whether it is another verdict
     */
    public record OtherUnit(String unit, String other, Figure absolute, OptionalDouble p, boolean decides) {}

    /**
     * Whether a guardrail holds.
     *
     * @param margin what part of the control's value may be lost
     * @param p how likely so good a difference would be if the whole margin were lost
     * @param holds whether that is shown
     * @param breached whether it is shown that more was lost
     */
    public record NonInferiority(double margin, double p, boolean holds, boolean breached) {}

    /** The same, corrected for the number of tests. */
    MetricResult adjusted(double holm, double falseDiscovery) {
        return new MetricResult(
                metric,
                variation,
                control,
                method,
                controlUnits,
                variationUnits,
                controlValue,
                variationValue,
                absolute,
                relative,
                p,
                OptionalDouble.of(holm),
                OptionalDouble.of(falseDiscovery),
                belief,
                varianceSaved,
                ranks,
                outliers,
                clusters,
                otherwise,
                nonInferiority);
    }

    /** 1 if the variation is shown to lie above, −1 if below, else 0, with a p-value below alpha if there are any. */
    int direction(OptionalDouble corrected, double alpha) {
        if (corrected.isPresent()) {
            return corrected.getAsDouble() < alpha
                    ? (int) Math.signum(absolute.map(Figure::estimate).orElse(0.0))
                    : 0;
        }
        return absolute.map(Figure::direction).orElse(0);
    }
}
