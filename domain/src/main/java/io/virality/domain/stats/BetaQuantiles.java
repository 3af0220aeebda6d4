package io.virality.domain.stats;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Many quantiles of one Beta distribution. Against the normal deviate of its probability a quantile lies on a curve that is
 * nearly straight: so few are computed, and those between them by cubic interpolation, which is off by less than 1e-8 of
 * the distribution's range.
 */
final class BetaQuantiles implements DoubleUnaryOperator {

    /** With smaller shapes the curve bends more, and a quantile costs less. */
    private static final double SMALLEST_SHAPE = 50;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double STEP = .125;
    private static final int STEPS_EACH_SIDE = 32;

    private final BetaDistribution distribution;
    private final double[] knots = new double[2 * STEPS_EACH_SIDE + 1];

    private BetaQuantiles(BetaDistribution distribution) {
        this.distribution = distribution;
        for (int i = 0; i < knots.length; i++) {
            double deviate = (i - STEPS_EACH_SIDE) * STEP;
            knots[i] = distribution.inverseCumulativeProbability(NORMAL.cumulativeProbability(deviate));
        }
    }

    /** The quantile by probability. */
    static DoubleUnaryOperator of(double alpha, double beta) {
        BetaDistribution distribution = BetaDistribution.of(alpha, beta);
        return Math.min(alpha, beta) < SMALLEST_SHAPE
                ? distribution::inverseCumulativeProbability
                : new BetaQuantiles(distribution);
    }

    @Override
    public double applyAsDouble(double probability) {
        double place = NORMAL.inverseCumulativeProbability(probability) / STEP + STEPS_EACH_SIDE;
        int below = (int) Math.floor(place);
        if (below < 1 || below > knots.length - 3) {
            return distribution.inverseCumulativeProbability(probability);
        }
        double t = place - below;
        return -t * (t - 1) * (t - 2) / 6 * knots[below - 1]
                + (t + 1) * (t - 1) * (t - 2) / 2 * knots[below]
                - (t + 1) * t * (t - 2) / 2 * knots[below + 1]
                + (t + 1) * t * (t - 1) / 6 * knots[below + 2];
    }
}
