package io.virality.domain.simulation;

import io.virality.domain.experiment.Metric;
import java.util.SplittableRandom;

/**
 * Shares and counts. Units become alike by copying, which keeps their distribution and gives exactly the stated correlation
 * (Lunn and Davies, "A note on generating correlated binary variables", Biometrika 85 (1998)): each copies its cluster with
 * a probability whose square is that correlation, and before was what is now with a probability that is.
 */
final class CopiedOutcomes implements Outcomes {

    private final Shape.Outcome outcome;
    private final double likeCluster;
    private final SplittableRandom random;
    private final double[] unit;
    private double ofCluster;

    CopiedOutcomes(Shape shape, SplittableRandom random) {
        this.outcome = shape.outcome();
        this.likeCluster = Math.sqrt(shape.clusters().correlation());
        this.random = random;
        this.unit = new double[outcome.adjusted() ? 2 : 1];
    }

    @Override
    public void nextCluster() {
        ofCluster = random.nextDouble();
    }

    @Override
    public double[] next(double effect) {
        double now = copied(likeCluster, ofCluster);
        unit[0] = quantile(now, outcome.mean() * (1 + effect));
        if (outcome.adjusted()) {
            unit[1] = quantile(copied(outcome.correlation(), now), outcome.mean());
        }
        return unit;
    }

    private double copied(double probability, double original) {
        return probability > 0 && random.nextDouble() < probability ? original : random.nextDouble();
    }

    private double quantile(double probability, double mean) {
        if (outcome.kind() == Metric.Kind.PROPORTION) {
            return probability < mean ? 1 : 0;
        }
        double density = Math.exp(-mean);
        double below = density;
        int count = 0;
        // The density ends the search where rounding keeps the sum from ever reaching a probability next to 1.
        while (probability >= below && density > 0) {
            count++;
            density *= mean / count;
            below += density;
        }
        return count;
    }
}
