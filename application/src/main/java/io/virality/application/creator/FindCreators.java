package io.virality.application.creator;

import io.virality.application.port.Creators;
import io.virality.application.port.InsightQueries;
import io.virality.domain.creator.Creator;
import io.virality.domain.creator.CreatorFilter;
import io.virality.domain.creator.Page;
import io.virality.domain.engagement.RateDefinition;
import jakarta.inject.Inject;
import java.util.Optional;

/** Lists creators that match a filter, a page at a time. */
public final class FindCreators {

    private final Creators creators;
    private final InsightQueries queries;

    /**
     * A page of creators.
     *
     * @param page the creators
     * @param definition the rate by which engagement is sorted
     */
    public record Found(Page<Creator> page, RateDefinition definition) {}

    @Inject
    FindCreators(Creators creators, InsightQueries queries) {
        this.creators = creators;
        this.queries = queries;
    }

    /**
     * A page of creators.
     *
     * @param definition the rate meant; by default the best that the data allows
     * @throws io.virality.application.Failure {@code INVALID_INPUT} if the filter goes on after a page that never was
     */
    public Found find(CreatorFilter filter, Optional<RateDefinition> definition) {
        RateDefinition meant = definition.orElseGet(() -> RateDefinition.preferred(queries.available()));
        return new Found(creators.search(filter, meant), meant);
    }
}
