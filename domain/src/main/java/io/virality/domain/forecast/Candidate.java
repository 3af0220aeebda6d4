package io.virality.domain.forecast;

/**
 * A mixture of methods that may answer.
 *
 * @param id its name in documents
 * @param weights of each method, in the order of {@link ForecastMethod#ALL}; they sum to 1
 */
record Candidate(String id, double[] weights) {

    /** What each must beat. */
    static final String BASELINE = new LastValue().id();

    /** A method alone. */
    static Candidate of(int method) {
        double[] weights = new double[ForecastMethod.ALL.size()];
        weights[method] = 1;
        return new Candidate(ForecastMethod.ALL.get(method).id(), weights);
    }

    /** Whether it needs a method. */
    boolean needs(int method) {
        return weights[method] > 0;
    }
}
