package io.virality.domain.assignment;

import java.util.HashMap;
import java.util.Map;

/** Which variations units once got: per attribute and value, the key of a variation per experiment and version. */
public record StickyBuckets(Map<Owner, Map<String, String>> assignments) {

    /** Nobody has got any. */
    public static final StickyBuckets NONE = new StickyBuckets(Map.of());

    /** Whose buckets they are: an attribute and its value. */
    public record Owner(String attribute, String value) {}

    /** Keeps its own copy. */
    public StickyBuckets {
        Map<Owner, Map<String, String>> copy = new HashMap<>();
        assignments.forEach((owner, keys) -> copy.put(owner, Map.copyOf(keys)));
        assignments = Map.copyOf(copy);
    }

    /** The name of an experiment's buckets of one version. */
    public static String bucket(String experiment, int version) {
        return experiment + "__" + version;
    }

    /** What the owner has got; nothing if it is not known. */
    Map<String, String> of(Owner owner) {
        return assignments.getOrDefault(owner, Map.of());
    }

    /** These and one more. */
    public StickyBuckets with(Owner owner, String bucket, String variation) {
        Map<Owner, Map<String, String>> more = new HashMap<>(assignments);
        Map<String, String> keys = new HashMap<>(of(owner));
        keys.put(bucket, variation);
        more.put(owner, keys);
        return new StickyBuckets(more);
    }
}
