package io.virality.domain.planted;

import org.apache.commons.rng.UniformRandomProvider;

/** Domain that draws through a library it only has by accident. */
public final class SampledValue {

    private final UniformRandomProvider random;

    /** With a generator of that library. */
    public SampledValue(UniformRandomProvider random) {
        this.random = random;
    }

    /** A draw. */
    public double draw() {
        return random.nextDouble();
    }
}
