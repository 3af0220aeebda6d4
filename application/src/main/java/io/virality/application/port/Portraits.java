package io.virality.application.port;

import io.virality.domain.insight.Statement;
import io.virality.domain.recommendation.Portrait;
import java.util.Collection;
import java.util.List;

/** Creators as brands look at them. Creators go by their numbers in the store. */
public interface Portraits {

    /**
     * The creators that became known next, a page at a time.
     *
     * @param after the number of the last creator of the page before; 0 for the first page
     * @param limit at most so many
     */
    List<Portrait> page(long after, int limit);

    /** Those of these creators that are known, in the order of their numbers. */
    List<Portrait> of(Collection<Long> creators);

    /** What tells a portrait's profile and the counts of its videos, the newest first: a row a video. */
    Statement statement(long creator);
}
