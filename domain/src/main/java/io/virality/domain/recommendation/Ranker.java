package io.virality.domain.recommendation;

import java.util.List;

/** A way to say whom a brand should work with, told apart by its name. */
interface Ranker {

    /** The name in documents. */
    String name();

    /** Whether it is what a better one must beat. */
    default boolean baseline() {
        return false;
    }

    /** A score a creator; the highest is the best. Those that already work for the brand have one, too. */
    double[] scores(BrandQuestion question, List<BrandQuestion> lessons);
}
