package io.virality.domain.assignment;

/** Buckets from a start to below an end. */
public record BucketRange(double start, double end) {

    /** Whether the bucket lies in it. */
    public boolean contains(double bucket) {
        return bucket >= start && bucket < end;
    }
}
