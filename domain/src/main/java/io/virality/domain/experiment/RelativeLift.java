package io.virality.domain.experiment;

import io.virality.domain.stats.Interval;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * By what part a mean lies above the control's, by two ways: the delta method, which needs a control that is far from 0
 * for its error, and Fieller's, which holds also where it is not ("Some problems in interval estimation", Journal of the
 * Royal Statistical Society B 16 (1954)).
 */
public final class RelativeLift {

    /** From here on the baseline is weak: the delta method's interval is not to be shown alone. */
    public static final double WEAK_BASELINE = .05;

    private final double ratio;
    private final double mean;
    private final double controlVariance;
    private final double treatmentVariance;
    private final double z;
    private final double confidence;

    /**
     * A lift.
     *
     * @param control with a value that is not 0
     * @param treatment of the same kind
     * @param confidence of the intervals
     */
    public RelativeLift(SufficientStatistics control, SufficientStatistics treatment, double confidence) {
        this.mean = control.value();
        this.ratio = treatment.value() / mean;
        this.controlVariance = control.variance() / control.units();
        this.treatmentVariance = treatment.variance() / treatment.units();
        this.confidence = confidence;
        this.z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
    }

    /** How many times the control's value the treatment's is. */
    public double ratio() {
        return ratio;
    }

    /** The lift. */
    public double estimate() {
        return ratio - 1;
    }

    /** Fieller's g: how weak the baseline is. From 1 on the control's own interval holds 0. */
    public double weakness() {
        return z * z * controlVariance / (mean * mean);
    }

    /** By the delta method. */
    public Interval byDeltaMethod() {
        double width = z * Math.sqrt(treatmentVariance + ratio * ratio * controlVariance) / Math.abs(mean);
        return new Interval(estimate() - width, estimate() + width, confidence);
    }

    /** By Fieller's method; empty where the baseline is so weak that any lift may be true. */
    public Optional<Interval> byFieller() {
        double g = weakness();
        if (g >= 1) {
            return Optional.empty();
        }
        double width = z * Math.sqrt((1 - g) * treatmentVariance + ratio * ratio * controlVariance) / Math.abs(mean);
        return Optional.of(new Interval((ratio - width) / (1 - g) - 1, (ratio + width) / (1 - g) - 1, confidence));
    }
}
