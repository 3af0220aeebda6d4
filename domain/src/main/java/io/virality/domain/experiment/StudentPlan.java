package io.virality.domain.experiment;

import io.virality.domain.stats.NoncentralT;
import io.virality.domain.stats.Root;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What Student's t test of two groups of equal variance can find: Cohen, Statistical Power Analysis for the Behavioral
 * Sciences (1988), section 2.2. Effects are differences by the standard deviation of units.
 *
 * @param ratio of the units of the treatment to those of the control
 */
public record StudentPlan(double ratio, double alpha, Alternative alternative) {

    private static final double LEAST_FREEDOM = 1e-2;

    /** How likely the effect is found with so many units in the control. */
    public double power(double control, double effect) {
        double freedom = control * (1 + ratio) - 2;
        double noncentrality = effect * Math.sqrt(control * ratio / (1 + ratio));
        TDistribution central = TDistribution.of(freedom);
        NoncentralT shifted = new NoncentralT(freedom, noncentrality);
        double critical = central.inverseSurvivalProbability(alternative == Alternative.TWO_SIDED ? alpha / 2 : alpha);
        return switch (alternative) {
            case TWO_SIDED -> shifted.above(critical) + 1 - shifted.above(-critical);
            case GREATER -> shifted.above(critical);
            case LESS -> 1 - shifted.above(-critical);
        };
    }

    /** The least effect, in the direction looked for, that is found with that probability. */
    public double detectable(double control, double power) {
        double size = Root.of(effect -> power(control, sign() * effect) - power, 0, 1);
        return sign() * size;
    }

    /** How many units the control needs to find the effect with that probability: no whole number. */
    public double units(double effect, double power) {
        double least = (2 + LEAST_FREEDOM) / (1 + ratio);
        return least + Math.exp(Root.of(log -> power(least + Math.exp(log), effect) - power, 0, 5));
    }

    private double sign() {
        return alternative == Alternative.LESS ? -1 : 1;
    }
}
