package io.virality.application.port;

import io.virality.domain.virality.Lesson;

/** Learns from videos which go viral. */
public interface VideoClassifier {

    /**
     * What was learnt.
     *
     * @param payload what the classifier needs to use it
     * @param provenance what the library says of how it was made
     */
    record Learnt(byte[] payload, String provenance) {}

    /** Learns; equal lessons and seeds give equal probabilities. */
    Learnt learn(Lesson lesson, long seed);

    /**
     * How probably videos go viral.
     *
     * @param payload of what was learnt
     * @param rows what is known of each, {@code NaN} for what is not
     * @throws io.virality.application.Failure {@code INTERNAL} if the payload is not one
     */
    double[] probabilities(byte[] payload, double[][] rows);

    /** Which library of which version learns. */
    String library();
}
