package io.virality.domain.creator;

import java.util.List;
import java.util.Optional;

/**
 * A part of a longer list.
 *
 * @param items its items, in order
 * @param next where the next page starts; empty on the last
 * @param total how many items match in all
 */
public record Page<T>(List<T> items, Optional<String> next, long total) {

    /** A copy of the items is kept. */
    public Page {
        items = List.copyOf(items);
    }
}
