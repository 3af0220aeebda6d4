package io.virality.domain.creator;

import java.util.OptionalLong;

/**
 * What a creator won in a period, told by a source that does not tell its counts.
 *
 * @param period when
 * @param followers followers won, less those lost
 * @param views views won: negative where the platform took some back
 */
public record Growth(Period period, OptionalLong followers, OptionalLong views) {

    /** @throws IllegalArgumentException if a change exceeds {@link Counts#LARGEST} */
    public Growth {
        Counts.requireChange("followers_gained", followers);
        Counts.requireChange("views_gained", views);
    }
}
