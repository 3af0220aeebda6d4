package io.virality.domain.recommendation;

import java.util.stream.DoubleStream;

/**
 * How much each part of a score counts. They are shares: together 1, whatever numbers they are given as.
 *
 * @param relevance how well a creator's words suit the brief
 * @param performance what is to be expected of it for the goal
 * @param fit whether region, language and category are those asked for
 * @param credibility its influence score, less where signals speak against it
 * @param price what it gives for its price
 * @param novelty how much it differs from those ranked above it
 */
public record Weights(
        double relevance, double performance, double fit, double credibility, double price, double novelty) {

    /** Suits first, then works, then the rest. A judgement, not a measurement: it is shown, and can be set. */
    public static final Weights STANDARD = new Weights(.40, .20, .15, .10, .10, .05);

    private static final double LARGEST = 1_000;

    /** @throws IllegalArgumentException if one is negative or no number, or all are 0 */
    public Weights {
        double[] all = {relevance, performance, fit, credibility, price, novelty};
        if (DoubleStream.of(all).anyMatch(weight -> !(weight >= 0 && weight <= LARGEST))) {
            throw new IllegalArgumentException("weights are numbers from 0 to " + (int) LARGEST);
        }
        double sum = DoubleStream.of(all).sum();
        if (sum == 0) {
            throw new IllegalArgumentException("all weights are 0: nothing would count");
        }
        relevance /= sum;
        performance /= sum;
        fit /= sum;
        credibility /= sum;
        price /= sum;
        novelty /= sum;
    }
}
