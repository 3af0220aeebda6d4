package io.virality.domain.marketplace;

import java.util.Locale;

/**
 * Who advertises.
 *
 * @param name without blanks around it; brands whose names differ in case alone are the same
 */
public record Brand(String name) {

    private static final int LONGEST = 200;

    /** @throws IllegalArgumentException if the name is blank or too long */
    public Brand {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new IllegalArgumentException("not a brand: " + name);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Brand brand && name.equalsIgnoreCase(brand.name);
    }

    @Override
    public int hashCode() {
        return name.toLowerCase(Locale.ROOT).hashCode();
    }
}
