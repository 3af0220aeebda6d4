package io.virality.application.port;

import static io.virality.application.port.Observations.NEXT_DAY;
import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static io.virality.application.port.Observations.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.virality.domain.creator.Handle;
import io.virality.domain.ingest.Tally;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link Transactions} promises. */
public abstract class TransactionsContract extends StoredPortContract {

    @Test
    void work_that_fails_leaves_nothing_behind() {
        ports.transactions().run(() -> ports.creators().record(List.of(counts("alice", 1, by("survey", NOON)))));
        IllegalStateException broken = new IllegalStateException("broken off");
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class, () -> ports.transactions().run(() -> {
                    ports.creators()
                            .record(List.of(
                                    counts("alice", 2, by("survey", NEXT_DAY)),
                                    counts("bob", 2, by("another", NEXT_DAY))));
                    ports.videos().record(List.of(video("carol", "1", NOON, 10, 1, by("survey", NOON))));
                    throw broken;
                }));
        assertSame(broken, thrown);
        ports.creators().refresh();
        assertEquals(1, ports.dataset().overview().creators());
        assertEquals(1, ports.dataset().overview().snapshots());
        assertEquals(0, ports.dataset().overview().videos());
    }

    @Test
    void what_was_taken_back_can_be_done_again() {
        assertThrows(IllegalStateException.class, () -> ports.transactions().run(() -> {
            ports.creators().record(List.of(counts("alice", 1, by("survey", NOON))));
            throw new IllegalStateException();
        }));
        Tally[] tally = new Tally[1];
        ports.transactions().run(() -> {
            tally[0] = ports.creators().record(List.of(counts("alice", 1, by("survey", NOON))));
            ports.creators().refresh();
        });
        assertEquals(new Tally(1, 0, 0), tally[0]);
        assertEquals(1, ports.snapshots().of(Handle.tiktok("alice")).size());
    }
}
