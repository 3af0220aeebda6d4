package io.virality.domain.experiment;

/** What two arms say about each other: an effect, or why there is none. */
public sealed interface Comparison permits Effect, Incomparable {

    /**
     * Compares an arm with the control.
     *
     * @throws IllegalArgumentException if the two are statistics of different kinds
     */
    static Comparison of(SufficientStatistics control, SufficientStatistics treatment, Difference difference) {
        return Contrast.of(control, treatment).in(difference);
    }
}
