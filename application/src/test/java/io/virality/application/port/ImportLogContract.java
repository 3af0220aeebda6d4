package io.virality.application.port;

import static io.virality.application.port.Observations.NEXT_DAY;
import static io.virality.application.port.Observations.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.virality.domain.creator.Origin;
import io.virality.domain.ingest.ImportRun;
import io.virality.domain.ingest.ImportSummary;
import io.virality.domain.ingest.RejectionGroup;
import io.virality.domain.ingest.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link ImportLog} promises. */
public abstract class ImportLogContract extends StoredPortContract {

    @Test
    void runs_are_listed_newest_first_and_a_broken_off_one_never_finishes() {
        long first = ports.importLog().begin("csv", "test@1", NOON);
        long second = ports.importLog().begin("demo", "test@2", NEXT_DAY);
        ImportSummary summary = new ImportSummary(
                "csv",
                "test@1",
                Origin.REAL,
                new Tally(5, 4, 3),
                List.of(new RejectionGroup("reason", 2, "17", "x")),
                Duration.ofSeconds(1));
        ports.importLog().finish(first, summary, NEXT_DAY);
        assertEquals(
                List.of(
                        new ImportRun(second, "demo", "test@2", NEXT_DAY, Optional.empty(), Tally.NONE, 0),
                        new ImportRun(first, "csv", "test@1", NOON, Optional.of(NEXT_DAY), new Tally(5, 4, 3), 2)),
                ports.importLog().runs());
    }
}
