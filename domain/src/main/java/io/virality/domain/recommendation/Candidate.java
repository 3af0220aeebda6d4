package io.virality.domain.recommendation;

import io.virality.domain.marketplace.Fee;
import io.virality.domain.recommendation.Feedback.Stage;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A creator that may suit a brief.
 *
 * @param portrait who it is
 * @param relevance how well its words answer to the brief's: the best of all candidates has 1
 * @param bm25 how well its words match the brief's; empty if none does
 * @param cosine between the meanings of the brief and of what it says
 * @param stage how far the brief's brand has come with it; empty without a brand, or if that has said nothing of it
 * @param fee that it was paid last; empty if nobody tells any
 */
public record Candidate(
        Portrait portrait,
        double relevance,
        OptionalDouble bm25,
        OptionalDouble cosine,
        Optional<Stage> stage,
        Optional<Fee> fee) {

    /** @throws IllegalArgumentException if the relevance is no share */
    public Candidate {
        if (!(relevance >= 0 && relevance <= 1)) {
            throw new IllegalArgumentException("not a relevance: " + relevance);
        }
    }

    /** One that is named, whatever its words say. */
    public static Candidate named(Portrait portrait, Optional<Stage> stage, Optional<Fee> fee) {
        return new Candidate(portrait, 0, OptionalDouble.empty(), OptionalDouble.empty(), stage, fee);
    }
}
