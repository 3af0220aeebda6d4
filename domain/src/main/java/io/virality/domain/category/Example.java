package io.virality.domain.category;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A creator of whom a source tells the categories.
 *
 * @param vector what its words mean
 * @param hits how many of its words tell each category
 * @param labels what it posts about, at least one
 */
public record Example(float[] vector, int[] hits, Set<Category> labels) {

    /** A copy of the labels is kept. */
    public Example {
        labels = Collections.unmodifiableSet(EnumSet.copyOf(labels));
    }
}
