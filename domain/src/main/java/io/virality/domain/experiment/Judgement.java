package io.virality.domain.experiment;

import io.virality.domain.stats.Interval;

/**
 * What a test says about an effect.
 *
 * @param estimate how large it is
 * @param standardError of the estimate
 * @param interval in which the truth is claimed to lie; one end is infinite where the test looks in one direction only
 * @param p how likely an estimate so far out would be if there were no effect
 */
public record Judgement(double estimate, double standardError, Interval interval, double p) {

    /** The same in other terms, of which one is as much as {@code 1 / factor} of these, with a factor above 0. */
    public Judgement times(double factor) {
        return new Judgement(
                estimate * factor,
                standardError * factor,
                new Interval(interval.low() * factor, interval.high() * factor, interval.confidence()),
                p);
    }
}
