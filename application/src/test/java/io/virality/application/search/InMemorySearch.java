package io.virality.application.search;

import io.virality.application.port.InMemoryTextEmbedder;
import io.virality.application.port.StoredPorts;

/** Search over ports in memory, for the tests of what builds on it. */
public final class InMemorySearch {

    private InMemorySearch() {}

    /** Ranks the creators of these ports. */
    public static RankCreators over(StoredPorts ports) {
        return new RankCreators(ports.creatorIndex(), new InMemoryTextEmbedder(), ports.transactions());
    }
}
