package io.virality.domain.assignment;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Who asks for a variation.
 *
 * @param url the page it is on, whose query may force a variation; empty if there is none
 * @param forced variations it gets by the experiment's key, whatever else holds
 * @param buckets what it once got; empty where buckets are not sticky
 */
public record Subject(
        Attribute.Fields attributes, String url, Map<String, Integer> forced, Optional<StickyBuckets> buckets) {

    /** Keeps its own copy. */
    public Subject {
        forced = Map.copyOf(forced);
    }

    /** One of whom only attributes are known. */
    public static Subject of(Attribute.Fields attributes) {
        return new Subject(attributes, "", Map.of(), Optional.empty());
    }

    /** The variation that the query of its page asks for by the experiment's key, if it is one of so many. */
    public OptionalInt queried(String experiment, int variations) {
        return PageQuery.of(url).number(experiment, variations);
    }
}
