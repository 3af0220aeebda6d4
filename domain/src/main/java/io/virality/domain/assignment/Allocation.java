package io.virality.domain.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Which buckets each variation has; what no range covers gets none. */
public record Allocation(List<BucketRange> ranges) {

    /** Keeps its own copy. */
    public Allocation {
        ranges = List.copyOf(ranges);
    }

    /**
     * Each variation's range starts where the weights before it end, and the coverage shortens it: whoever is in at a
     * coverage stays where he is at a higher one.
     *
     * @param coverage the share of units that take part, cut to 0 … 1
     * @param weights one per variation; equal ones stand in for weights of another number or another sum than about 1
     */
    public static Allocation of(int variations, double coverage, double... weights) {
        double[] shares = usable(variations, weights) ? weights : equalWeights(variations);
        double share = Math.max(0, Math.min(1, coverage));
        List<BucketRange> ranges = new ArrayList<>();
        double start = 0;
        for (double weight : shares) {
            ranges.add(new BucketRange(start, start + share * weight));
            start += weight;
        }
        return new Allocation(ranges);
    }

    private static boolean usable(int variations, double... weights) {
        double sum = Arrays.stream(weights).sum();
        return weights.length == variations && sum >= .99 && sum <= 1.01;
    }

    /** The weights of so many variations that share alike; none for none. */
    public static double[] equalWeights(int variations) {
        return Collections.nCopies(Math.max(0, variations), 1.0 / variations).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** The first variation whose range contains the bucket, if one does. */
    public OptionalInt variationAt(double bucket) {
        return IntStream.range(0, ranges.size())
                .filter(i -> ranges.get(i).contains(bucket))
                .findFirst();
    }
}
