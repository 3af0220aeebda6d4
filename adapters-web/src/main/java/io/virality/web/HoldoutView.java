package io.virality.web;

import io.virality.domain.creator.Origin;
import io.virality.domain.efficiency.Returns;
import io.virality.domain.experiment.DifferenceInDifferences;
import io.virality.domain.experiment.Holdout;
import io.virality.domain.experiment.SyntheticControl;
import io.virality.domain.stats.Interval;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a comparison of regions is shown. {@code total} is in all treated regions and all periods, {@code effect} in one of
 * each; {@code driftedBefore} tells that the regions went apart before it began.
 */
record HoldoutView(
        double total,
        double totalLow,
        double totalHigh,
        double effect,
        double low,
        double high,
        double confidence,
        double pValue,
        int treated,
        int control,
        int periods,
        boolean driftedBefore,
        String strength,
        String basis,
        Optional<SyntheticControlView> synthetic,
        Optional<String> syntheticMissing,
        Origin data) {

    static HoldoutView of(Holdout holdout, boolean drawn, boolean simulated) {
        DifferenceInDifferences difference = holdout.difference();
        Interval one = difference.interval(Interval.USUAL_CONFIDENCE);
        Interval all = difference.totalInterval(Interval.USUAL_CONFIDENCE);
        Returns.Number incremental = Returns.incremental(difference, drawn);
        return new HoldoutView(
                difference.total(),
                all.low(),
                all.high(),
                difference.effect().estimate(),
                one.low(),
                one.high(),
                one.confidence(),
                difference.pValue(),
                difference.treated(),
                difference.control(),
                difference.periods(),
                difference.drifted(),
                incremental.strength().words(),
                incremental.basis(),
                holdout.synthetic().map(control -> SyntheticControlView.of(control, holdout.untouched(), drawn)),
                holdout.missing(),
                simulated ? Origin.SIMULATED : Origin.REAL);
    }

    /** {@code gaps} since it began, period by period, of a treated region; {@code fitBefore} is their usual size before. */
    record SyntheticControlView(
            double total,
            double effect,
            List<Double> gaps,
            double fitBefore,
            double level,
            double pValue,
            double smallestPValue,
            List<RegionWeightView> weights,
            String strength,
            String basis) {

        static SyntheticControlView of(SyntheticControl control, List<String> names, boolean drawn) {
            Returns.Number incremental = Returns.incremental(control, drawn);
            return new SyntheticControlView(
                    control.total(),
                    control.effect(),
                    control.gaps(),
                    control.fitBefore(),
                    control.level(),
                    control.pValue(),
                    control.smallestPValue(),
                    IntStream.range(0, names.size())
                            .filter(i -> control.weights().get(i) > 0)
                            .mapToObj(i -> new RegionWeightView(
                                    names.get(i), control.weights().get(i)))
                            .toList(),
                    incremental.strength().words(),
                    incremental.basis());
        }
    }

    record RegionWeightView(String region, double weight) {}
}
