package io.virality.domain.creator;

import java.util.Locale;

/**
 * A creator's name on a platform, without {@code @}, in lower case. It may change over time.
 *
 * @param platform where the name is used
 * @param name valid by the platform's rule
 */
public record Handle(Platform platform, String name) {

    /** @throws IllegalArgumentException if the platform does not allow such a name */
    public Handle {
        String bare = name.startsWith("@") ? name.substring(1) : name;
        String lower = bare.toLowerCase(Locale.ROOT);
        // Both forms: some foreign letters, the Kelvin sign for one, become Latin ones in lower case.
        if (!platform.accepts(bare) || !lower.equals(bare) && !platform.accepts(lower)) {
            throw new IllegalArgumentException("not a " + platform.id() + " handle: '" + name + "'");
        }
        name = lower;
    }

    /** A TikTok handle. */
    public static Handle tiktok(String name) {
        return new Handle(Platform.TIKTOK, name);
    }
}
