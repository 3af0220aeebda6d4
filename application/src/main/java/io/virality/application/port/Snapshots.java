package io.virality.application.port;

import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Snapshot;
import java.util.List;

/** Creators' counts over time. */
public interface Snapshots {

    /** All snapshots of the creator that now has the handle, oldest first; none if there is no such creator. */
    List<Snapshot> of(Handle handle);
}
