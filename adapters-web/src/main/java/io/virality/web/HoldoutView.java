package io.virality.web;

import io.virality.domain.creator.Origin;
import io.virality.domain.efficiency.Returns;
import io.virality.domain.experiment.DifferenceInDifferences;
import io.virality.domain.stats.Interval;

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
        Origin data) {

    static HoldoutView of(DifferenceInDifferences difference, boolean drawn, boolean simulated) {
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
                simulated ? Origin.SIMULATED : Origin.REAL);
    }
}
