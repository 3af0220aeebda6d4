package io.virality.domain.search;

import java.util.Arrays;
import java.util.Locale;

/** How creators are searched. */
public enum SearchMode {
    /** By words: BM25. */
    KEYWORD,
    /** By meaning: the cosine between vectors of a sentence model. */
    SEMANTIC,
    /** By both, fused by their ranks. */
    HYBRID;

    /** The name in addresses and documents: {@code hybrid}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such mode */
    public static SearchMode of(String id) {
        return Arrays.stream(values())
                .filter(mode -> mode.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown mode '" + id + "'; the modes are: "
                        + Arrays.stream(values()).map(SearchMode::id).toList()));
    }
}
