package io.virality.domain.stats;

/**
 * A range that a method claims to cover the truth with a stated probability.
 *
 * @param low its lower end
 * @param high its upper end, not below the lower
 * @param confidence the claimed probability, between 0 and 1
 */
public record Interval(double low, double high, double confidence) {

    /** The confidence used unless something else is asked for. */
    public static final double USUAL_CONFIDENCE = .95;

    /** @throws IllegalArgumentException if the ends are out of order or not numbers, or the confidence is impossible */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("not an interval: " + low + " to " + high);
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("not a confidence: " + confidence);
        }
    }
}
