package io.virality.domain.recommendation;

/** Learns whom brands work with. */
@FunctionalInterface
public interface FitLearner {

    /**
     * How likely each pair of a brand and a creator is a partnership, by what is learnt from others: only the order counts.
     *
     * @param pairs a row of features a pair, of equal lengths
     * @param partners whether each pair is a partnership; some are and some are not
     * @param asked rows of the pairs that are asked about
     * @param seed the same seed learns the same
     */
    double[] odds(double[][] pairs, boolean[] partners, double[][] asked, long seed);
}
