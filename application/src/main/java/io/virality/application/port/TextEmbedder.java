package io.virality.application.port;

import java.util.List;
import java.util.function.IntConsumer;

/** Text in, meaning as a vector out: texts that mean alike point in like directions. It reads English. */
public interface TextEmbedder {

    /** Which network of which version it is; only vectors of one name can be compared. */
    String name();

    /** How many numbers a vector has. */
    int dimension();

    /**
     * One vector a text, in their order: of length 1, or all zeros of a text without words. Equal texts get equal vectors,
     * whatever stands beside them. Only the beginning of a long text is read.
     *
     * @param progress is told now and then how many are done; what it throws breaks the work off
     * @throws io.virality.application.Failure {@code INTERNAL} if the network cannot be loaded on this machine
     */
    float[][] embed(List<String> texts, IntConsumer progress);
}
