package io.virality.application.port;

import static io.virality.application.port.Observations.NEXT_DAY;
import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static io.virality.application.port.Observations.simulated;
import static io.virality.application.port.Observations.video;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.virality.domain.creator.Origin;
import io.virality.domain.insight.DatasetOverview;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link Dataset} promises. */
public abstract class DatasetContract extends StoredPortContract {

    @Test
    void an_empty_store_holds_nothing() {
        assertEquals(
                new DatasetOverview(0, 0, 0, Optional.empty(), Origin.REAL),
                ports.dataset().overview());
    }

    @Test
    void it_counts_and_says_how_fresh_and_how_real_all_is() {
        ports.creators()
                .record(List.of(
                        counts("alice", 1, simulated(NOON)),
                        counts("alice", 2, simulated(NEXT_DAY)),
                        counts("bob", 3, simulated(NOON))));
        ports.videos().record(List.of(video("bob", "1", NOON, 10, 1, simulated(NOON))));
        ports.creators().refresh();
        assertEquals(
                new DatasetOverview(2, 3, 1, Optional.of(NEXT_DAY), Origin.SIMULATED),
                ports.dataset().overview());

        ports.creators().record(List.of(counts("carol", 1, by("survey", NOON))));
        ports.creators().refresh();
        assertEquals(Origin.MIXED, ports.dataset().overview().origin());
    }
}
