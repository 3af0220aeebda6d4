package io.virality.domain.stats;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Effects in several groups, such as tiers or regions: what they have in common, whether they differ, and what is left of
 * each when it is drawn towards the rest. Fixed and random effects by DerSimonian and Laird, "Meta-analysis in clinical
 * trials", Controlled Clinical Trials 7 (1986); shrinkage by empirical Bayes (Efron and Morris, JASA 70 (1975)).
 */
public final class PooledEffects {

    private final double[] effects;
    private final double[] errors;
    private final double fixed;
    private final double q;
    private final double between;
    private final double random;

    /**
     * Effects with their standard errors, which are above 0; at least one.
     *
     * @throws IllegalArgumentException if there is none, or not an error for each
     */
    public PooledEffects(double[] effects, double[] errors) {
        if (effects.length == 0
                || errors.length != effects.length
                || Arrays.stream(errors).anyMatch(e -> !(e > 0))) {
            throw new IllegalArgumentException(
                    "no effects with errors: " + Arrays.toString(effects) + ", " + Arrays.toString(errors));
        }
        this.effects = effects.clone();
        this.errors = errors.clone();
        this.fixed = weighted(0);
        this.q = sum(0, weight -> weight, effect -> (effect - fixed) * (effect - fixed));
        double weights = sum(0, weight -> weight, effect -> 1);
        double squares = sum(0, weight -> weight * weight, effect -> 1);
        double spread = weights - squares / weights;
        this.between = spread > 0 ? Math.max(0, (q - freedom()) / spread) : 0;
        this.random = weighted(between);
    }

    private double sum(double more, DoubleUnaryOperator ofWeight, DoubleUnaryOperator ofEffect) {
        return IntStream.range(0, effects.length)
                .mapToDouble(i ->
                        ofWeight.applyAsDouble(1 / (errors[i] * errors[i] + more)) * ofEffect.applyAsDouble(effects[i]))
                .sum();
    }

    private double weighted(double more) {
        return sum(more, weight -> weight, effect -> effect) / sum(more, weight -> weight, effect -> 1);
    }

    /** The common effect, if there is one. */
    public double fixed() {
        return fixed;
    }

    /** The standard error of the common effect. */
    public double fixedError() {
        return 1 / Math.sqrt(sum(0, weight -> weight, effect -> 1));
    }

    /** Cochran's Q: how far the effects lie apart. */
    public double q() {
        return q;
    }

    /** The degrees of freedom of Q. */
    public int freedom() {
        return effects.length - 1;
    }

    /** The p-value against all effects being the same; 1 for a single one. */
    public double pValue() {
        return freedom() == 0 ? 1 : ChiSquaredDistribution.of(freedom()).survivalProbability(q);
    }

    /** I²: the share of the effects' variance that is not chance. */
    public double inconsistency() {
        return q > 0 ? Math.max(0, (q - freedom()) / q) : 0;
    }

    /** τ²: the variance of the true effects. */
    public double between() {
        return between;
    }

    /** The mean of the true effects. */
    public double random() {
        return random;
    }

    /** The standard error of the mean of the true effects. */
    public double randomError() {
        return 1 / Math.sqrt(sum(between, weight -> weight, effect -> 1));
    }

    /** Each effect, drawn towards the mean by as much as it is unsure. */
    public double[] shrunk() {
        return IntStream.range(0, effects.length)
                .mapToDouble(i -> {
                    double variance = errors[i] * errors[i];
                    return (between * effects[i] + variance * random) / (between + variance);
                })
                .toArray();
    }
}
