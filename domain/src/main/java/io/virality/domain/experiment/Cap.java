package io.virality.domain.experiment;

import io.virality.domain.stats.Sample;
import java.util.Arrays;

/**
 * A value that no unit's metric exceeds: higher ones count as if they were it (winsorising). It is found over all arms
 * together, so that it cannot make a difference between them.
 */
public record Cap(double value) {

    /**
     * The cap at a quantile of all units' values.
     *
     * @param probability of the quantile, for example .999
     * @param overNonZero whether only values other than 0 are looked at
     */
    public static Cap atQuantile(double probability, boolean overNonZero, double... values) {
        double[] counted =
                overNonZero ? Arrays.stream(values).filter(value -> value != 0).toArray() : values;
        return new Cap(
                counted.length == 0
                        ? Double.POSITIVE_INFINITY
                        : Sample.of(counted).quantile(probability));
    }

    /** What a value counts as. */
    public double of(double metric) {
        return Math.min(metric, value);
    }

    /** Whether a value is cut. */
    public boolean cuts(double metric) {
        return metric > value;
    }
}
