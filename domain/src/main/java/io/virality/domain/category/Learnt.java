package io.virality.domain.category;

/** What a classifier has learnt. */
public interface Learnt {

    /** How probable each category is: a row a vector, a number a category in their order; 0 of one never seen. */
    double[][] probabilities(float[][] vectors);

    /** It as bytes; whoever made it reads it again. */
    byte[] payload();

    /** What the library says of how it was made. */
    String provenance();
}
