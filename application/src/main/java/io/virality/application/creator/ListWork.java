package io.virality.application.creator;

import io.virality.application.Failure;
import io.virality.application.port.Creators;
import io.virality.application.port.InsightQueries;
import io.virality.domain.creator.Handle;
import io.virality.domain.insight.Insight;
import io.virality.domain.insight.Work;
import jakarta.inject.Inject;

/** Lists what one creator did, a page at a time: the videos it posted, the brands it worked for. */
public final class ListWork {

    private final Creators creators;
    private final InsightQueries queries;

    @Inject
    ListWork(Creators creators, InsightQueries queries) {
        this.creators = creators;
        this.queries = queries;
    }

    /**
     * A page of the list, with everything needed to check it.
     *
     * @throws Failure {@code NOT_FOUND} if there is no such creator
     */
    public Insight list(Work work) {
        Handle handle = work.creator();
        if (creators.find(handle).isEmpty()) {
            throw Failure.notFound(
                    "no creator @" + handle.name() + " on " + handle.platform().id());
        }
        return Insight.of(work, work.shown(), queries.gather(work));
    }
}
