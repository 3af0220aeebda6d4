package io.virality.persistence;

import io.virality.domain.creator.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Cuts a page from a list that holds one item more if there is a next page. */
final class Pages {

    private Pages() {}

    static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> position, long total) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, Optional.empty(), total);
        }
        List<T> items = oneMore.subList(0, limit);
        return new Page<>(items, Optional.of(position.apply(items.get(limit - 1))), total);
    }
}
