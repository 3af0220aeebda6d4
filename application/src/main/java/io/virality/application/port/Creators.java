package io.virality.application.port;

import io.virality.domain.creator.Creator;
import io.virality.domain.creator.CreatorFilter;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Page;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.Tally;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All creators we know: what was observed of them, and their current state. */
public interface Creators {

    /**
     * Keeps observations, in their order. One is <em>unchanged</em> if the same source said the same before: at the
     * same time, or, where its time is only assumed, in its newest observation. One with other content at the same time
     * <em>updates</em>; any other is <em>stored</em>.
     */
    Tally record(List<CreatorObservation> observations);

    /** Brings the current state of all creators observed since the last call up to date. */
    void refresh();

    /** The creator that now has a handle. */
    Optional<Creator> find(Handle handle);

    /** The current states of creators by their numbers in the store; those that are not known are left out. */
    Map<Long, Creator> numbered(Collection<Long> numbers);

    /**
     * Creators that match, a page at a time.
     *
     * @param definition the rate meant where the filter sorts by engagement
     * @throws io.virality.application.Failure {@code INVALID_INPUT} if the filter goes on after a page that never was
     */
    Page<Creator> search(CreatorFilter filter, RateDefinition definition);
}
