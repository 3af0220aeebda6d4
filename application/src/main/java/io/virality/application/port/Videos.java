package io.virality.application.port;

import io.virality.domain.ingest.Tally;
import io.virality.domain.ingest.VideoObservation;
import java.util.List;

/** Creators' posts and the posts' counts over time. */
public interface Videos {

    /**
     * Keeps observations, in their order, by the same rule as {@link Creators#record}. A creator not known yet becomes
     * known; its own counts, where they are told along with the video, are kept by that rule as well, and count as part
     * of the observation.
     */
    Tally record(List<VideoObservation> observations);
}
