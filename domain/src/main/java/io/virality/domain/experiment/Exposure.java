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
 */
public record Exposure(String unit, String variation, Instant at, Attribute.Fields attributes) {

    /** @throws IllegalArgumentException if the unit has no name */
    public Exposure {
        requireUnit(unit);
    }

    static void requireUnit(String unit) {
        if (unit.isBlank() || unit.length() > 256) {
            throw new IllegalArgumentException("a unit's name has 1 to 256 characters, not '" + unit + "'");
        }
    }
}
