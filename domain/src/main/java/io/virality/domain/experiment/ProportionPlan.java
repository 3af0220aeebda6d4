package io.virality.domain.experiment;

import io.virality.domain.stats.Normal;
import io.virality.domain.stats.Root;

/**
 * How many units each of two equal arms needs to tell two shares apart. The textbooks differ, by what they take for the
 * variance where there is no effect; we use {@link #unpooled()}, as an effect is judged by the variances of both arms.
 *
 * @param from the control's share
 * @param to the treatment's share
 */
public record ProportionPlan(double from, double to, double alpha, Alternative alternative, double power) {

    private double zAlpha() {
        return Normal.exceeded(twoSided() ? alpha / 2 : alpha);
    }

    private boolean twoSided() {
        return alternative == Alternative.TWO_SIDED;
    }

    private double zPower() {
        return Normal.exceeded(1 - power);
    }

    /** Cohen's h: the difference on the scale on which all shares vary alike. */
    public double h() {
        return 2 * Math.asin(Math.sqrt(to)) - 2 * Math.asin(Math.sqrt(from));
    }

    /** On the scale of h: Cohen, Statistical Power Analysis for the Behavioral Sciences (1988), chapter 6. */
    public double arcsine() {
        double distance =
                Root.of(z -> Normal.above(zAlpha() - z) + (twoSided() ? Normal.below(-zAlpha() - z) : 0) - power, 0, 5);
        return 2 * Math.pow(distance / h(), 2);
    }

    /** By the variances of both arms. */
    public double unpooled() {
        return Math.pow((zAlpha() + zPower()) / (to - from), 2) * variances();
    }

    /** By the pooled variance where there is no effect: Fleiss, Statistical Methods for Rates and Proportions, chapter 4. */
    public double pooled() {
        double mean = (from + to) / 2;
        double z = zAlpha() * Math.sqrt(2 * mean * (1 - mean)) + zPower() * Math.sqrt(variances());
        return Math.pow(z / (to - from), 2);
    }

    private double variances() {
        return from * (1 - from) + to * (1 - to);
    }
}
