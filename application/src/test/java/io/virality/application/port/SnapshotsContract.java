package io.virality.application.port;

import static io.virality.application.port.Observations.NEXT_DAY;
import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static io.virality.application.port.Observations.identity;
import static io.virality.application.port.Observations.profile;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.virality.domain.creator.Growth;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Period;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.ingest.GrowthObservation;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
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
    void what_a_creator_won_in_a_period_is_kept_once_and_corrected_by_what_is_said_later() {
        assertEquals(new Tally(1, 0, 0), record(growth(100, by("survey", NOON))));
        assertEquals(new Tally(0, 0, 1), record(growth(100, by("survey", NEXT_DAY))));
        assertEquals(new Tally(0, 1, 0), record(growth(-7, by("survey", NEXT_DAY))));
        assertEquals(new Tally(0, 0, 1), record(growth(100, by("survey", NOON))), "older than what is known");
        assertEquals(new Tally(1, 0, 0), record(growth(100, by("census", NOON))));
        List<Reading> held = new ArrayList<>();
        ports.holdings().forEach(held::add);
        assertEquals(
                List.of(100L, -7L),
                held.stream()
                        .filter(GrowthObservation.class::isInstance)
                        .map(GrowthObservation.class::cast)
                        .sorted(Comparator.comparing(won -> won.provenance().source()))
                        .map(won -> won.growth().followers().orElseThrow())
                        .toList());
    }

    private Tally record(GrowthObservation observation) {
        Tally[] tally = new Tally[1];
        ports.transactions().run(() -> tally[0] = ports.snapshots().recordGrowth(List.of(observation)));
        return tally[0];
    }

    private static GrowthObservation growth(long followers, Provenance provenance) {
        Period week = new Period(NOON, NOON.plus(Duration.ofDays(7)));
        return new GrowthObservation(
                identity("alice"), new Growth(week, OptionalLong.of(followers), OptionalLong.empty()), provenance);
    }

    @Test
    void an_unknown_handle_has_none() {
        assertEquals(List.of(), ports.snapshots().of(Handle.tiktok("nobody")));
    }
}
