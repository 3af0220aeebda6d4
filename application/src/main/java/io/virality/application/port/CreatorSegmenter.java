package io.virality.application.port;

import io.virality.domain.segment.Grouping;
import io.virality.domain.segment.Method;
import io.virality.domain.segment.Partition;

/** Groups creators by how they behave. A row holds the scores of one creator, all rows the same in the same order. */
public interface CreatorSegmenter {

    /**
     * Groups rows; equal rows, method and seed give equal groups.
     *
     * @param rows at least one, of finite numbers
     */
    Grouping group(double[][] rows, Method method, long seed);

    /**
     * In which group rows are.
     *
     * @param payload of a grouping
     * @throws io.virality.application.Failure {@code INTERNAL} if the payload is not one
     */
    Partition assign(byte[] payload, double[][] rows);

    /** Which library of which version groups them. */
    String library();
}
