package io.virality.domain.experiment;

import java.util.regex.Pattern;

/**
 * One of the alternatives that an experiment compares.
 *
 * @param key by which exposures name it: 1 to 64 letters, digits and {@code . _ : -}
 * @param name for people
 * @param weight its share of the units that take part, above 0
 */
public record Variation(String key, String name, double weight) {

    /** What keys look like, those of experiments and metrics too. */
    static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

    /** @throws IllegalArgumentException if the key or the weight cannot be */
    public Variation {
        requireKey("a variation's key", key);
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException(
                    "the weight of variation '" + key + "' must be above 0 and at most 1, not " + weight);
        }
    }

    static void requireKey(String what, String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    what + " consists of 1 to 64 letters, digits and . _ : -, not '" + key + "'");
        }
    }
}
