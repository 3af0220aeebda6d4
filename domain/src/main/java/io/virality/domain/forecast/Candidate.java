package io.virality.domain.forecast;

import java.util.List;

/**
 * A mixture of methods that may answer.
 *
 * @param id its name in documents
 * @param weights of each method that is tried, in their order; they sum to 1
 */
record Candidate(String id, double[] weights) {

    /** What each must beat. */
    static final String BASELINE = new LastValue().id();

    /** A method alone. */
    static Candidate of(int method, List<ForecastMethod> methods) {
        double[] weights = new double[methods.size()];
        weights[method] = 1;
        return new Candidate(methods.get(method).id(), weights);
    }

    /** Whether it needs a method. */
    boolean needs(int method) {
        return weights[method] > 0;
    }
}
