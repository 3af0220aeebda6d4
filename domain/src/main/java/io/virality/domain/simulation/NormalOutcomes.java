package io.virality.domain.simulation;

import io.virality.domain.experiment.Metric;
import java.util.SplittableRandom;

/**
 * Means and ratios. Units are alike by a normal part that they share; of log-normal values the shared part is chosen so that
 * the values themselves have the stated correlation, not their logarithms.
 */
final class NormalOutcomes implements Outcomes {

    /** Of what is below the line: log-normal, as views are. */
    private static final double MEAN_BELOW = 10;

    private static final double SPREAD_BELOW = .5;

    private final Shape.Outcome outcome;
    private final SplittableRandom random;
    private final double logVariance;
    private final double likeCluster;
    private final double likeBefore;
    private final double[] unit;
    private double ofCluster;

    NormalOutcomes(Shape shape, SplittableRandom random) {
        this.outcome = shape.outcome();
        this.random = random;
        double variation = outcome.deviation() / outcome.mean();
        this.logVariance = Math.log1p(variation * variation);
        this.likeCluster = Math.sqrt(normal(shape.clusters().correlation()));
        this.likeBefore = normal(outcome.correlation());
        this.unit = new double[(outcome.kind() == Metric.Kind.RATIO ? 2 : 1) * (outcome.adjusted() ? 2 : 1)];
    }

    /** The correlation that the normal parts must have for the values to have this one. */
    private double normal(double correlation) {
        return outcome.skewed() ? Math.log1p(correlation * Math.expm1(logVariance)) / logVariance : correlation;
    }

    @Override
    public void nextCluster() {
        ofCluster = random.nextGaussian();
    }

    @Override
    public double[] next(double effect) {
        double now = alike(likeCluster, ofCluster);
        int next = measure(0, now, effect);
        if (outcome.adjusted()) {
            measure(next, alike(likeBefore, now), 0);
        }
        return unit;
    }

    private double alike(double correlation, double original) {
        return correlation * original + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
    }

    private int measure(int place, double normal, double effect) {
        double mean = outcome.mean() * (1 + effect);
        if (outcome.skewed()) {
            unit[place] = logNormal(mean, logVariance, normal);
            return place + 1;
        }
        double value = mean + outcome.deviation() * normal;
        if (outcome.kind() != Metric.Kind.RATIO) {
            unit[place] = value;
            return place + 1;
        }
        double below = logNormal(MEAN_BELOW, SPREAD_BELOW * SPREAD_BELOW, random.nextGaussian());
        unit[place] = below * value;
        unit[place + 1] = below;
        return place + 2;
    }

    private static double logNormal(double mean, double logVariance, double normal) {
        return mean * Math.exp(Math.sqrt(logVariance) * normal - logVariance / 2);
    }
}
