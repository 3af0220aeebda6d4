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
        String given = name;
        name = (name.startsWith("@") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
        if (!platform.accepts(name)) {
            throw new IllegalArgumentException("not a " + platform.id() + " handle: '" + given + "'");
        }
    }

    /** A TikTok handle. */
    public static Handle tiktok(String name) {
        return new Handle(Platform.TIKTOK, name);
    }
}
