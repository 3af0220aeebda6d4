package io.virality.domain.assignment;

/** A share of the units of a named pool: experiments on disjoint shares of one pool have no unit in common. */
public record Namespace(String name, double start, double end) {

    /** Whether the unit belongs to the share. */
    public boolean includes(String unit) {
        // The pools that exist out there were dealt by this version.
        double bucket = HashVersion.CORRELATED.bucket("__" + name, unit).orElseThrow();
        return new BucketRange(start, end).contains(bucket);
    }
}
