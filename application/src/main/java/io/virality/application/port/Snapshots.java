package io.virality.application.port;

import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.ingest.GrowthObservation;
import io.virality.domain.ingest.Tally;
import java.util.List;

/** Creators' counts over time. */
public interface Snapshots {

    /**
     * Keeps what creators won in periods, in order. What one source says of a creator and a period again is
     * <em>unchanged</em>, or <em>updates</em> what it said before if it differs and is not older.
     */
    Tally recordGrowth(List<GrowthObservation> observations);

    /** All snapshots of the creator that now has the handle, oldest first; none if there is no such creator. */
    List<Snapshot> of(Handle handle);
}
