package io.virality.domain.model;

import io.virality.domain.stats.RobustScale;
import java.util.Optional;

/**
 * Something that a model looks at.
 *
 * @param name for example {@code likes_per_video}
 * @param definition what it is, with its unit and how it is transformed
 * @param scale where a model measures it in scores: the scale learnt in training
 */
public record Feature(String name, String definition, Optional<RobustScale> scale) {

    /** A feature that is taken as it is. */
    public static Feature of(String name, String definition) {
        return new Feature(name, definition, Optional.empty());
    }
}
