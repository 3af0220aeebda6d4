package io.virality.domain.assignment;

import java.util.List;
import java.util.OptionalDouble;

/** Lets units pass whose bucket, by a seed and an attribute of its own, lies in one of some ranges. */
public record BucketFilter(String seed, List<BucketRange> ranges, String attribute, HashVersion version) {

    /** Keeps its own copy. */
    public BucketFilter {
        ranges = List.copyOf(ranges);
    }

    boolean passes(Attribute.Fields attributes) {
        Attribute value = attributes.named(attribute);
        OptionalDouble bucket = value.truthy() ? version.bucket(seed, value.text()) : OptionalDouble.empty();
        return bucket.isPresent() && ranges.stream().anyMatch(range -> range.contains(bucket.getAsDouble()));
    }
}
