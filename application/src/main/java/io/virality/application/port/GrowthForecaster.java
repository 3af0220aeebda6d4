package io.virality.application.port;

import io.virality.domain.forecast.GrowthLearner;

/** Learns how creators grow, from what is known of all of them. */
public interface GrowthForecaster {

    /**
     * What was learnt.
     *
     * @param payload what the forecaster needs to use it
     * @param provenance what the library says of how it was made
     */
    record Learnt(byte[] payload, String provenance) {}

    /**
     * Learns; equal rows, growths and seeds give equal forecasts.
     *
     * @param rows what was known of creators, at least one, all finite
     * @param growth how each grew
     */
    Learnt learn(double[][] rows, double[] growth, long seed);

    /**
     * How creators will grow.
     *
     * @param payload of what was learnt
     * @param rows what is known of each
     * @throws io.virality.application.Failure {@code INTERNAL} if the payload is not one
     */
    double[] forecast(byte[] payload, double[][] rows);

    /** One that learns with a seed. */
    default GrowthLearner learner(long seed) {
        return (rows, growth) -> {
            byte[] payload = learn(rows, growth, seed).payload();
            return unknown -> forecast(payload, unknown);
        };
    }

    /** Which library of which version learns. */
    String library();
}
