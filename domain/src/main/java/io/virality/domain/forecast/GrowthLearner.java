package io.virality.domain.forecast;

/** Learns how creators grow. */
@FunctionalInterface
public interface GrowthLearner {

    /**
     * Learns.
     *
     * @param rows what was known of each creator, all finite
     * @param growth how it grew
     */
    Predictor learn(double[][] rows, double[] growth);

    /** Tells how creators will grow. */
    @FunctionalInterface
    interface Predictor {

        /** A growth a row. */
        double[] predict(double[][] rows);
    }
}
