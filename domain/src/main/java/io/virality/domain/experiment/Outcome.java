package io.virality.domain.experiment;

import java.time.Instant;

/**
 * Something that happened with a unit. Told again with the same unit, name, time and id, it is corrected.
 *
 * @param unit which one
 * @param name what it was
 * @param at when
 * @param id tells apart what happens at once; may be empty
 * @param value how much of it
 */
public record Outcome(String unit, String name, Instant at, String id, double value) {

    /** @throws IllegalArgumentException if the unit or the outcome has no name, or the value is no number */
    public Outcome {
        Exposure.requireUnit(unit);
        Variation.requireKey("an outcome's name", name);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the value of an outcome must be a number, not " + value);
        }
    }
}
