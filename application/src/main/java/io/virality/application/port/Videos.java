package io.virality.application.port;

import io.virality.domain.ingest.Tally;
import io.virality.domain.ingest.VideoObservation;
import java.util.List;

/** Creators' posts and the posts' counts over time. */
public interface Videos {

    /**
     * Keeps observations, in their order, by the same rule as {@link Creators#record}. A creator not known yet becomes
     * known.
     */
    Tally record(List<VideoObservation> observations);
}
