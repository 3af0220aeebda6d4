package io.virality.application.recommendation;

import io.virality.application.port.StoredPorts;
import io.virality.application.search.InMemorySearch;
import io.virality.domain.creator.Tiers;

/** Candidates of ports in memory, for the tests of what builds on them. */
public final class InMemoryCandidates {

    private InMemoryCandidates() {}

    /** Finds candidates among the creators of these ports. */
    public static FindCandidates over(StoredPorts ports) {
        return new FindCandidates(
                InMemorySearch.over(ports),
                ports.creatorIndex(),
                ports.portraits(),
                ports.feedbackLog(),
                ports.earnings(),
                Tiers.STANDARD);
    }
}
