package io.virality.domain.stats;

import java.util.function.DoubleUnaryOperator;

/** Where an increasing function is zero. */
public final class Root {

    private static final int DOUBLINGS = 60;

    private Root() {}

    /**
     * By bisection, to the last digit. The bracket is a guess: it is widened until it holds the root.
     *
     * @return {@code NaN} if no bracket is found
     */
    public static double of(DoubleUnaryOperator increasing, double low, double high) {
        double below = low;
        double above = high;
        for (int i = 0; i < DOUBLINGS && increasing.applyAsDouble(below) > 0; i++) {
            below -= above - below;
        }
        for (int i = 0; i < DOUBLINGS && increasing.applyAsDouble(above) < 0; i++) {
            above += above - below;
        }
        if (!(increasing.applyAsDouble(below) <= 0 && increasing.applyAsDouble(above) >= 0)) {
            return Double.NaN;
        }
        while (true) {
            double middle = below + (above - below) / 2;
            if (middle <= below || middle >= above) {
                return middle;
            }
            if (increasing.applyAsDouble(middle) < 0) {
                below = middle;
            } else {
                above = middle;
            }
        }
    }
}
