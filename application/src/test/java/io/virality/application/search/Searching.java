package io.virality.application.search;

import io.virality.application.port.InMemoryTextEmbedder;
import io.virality.application.port.StoredPorts;

/** What other features need of searching, over ports in memory. */
public final class Searching {

    private Searching() {}

    /** In one store. */
    public static RankCreators rankCreators(StoredPorts ports) {
        return new RankCreators(ports.creatorIndex(), new InMemoryTextEmbedder(), ports.transactions());
    }
}
