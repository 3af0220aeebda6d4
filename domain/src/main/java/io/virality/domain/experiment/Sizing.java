package io.virality.domain.experiment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How large an experiment must be, or what it finds as large as it is: each variation against the control, the smallest of
 * them deciding. With several of them the error rate is shared out (Bonferroni), as each may be found by chance.
 *
 * @param baseline what is known of the metric
 * @param weights of the variations, the control first
 * @param alpha how often an effect may be found where there is none
 * @param power how likely the effect is to be found where there is one
 * @param alternative what is looked for
 * @param tuning of a test that is always valid; empty for one at a fixed end
 * @param clusters if whole clusters are dealt; units are still single ones
 */
public record Sizing(
        Baseline baseline,
        List<Double> weights,
        double alpha,
        double power,
        Alternative alternative,
        OptionalDouble tuning,
        Optional<DesignEffect> clusters) {

    /** The chance of finding an effect that is usually asked for. */
    public static final double USUAL_POWER = .8;

    /** @throws IllegalArgumentException if a number is out of its range */
    public Sizing {
        weights = List.copyOf(weights);
        if (weights.size() < 2 || weights.stream().anyMatch(weight -> !(weight > 0))) {
            throw new IllegalArgumentException("at least two variations need weights above 0, not " + weights);
        }
        if (!(alpha > 0 && alpha < .5)) {
            throw new IllegalArgumentException("alpha must lie between 0 and .5, not at " + alpha);
        }
        if (!(power > alpha && power < 1)) {
            throw new IllegalArgumentException("the power must lie between alpha and 1, not at " + power);
        }
        if (!(baseline.variance() > 0)) {
            throw new IllegalArgumentException("a metric that does not vary needs no experiment");
        }
        clusters.ifPresent(effect -> {
            if (!(effect.meanSize() >= 1
                    && effect.variation() >= 0
                    && effect.correlation() >= 0
                    && effect.correlation() <= 1)) {
                throw new IllegalArgumentException("no clusters are like " + effect);
            }
        });
    }

    /** The error rate of each comparison with the control. */
    public double alphaEach() {
        return alpha / (weights.size() - 1);
    }

    /** By how much more units are needed because clusters are dealt; 1 if they are not. */
    public double designEffect() {
        return clusters.map(DesignEffect::factor).orElse(1.0);
    }

    /** The units of all variations together that find a lift; empty if no number of them does. */
    public OptionalDouble units(double lift) {
        return plan().enough(usable(), sizes(1), lift, power);
    }

    /** The least lift that so many units find; empty if there is none. */
    public OptionalDouble detectable(double units) {
        return plan().detectable(usable(), sizes(units), power);
    }

    /** How likely so many units find a lift. */
    public double power(double units, double lift) {
        return plan().power(usable(), sizes(units), lift);
    }

    /** The share of each variation. */
    public List<Double> shares() {
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        return weights.stream().map(weight -> weight / sum).toList();
    }

    private Plan plan() {
        return new Plan.Tested(alphaEach(), alternative, tuning);
    }

    private Baseline usable() {
        return clusters.map(baseline::clustered).orElse(baseline);
    }

    private Sizes sizes(double units) {
        List<Double> shares = shares();
        double smallest =
                shares.stream().skip(1).mapToDouble(Double::doubleValue).min().orElseThrow();
        return new Sizes(units * shares.get(0), units * smallest);
    }
}
