package io.virality.application.port;

import static io.virality.application.port.Observations.NEXT_DAY;
import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static io.virality.application.port.Observations.profile;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link Snapshots} promises. */
public abstract class SnapshotsContract extends StoredPortContract {

    @Test
    void they_come_back_as_they_were_observed_oldest_first() {
        Snapshot older = profile("alice", "US", 1_000, .1, by("survey", NOON)).snapshot();
        Snapshot newer = counts("alice", 1_100, by("survey", NEXT_DAY)).snapshot();
        ports.creators()
                .record(List.of(
                        counts("alice", 1_100, by("survey", NEXT_DAY)),
                        profile("alice", "US", 1_000, .1, by("survey", NOON)),
                        counts("bob", 7, by("survey", NOON))));
        assertEquals(List.of(older, newer), ports.snapshots().of(Handle.tiktok("alice")));
    }

    @Test
    void an_unknown_handle_has_none() {
        assertEquals(List.of(), ports.snapshots().of(Handle.tiktok("nobody")));
    }
}
