package io.virality.domain.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportSummaryTest {

    private static final RejectionGroup THREE = new RejectionGroup("no number", 3, "17", "many");
    private static final RejectionGroup ONE = new RejectionGroup("no handle", 1, "4", "");

    @Test
    void tallies_add_up_part_by_part() {
        assertEquals(new Tally(11, 22, 33), new Tally(1, 2, 3).plus(new Tally(10, 20, 30)));
        assertEquals(6, new Tally(1, 2, 3).total());
    }

    @Test
    void everything_read_was_understood_or_rejected() {
        ImportSummary summary = summary(new Tally(1, 2, 3), THREE, ONE);

        assertEquals(4, summary.rejected());
        assertEquals(10, summary.read());
        assertFalse(summary.nothingUsable());
    }

    @Test
    void nothing_is_usable_where_every_row_was_rejected() {
        assertTrue(summary(Tally.NONE, ONE).nothingUsable());
        assertFalse(summary(new Tally(0, 0, 1), ONE).nothingUsable());
    }

    @Test
    void an_empty_source_is_no_failure() {
        assertFalse(summary(Tally.NONE).nothingUsable());
    }

    private static ImportSummary summary(Tally tally, RejectionGroup... rejections) {
        return new ImportSummary(
                "feed", "feed@1", Origin.REAL, tally, Optional.empty(), List.of(rejections), Duration.ZERO);
    }
}
