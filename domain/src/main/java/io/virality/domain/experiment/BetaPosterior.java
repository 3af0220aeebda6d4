package io.virality.domain.experiment;

import io.virality.domain.stats.Interval;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * What is believed of a share after its successes were counted: right for counts of any size, where a normal effect needs
 * many (Gelman et al., Bayesian Data Analysis, 3rd edition, section 2.4).
 *
 * @param alpha successes, with those believed in before
 * @param beta failures, with those believed in before
 */
public record BetaPosterior(double alpha, double beta) {

    /** The distributions' tails beyond are nothing. */
    private static final double TAIL = 1e-17;

    /** Even, for Simpson's rule; between two places where something changes, at most some forty deviations apart. */
    private static final int STEPS = 400;

    /** @throws IllegalArgumentException if a number is not positive */
    public BetaPosterior {
        if (!(alpha > 0 && beta > 0)) {
            throw new IllegalArgumentException("not a belief: " + alpha + ", " + beta);
        }
    }

    /** What is believed after that many units, of which this was believed before. */
    public BetaPosterior after(double successes, double units) {
        return new BetaPosterior(alpha + successes, beta + units - successes);
    }

    /** The share that is expected. */
    public double mean() {
        return alpha / (alpha + beta);
    }

    /** In which the share lies with that probability, and as likely below as above. */
    public Interval interval(double confidence) {
        BetaDistribution share = BetaDistribution.of(alpha, beta);
        double tail = (1 - confidence) / 2;
        return new Interval(
                share.inverseCumulativeProbability(tail), share.inverseSurvivalProbability(tail), confidence);
    }

    /** The chance that this share is the larger one. */
    public double chanceAbove(BetaPosterior other) {
        BetaDistribution own = BetaDistribution.of(alpha, beta);
        BetaDistribution others = BetaDistribution.of(other.alpha, other.beta);
        return integral(other, x -> own.density(x) * others.cumulativeProbability(x));
    }

    /** How much is lost, on average, by taking this share's arm: by how much the other one is larger, where it is. */
    public double expectedLoss(BetaPosterior other) {
        BetaDistribution own = BetaDistribution.of(alpha, beta);
        BetaDistribution others = BetaDistribution.of(other.alpha, other.beta);
        return integral(other, x -> own.cumulativeProbability(x) * others.survivalProbability(x));
    }

    /** Over all shares, where only those between the outermost tails count. */
    private double integral(BetaPosterior other, DoubleUnaryOperator function) {
        BetaDistribution own = BetaDistribution.of(alpha, beta);
        BetaDistribution others = BetaDistribution.of(other.alpha, other.beta);
        double[] ends = {
            own.inverseCumulativeProbability(TAIL),
            own.inverseSurvivalProbability(TAIL),
            others.inverseCumulativeProbability(TAIL),
            others.inverseSurvivalProbability(TAIL)
        };
        Arrays.sort(ends);
        double sum = 0;
        for (int i = 1; i < ends.length; i++) {
            sum += simpson(angle(ends[i - 1]), angle(ends[i]), function);
        }
        return sum;
    }

    /** In x = sin²θ, where densities of half a success stay finite. */
    private static double angle(double share) {
        return Math.asin(Math.sqrt(share));
    }

    private static double simpson(double from, double to, DoubleUnaryOperator function) {
        double step = (to - from) / STEPS;
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double theta = from + i * step;
            double sine = Math.sin(theta);
            double cosine = Math.cos(theta);
            double weight = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
            double width = 2 * sine * cosine;
            sum += width == 0 ? 0 : weight * width * function.applyAsDouble(sine * sine);
        }
        return sum * step / 3;
    }
}
