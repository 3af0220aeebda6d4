package io.virality.domain.planted;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Allowed: domain that uses the mathematics library. */
public final class NormalValue {

    /** A quantile of the normal distribution. */
    public double quantile(double probability) {
        return NormalDistribution.of(0, 1).inverseCumulativeProbability(probability);
    }
}
