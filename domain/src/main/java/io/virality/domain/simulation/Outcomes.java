package io.virality.domain.simulation;

import io.virality.domain.experiment.Metric;
import java.util.SplittableRandom;

/** Draws what is measured of units, one after the other. */
interface Outcomes {

    /** The next units belong to another cluster. */
    void nextCluster();

    /**
     * The values of the next unit, in an array that is used again: what is above the line and, of ratios, below; then the
     * same from before, if there is such.
     */
    double[] next(double effect);

    static Outcomes of(Shape shape, SplittableRandom random) {
        Metric.Kind kind = shape.outcome().kind();
        return kind == Metric.Kind.PROPORTION || kind == Metric.Kind.COUNT
                ? new CopiedOutcomes(shape, random)
                : new NormalOutcomes(shape, random);
    }
}
