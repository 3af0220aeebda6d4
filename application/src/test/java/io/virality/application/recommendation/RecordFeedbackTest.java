package io.virality.application.recommendation;

import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.virality.application.Failure;
import io.virality.application.port.StoredPorts;
import io.virality.domain.creator.Handle;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.recommendation.Feedback;
import io.virality.domain.recommendation.Feedback.Stage;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordFeedbackTest {

    private static final Brand BRAND = new Brand("Green Face");

    private final StoredPorts ports = StoredPorts.inMemory();
    private final RecordFeedback recordFeedback = new RecordFeedback(
            ports.feedbackLog(),
            ports.experiments(),
            ports.transactions(),
            Clock.fixed(NOON.plusNanos(1_234), ZoneOffset.UTC));
    private final ReviewFeedback reviewFeedback = new ReviewFeedback(ports.feedbackLog());

    @BeforeEach
    void creator() {
        ports.creators().record(List.of(counts("ada", 5, by("survey", NOON))));
    }

    @Test
    void what_is_said_is_kept_as_of_now() {
        Feedback said = recordFeedback.record(BRAND, Handle.tiktok("@Ada"), Stage.HIRED);
        assertEquals(new Feedback(BRAND, Handle.tiktok("ada"), Stage.HIRED, NOON), said);
        assertEquals(List.of(said), reviewFeedback.of(BRAND));
    }

    @Test
    void of_a_creator_that_nobody_knows_nothing_can_be_said() {
        Failure refused = assertThrows(
                Failure.class, () -> recordFeedback.record(BRAND, Handle.tiktok("nobody"), Stage.DISMISSED));
        assertEquals(Failure.Kind.NOT_FOUND, refused.kind());
        assertEquals("no creator @nobody on tiktok", refused.getMessage());
        assertEquals(List.of(), reviewFeedback.of(BRAND));
    }
}
