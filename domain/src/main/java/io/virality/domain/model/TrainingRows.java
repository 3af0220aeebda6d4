package io.virality.domain.model;

import io.virality.domain.creator.Origin;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a model has learnt from.
 *
 * @param hash of the rows, as {@link RowHash} makes it: equal rows, equal hash
 * @param counts how many rows of what, for example {@code creators}, in the order to tell them
 * @param asOf the newest observation among them
 * @param origin whether they were measured or invented
 */
public record TrainingRows(String hash, Map<String, Long> counts, Optional<Instant> asOf, Origin origin) {

    /** A copy of the counts is kept, in their order. */
    public TrainingRows {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }
}
