package io.virality.domain.recommendation;

import io.virality.domain.pricing.Price;
import io.virality.domain.stats.Interval;
import java.util.List;
import java.util.Optional;

/**
 * A creator that is recommended, and all that speaks for and against it.
 *
 * @param candidate who
 * @param tier the name of its size class
 * @param score the sum of what the parts contribute, from 0 to 1
 * @param parts what the score is made of, in the order of {@link Part}
 * @param expected what its usual video brings for the goal; empty if nothing is known of any video
 * @param price what a sponsored video may cost; empty if its views are not known
 * @param reasons the three that contribute most, in words, with figures
 * @param against what speaks against it, in words
 * @param confidence how much is known of it
 */
public record Recommendation(
        Candidate candidate,
        String tier,
        double score,
        List<PartScore> parts,
        Optional<Expected> expected,
        Optional<Price> price,
        List<String> reasons,
        List<String> against,
        Confidence confidence) {

    /** Copies are kept. */
    public Recommendation {
        parts = List.copyOf(parts);
        reasons = List.copyOf(reasons);
        against = List.copyOf(against);
    }

    /** What a score is made of. */
    public enum Part {
        /** How well its words suit the brief. */
        RELEVANCE,
        /** What is to be expected of it for the goal, among the candidates. */
        PERFORMANCE,
        /** Whether region, language and category are those asked for. */
        FIT,
        /** Its influence score among the candidates, less where a figure is unusual. */
        CREDIBILITY,
        /** What is to be expected of it for its price, among the candidates. */
        PRICE,
        /** How few of its hashtags are those of creators ranked above it. */
        NOVELTY
    }

    /**
     * One part.
     *
     * @param part which
     * @param value from 0 to 1
     * @param weight how much it counts
     * @param contribution value times weight
     */
    public record PartScore(Part part, double value, double weight, double contribution) {}

    /**
     * What a usual video brings: the middle one, not the mean, which few lucky ones rule.
     *
     * @param what is counted, in words
     * @param value drawn towards the tier's
     * @param interval where the usual lies; a single video may do much better or worse
     * @param own what its own videos say; {@code NaN} without any
     * @param usualOfPeers what is usual among the peers
     * @param peers in words: with whom it is compared
     * @param videos how many of its own count
     * @param ownWeight how much its own videos count, from 0 to 1
     */
    public record Expected(
            String what,
            double value,
            Interval interval,
            double own,
            double usualOfPeers,
            String peers,
            int videos,
            double ownWeight) {}

    /** How much is known of a creator. */
    public enum Confidence {
        /** At least 20 videos are counted, all that the brief asks for is known, and no figure is unusual. */
        HIGH,
        /** At least 5 videos are counted. */
        MEDIUM,
        /** Less. */
        LOW
    }
}
