package io.virality.domain.virality;

/** Learns from videos which go viral. */
@FunctionalInterface
public interface Learner {

    /**
     * Learns.
     *
     * @param lesson equal lessons give equal scorers
     */
    Scorer learn(Lesson lesson);

    /** Tells how probably videos go viral. */
    @FunctionalInterface
    interface Scorer {

        /** A probability a row. */
        double[] probabilities(double[][] rows);
    }
}
