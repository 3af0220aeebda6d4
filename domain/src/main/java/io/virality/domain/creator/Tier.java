package io.virality.domain.creator;

/**
 * A size class of creators.
 *
 * @param name for example {@code micro}
 * @param fewest the least number of followers, inclusive
 */
public record Tier(String name, long fewest) {

    /** @throws IllegalArgumentException if the name is blank or the edge negative */
    public Tier {
        if (name.isBlank() || fewest < 0) {
            throw new IllegalArgumentException("not a tier: '" + name + "' from " + fewest);
        }
    }
}
