package io.virality.domain.experiment;

import io.virality.domain.assignment.Attribute;
import java.time.Instant;

/**
 * A unit met a variation.
 *
 * @param unit which one
 * @param variation the variation's key
 * @param at when
 * @param attributes what is known of the unit at that time, such as its tier or region
 * @param several whether it is known to have met another variation, too
 */
public record Exposure(String unit, String variation, Instant at, Attribute.Fields attributes, boolean several) {

    /** @throws IllegalArgumentException if the unit has no name */
    public Exposure {
        requireUnit(unit);
    }

    /** Of a unit of which nothing else is known. */
    public Exposure(String unit, String variation, Instant at, Attribute.Fields attributes) {
        this(unit, variation, at, attributes, false);
    }

    static void requireUnit(String unit) {
        if (unit.isBlank() || unit.length() > 256) {
            throw new IllegalArgumentException("a unit's name has 1 to 256 characters, not '" + unit + "'");
        }
    }
}
