package io.virality.domain.ingest;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.ingest.ImportRun.State;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportRunTest {

    private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");
    private static final Instant END = START.plusSeconds(600);
    private static final Optional<String> PLACE = Optional.of("17");

    @Test
    void an_import_that_broke_off_behind_a_row_can_be_resumed_for_half_a_day() {
        ImportRun broken = run(State.BROKEN_OFF, Optional.of(END), PLACE);
        assertTrue(broken.isResumable(END));
        assertTrue(broken.isResumable(END.plus(ImportRun.RESUMABLE_FOR).minusMillis(1)));
        assertFalse(broken.isResumable(END.plus(ImportRun.RESUMABLE_FOR)));
    }

    @Test
    void of_a_killed_one_only_its_start_is_known() {
        ImportRun killed = run(State.BROKEN_OFF, Optional.empty(), PLACE);
        assertTrue(killed.isResumable(START.plus(ImportRun.RESUMABLE_FOR).minusMillis(1)));
        assertFalse(killed.isResumable(START.plus(ImportRun.RESUMABLE_FOR)));
    }

    @Test
    void others_cannot_be_resumed() {
        assertFalse(run(State.FINISHED, Optional.of(END), PLACE).isResumable(END));
        assertFalse(run(State.RUNNING, Optional.empty(), PLACE).isResumable(END));
        assertFalse(run(State.BROKEN_OFF, Optional.of(END), Optional.empty()).isResumable(END));
    }

    private static ImportRun run(State state, Optional<Instant> endedAt, Optional<String> resumePoint) {
        return new ImportRun(
                1,
                "feed",
                "feed@1",
                state,
                START,
                endedAt,
                Tally.NONE,
                0,
                Optional.empty(),
                resumePoint,
                Optional.empty(),
                Optional.empty());
    }
}
