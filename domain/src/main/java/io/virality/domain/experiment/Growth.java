package io.virality.domain.experiment;

import io.virality.domain.stats.Root;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** By how much something must grow until it is enough. */
final class Growth {

    /** Nothing is found with hardly any unit. */
    static final double LEAST = 1e-9;

    private static final int DOUBLINGS = 27;

    private Growth() {}

    /** Where a function that grows from the least on crosses 0; the least if it has before; empty beyond 2²⁷. */
    static OptionalDouble until(DoubleUnaryOperator growing, double least) {
        if (growing.applyAsDouble(least) > 0) {
            return OptionalDouble.of(least);
        }
        double factor = 1;
        for (int i = 0; i < DOUBLINGS && growing.applyAsDouble(factor) < 0; i++) {
            factor *= 2;
        }
        return growing.applyAsDouble(factor) < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Root.of(growing, least, factor));
    }
}
