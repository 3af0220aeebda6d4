package io.virality.domain.forecast;

/**
 * Where a value will lie with a stated probability.
 *
 * @param probability of each value to lie in its band
 * @param low its lower end
 * @param high its upper end
 */
public record Band(double probability, double low, double high) {

    /** The probabilities of all bands, the narrowest first. */
    static final double[] PROBABILITIES = {.5, .8, .95};
}
