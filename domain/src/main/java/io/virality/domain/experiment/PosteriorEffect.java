package io.virality.domain.experiment;

import io.virality.domain.stats.Interval;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What is believed of an effect after the experiment: normal, as are the estimate and what was believed before (Gelman et
 * al., Bayesian Data Analysis, 3rd edition, section 2.5).
 *
 * @param mean what is most likely
 * @param deviation how unsure that is
 */
public record PosteriorEffect(double mean, double deviation) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * What was believed before, on the relative scale.
     *
     * @param mean what was most likely
     * @param variance how unsure that was
     */
    public record Prior(double mean, double variance) {

        /** Nothing was believed. */
        public static final Prior FLAT = new Prior(0, Double.POSITIVE_INFINITY);

        /** @throws IllegalArgumentException if the variance is not above 0 */
        public Prior {
            if (!(variance > 0)) {
                throw new IllegalArgumentException("not a variance: " + variance);
            }
        }
    }

    /** What is believed after an effect was seen. */
    public static PosteriorEffect of(Effect effect, Prior prior) {
        double scale = effect.scaleOfRelative();
        double seen = 1 / (effect.standardError() * effect.standardError());
        double before = 1 / (prior.variance() * scale * scale);
        double precision = seen + before;
        double mean = (effect.estimate() * seen + prior.mean() * scale * before) / precision;
        return new PosteriorEffect(mean, Math.sqrt(1 / precision));
    }

    /**
     * What an interval of an estimate says where nothing was believed before.
     *
     * @param estimate in the interval
     * @param interval around it; one end may be infinite
     */
    public static PosteriorEffect ofInterval(double estimate, Interval interval) {
        boolean twoSided = Double.isFinite(interval.low()) && Double.isFinite(interval.high());
        double tail = (1 - interval.confidence()) / (twoSided ? 2 : 1);
        double width = twoSided
                ? (interval.high() - interval.low()) / 2
                : Math.min(interval.high() - estimate, estimate - interval.low());
        return new PosteriorEffect(estimate, width / NORMAL.inverseSurvivalProbability(tail));
    }

    /** The chance that the treatment lies above the control. */
    public double chanceAbove() {
        return NORMAL.cumulativeProbability(mean / deviation);
    }

    /** The chance that it lies below. */
    public double chanceBelow() {
        return NORMAL.survivalProbability(mean / deviation);
    }

    /** How much is lost, on average, by taking the treatment where more is better: where less is, by the control. */
    public double lossAbove() {
        double z = mean / deviation;
        return deviation * NORMAL.density(z) - mean * NORMAL.survivalProbability(z);
    }

    /** How much is lost, on average, by keeping the control where more is better: where less is, by the treatment. */
    public double lossBelow() {
        double z = mean / deviation;
        return deviation * NORMAL.density(z) + mean * NORMAL.cumulativeProbability(z);
    }

    /** In which the truth lies with that probability. */
    public Interval interval(double confidence) {
        double width = NORMAL.inverseSurvivalProbability((1 - confidence) / 2) * deviation;
        return new Interval(mean - width, mean + width, confidence);
    }
}
