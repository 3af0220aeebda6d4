package io.virality.application.port;

import io.virality.domain.category.Category;
import io.virality.domain.category.Learnt;
import java.util.List;
import java.util.Set;

/** Learns from creators what their words tell of their categories. */
public interface CategoryClassifier {

    /**
     * Learns; the same examples, rounds and seed give the same.
     *
     * @param vectors what the words of each creator mean, as {@link TextEmbedder} tells it; at least one
     * @param labels the categories of each, at least one
     * @param rounds how often each example is looked at
     */
    Learnt learn(float[][] vectors, List<Set<Category>> labels, int rounds, long seed);

    /**
     * What was learnt before.
     *
     * @param payload of it
     * @throws io.virality.application.Failure {@code INTERNAL} if the payload is not one
     */
    Learnt read(byte[] payload);

    /** Which library of which version learns. */
    String library();
}
