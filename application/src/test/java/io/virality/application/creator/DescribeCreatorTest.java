package io.virality.application.creator;

import static io.virality.application.port.Observations.NEXT_DAY;
import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.virality.application.Failure;
import io.virality.application.port.StoredPorts;
import io.virality.domain.creator.Handle;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DescribeCreatorTest {

    private final StoredPorts ports = StoredPorts.inMemory();
    private final DescribeCreator describe =
            new DescribeCreator(ports.creators(), ports.snapshots(), ports.categoryPredictions());

    @Test
    void a_creator_comes_with_its_history() {
        ports.creators()
                .record(List.of(counts("alice", 5, by("survey", NOON)), counts("alice", 6, by("survey", NEXT_DAY))));
        ports.creators().refresh();
        DescribeCreator.Description alice = describe.describe(Handle.tiktok("@Alice"));
        assertEquals(OptionalLong.of(6), alice.creator().counts().followers());
        assertEquals(
                List.of(OptionalLong.of(5), OptionalLong.of(6)),
                alice.history().stream()
                        .map(snapshot -> snapshot.counts().followers())
                        .toList());
    }

    @Test
    void an_unknown_handle_is_not_found() {
        Failure failure = assertThrows(Failure.class, () -> describe.describe(Handle.tiktok("nobody")));
        assertEquals(Failure.Kind.NOT_FOUND, failure.kind());
    }
}
