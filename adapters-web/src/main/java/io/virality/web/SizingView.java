package io.virality.web;

import io.virality.application.experiment.PlanExperiment;
import io.virality.domain.experiment.Alternative;
import io.virality.domain.experiment.AnalysisPlan;
import io.virality.domain.experiment.Baseline;
import io.virality.domain.experiment.ConfidenceSequence;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.DesignEffect;
import io.virality.domain.experiment.Sizing;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A question about the size of an experiment. {@code rate} for a proportion; {@code mean} and {@code deviation} for a mean,
 * or for a ratio: the deviation is then that of a unit's numerator less the ratio times its denominator, by the mean
 * denominator.
 */
record SizingView(
        OptionalDouble rate,
        OptionalDouble mean,
        OptionalDouble deviation,
        Optional<List<Double>> weights,
        OptionalLong variations,
        OptionalDouble alpha,
        OptionalDouble power,
        Optional<String> alternative,
        Optional<Boolean> sequential,
        OptionalDouble tuning,
        OptionalDouble clusterSize,
        OptionalDouble clusterVariation,
        OptionalDouble clusterCorrelation,
        OptionalDouble lift,
        OptionalDouble units,
        OptionalDouble unitsPerDay,
        OptionalDouble days) {

    PlanExperiment.Request request() {
        return new PlanExperiment.Request(this::sizing, lift, units, unitsPerDay, days);
    }

    private Sizing sizing() {
        boolean peeking = sequential.orElse(tuning.isPresent());
        return new Sizing(
                baseline(),
                weights.orElseGet(
                        () -> Collections.nCopies((int) Math.min(variations.orElse(2), Design.MOST_VARIATIONS), 1.0)),
                alpha.orElse(AnalysisPlan.USUAL_ALPHA),
                power.orElse(Sizing.USUAL_POWER),
                alternative
                        .map(text -> DesignView.constant(Alternative.class, "alternative", text))
                        .orElse(Alternative.TWO_SIDED),
                peeking ? OptionalDouble.of(tuning.orElse(ConfidenceSequence.USUAL_TUNING)) : OptionalDouble.empty(),
                clusterSize.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new DesignEffect(
                                clusterSize.getAsDouble(),
                                clusterVariation.orElse(0),
                                clusterCorrelation.orElseThrow(() -> new IllegalArgumentException(
                                        "clusters need their correlation: how alike two units of one are")))));
    }

    private List<Double> alike() {
        long number = variations.orElse(2);
        if (number < 2 || number > Design.MOST_VARIATIONS) {
            throw new IllegalArgumentException(
                    "an experiment compares 2 to " + Design.MOST_VARIATIONS + " variations, not " + number);
        }
        return Collections.nCopies((int) number, 1.0);
    }

    private Baseline baseline() {
        if (rate.isPresent()) {
            if (mean.isPresent() || deviation.isPresent()) {
                throw new IllegalArgumentException("a rate stands alone, without a mean and a deviation");
            }
            if (!(rate.getAsDouble() > 0 && rate.getAsDouble() < 1)) {
                throw new IllegalArgumentException("a rate lies between 0 and 1, not at " + rate.getAsDouble());
            }
            return Baseline.ofProportion(rate.getAsDouble());
        }
        if (mean.isEmpty() || deviation.isEmpty()) {
            throw new IllegalArgumentException("say the control's rate, or its mean and deviation");
        }
        return Baseline.ofMean(mean.getAsDouble(), deviation.getAsDouble());
    }
}
