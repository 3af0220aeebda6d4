package io.virality.application.creator;

import io.virality.application.port.Creators;
import io.virality.domain.creator.Creator;
import io.virality.domain.creator.CreatorFilter;
import io.virality.domain.creator.Page;
import jakarta.inject.Inject;

/** Lists creators that match a filter, a page at a time. */
public final class FindCreators {

    private final Creators creators;

    @Inject
    FindCreators(Creators creators) {
        this.creators = creators;
    }

    /**
     * A page of creators.
     *
     * @throws io.virality.application.Failure {@code INVALID_INPUT} if the filter goes on after a page that never was
     */
    public Page<Creator> find(CreatorFilter filter) {
        return creators.search(filter);
    }
}
