package io.virality.domain.experiment;

import io.virality.domain.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What was done to some regions brought, judged by how others went on: each region's change from before to after is one
 * observation, so that what hangs together within a region counts once (Bertrand, Duflo and Mullainathan, "How much should we
 * trust differences-in-differences estimates?", Quarterly Journal of Economics 119 (2004)).
 *
 * @param effect on a region in a period, beside how it would have gone on
 * @param treated how many regions something was done to
 * @param control how many not
 * @param periods how many there are after it began
 * @param drift by how much the regions' slopes differed before it began, per period; empty with fewer than 3 periods before
 */
public record DifferenceInDifferences(
        MeanDifference effect, int treated, int control, int periods, Optional<MeanDifference> drift) {

    /** Fewer untouched regions than this do not show how regions vary. */
    public static final int FEWEST_CONTROL = 3;

    private static final int FEWEST_FOR_DRIFT = 3;
    private static final double LEVEL = .05;

    /** What a region was worth, period by period, before and after it began. */
    public record Region(boolean treated, double[] before, double[] after) {}

    /** @throws IllegalArgumentException if there are too few regions or periods, in words */
    public static DifferenceInDifferences of(List<Region> regions) {
        List<Region> treated = regions.stream().filter(Region::treated).toList();
        List<Region> control =
                regions.stream().filter(region -> !region.treated()).toList();
        if (treated.isEmpty() || control.size() < FEWEST_CONTROL) {
            throw new IllegalArgumentException("too few regions: " + treated.size() + " treated and " + control.size()
                    + " untouched; it needs at least 1 and " + FEWEST_CONTROL);
        }
        int before = regions.get(0).before().length;
        int after = regions.get(0).after().length;
        if (before == 0 || after == 0) {
            throw new IllegalArgumentException("there must be periods before and after it began");
        }
        MeanDifference effect = difference(changes(control), changes(treated));
        Optional<MeanDifference> drift = before < FEWEST_FOR_DRIFT
                ? Optional.empty()
                : Optional.of(difference(slopes(control), slopes(treated)));
        return new DifferenceInDifferences(effect, treated.size(), control.size(), after, drift);
    }

    private static List<Double> changes(List<Region> regions) {
        List<Double> changes = new ArrayList<>();
        regions.forEach(region -> changes.add(mean(region.after()) - mean(region.before())));
        return changes;
    }

    private static List<Double> slopes(List<Region> regions) {
        List<Double> slopes = new ArrayList<>();
        for (Region region : regions) {
            double middle = (region.before().length - 1) / 2.0;
            double products = 0;
            double squares = 0;
            for (int i = 0; i < region.before().length; i++) {
                products += (i - middle) * region.before()[i];
                squares += (i - middle) * (i - middle);
            }
            slopes.add(products / squares);
        }
        return slopes;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Welch's; a single treated region is held to vary as the untouched do. */
    private static MeanDifference difference(List<Double> control, List<Double> treated) {
        MeanStatistics untouched = statistics(control);
        if (treated.size() == 1) {
            return new MeanDifference(
                    treated.get(0) - untouched.value(),
                    Math.sqrt(untouched.variance() * (1 + 1.0 / control.size())),
                    control.size() - 1.0);
        }
        return MeanDifference.welch(untouched, statistics(treated));
    }

    private static MeanStatistics statistics(List<Double> values) {
        return MeanStatistics.of(
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Of the effect on a region in a period. */
    public Interval interval(double confidence) {
        double width = TDistribution.of(effect.degreesOfFreedom()).inverseSurvivalProbability((1 - confidence) / 2)
                * effect.standardError();
        return new Interval(effect.estimate() - width, effect.estimate() + width, confidence);
    }

    /** The two-sided p-value of no effect. */
    public double pValue() {
        return pValue(effect);
    }

    /** In all treated regions and all periods since it began. */
    public double total() {
        return effect.estimate() * treated * periods;
    }

    /** Of the total. */
    public Interval totalInterval(double confidence) {
        Interval one = interval(confidence);
        double times = (double) treated * periods;
        return new Interval(one.low() * times, one.high() * times, confidence);
    }

    /** Whether the regions went apart before it began: then the effect may be nothing but that. */
    public boolean drifted() {
        return drift.filter(slope -> pValue(slope) < LEVEL).isPresent();
    }

    private static double pValue(MeanDifference difference) {
        return difference.standardError() == 0
                ? (difference.estimate() == 0 ? 1 : 0)
                : 2 * TDistribution.of(difference.degreesOfFreedom()).survivalProbability(Math.abs(difference.t()));
    }
}
