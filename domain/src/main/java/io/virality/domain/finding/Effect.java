package io.virality.domain.finding;

import io.virality.domain.stats.Estimate;
import io.virality.domain.stats.Interval;
import java.util.List;

/**
 * How much there is of what a claim says.
 *
 * @param name what is estimated
 * @param estimate how much
 * @param interval of 95 %
 * @param reference above it, the claim holds; below it, the contrary does
 * @param p the two-sided p-value of the truth being the reference
 * @param groups what it rests on
 */
public record Effect(String name, double estimate, Interval interval, double reference, double p, List<Group> groups) {

    /**
     * Some of the units.
     *
     * @param name what they are
     * @param n how many
     */
    public record Group(String name, long n) {}

    /** A copy of the groups is kept. */
    public Effect {
        groups = List.copyOf(groups);
    }

    static Effect of(String name, Estimate estimate, double reference, List<Group> groups) {
        return new Effect(
                name,
                estimate.value(),
                estimate.interval(Interval.USUAL_CONFIDENCE),
                reference,
                estimate.pValue(reference),
                groups);
    }

    /** Whether the estimate is on the claim's side. */
    boolean above() {
        return estimate > reference;
    }

    /** Whether the interval leaves out the reference. */
    boolean clear() {
        return interval.low() > reference || interval.high() < reference;
    }
}
