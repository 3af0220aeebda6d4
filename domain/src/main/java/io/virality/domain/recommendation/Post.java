package io.virality.domain.recommendation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A creator's video, as a brand looks at it.
 *
 * @param hashtags without {@code #}
 * @param caption the text beside it
 * @param views how often it was watched, at its newest observation
 * @param interactions its likes, comments and shares, likewise
 */
public record Post(List<String> hashtags, Optional<String> caption, OptionalLong views, OptionalLong interactions) {

    /** A copy is kept. */
    public Post {
        hashtags = List.copyOf(hashtags);
    }
}
