package io.virality.domain.segment;

import io.virality.domain.model.Metric.Figure;
import java.util.List;

/**
 * Creators that behave alike.
 *
 * @param number from 1, the largest first
 * @param name what sets it apart, in words
 * @param size how many creators
 * @param share of all that could be compared
 * @param stability how much like itself it comes back when creators are drawn anew, by Jaccard
 * @param holds whether that is enough to believe it
 * @param profile one for each behaviour that is compared
 * @param typical the creators nearest to its centre, the nearest first
 */
public record Segment(
        int number,
        String name,
        long size,
        double share,
        Figure stability,
        boolean holds,
        List<Trait> profile,
        List<String> typical) {

    /** Copies are kept. */
    public Segment {
        profile = List.copyOf(profile);
        typical = List.copyOf(typical);
    }

    /**
     * How a segment's creators behave in one regard.
     *
     * @param behaviour in what
     * @param median of its creators
     * @param q1 a quarter of them has less
     * @param q3 a quarter of them has more
     * @param score where its median creator stands among all, in robust standard deviations from their median
     */
    public record Trait(Behaviour behaviour, double median, double q1, double q3, double score) {}
}
