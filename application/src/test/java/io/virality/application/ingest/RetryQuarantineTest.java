package io.virality.application.ingest;

import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static io.virality.application.port.Observations.video;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.virality.application.port.Archive;
import io.virality.application.port.ListedSources;
import io.virality.application.port.StoredPorts;
import io.virality.domain.creator.Origin;
import io.virality.domain.ingest.QuarantinedRow;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.Rejection;
import io.virality.domain.ingest.RejectionGroup;
import io.virality.domain.ingest.Tally;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetryQuarantineTest {

    private final StoredPorts ports = StoredPorts.inMemory();
    private final RetryQuarantine retryQuarantine = new RetryQuarantine(
            ports.quarantine(),
            new TodaysRules(),
            new ImportSource(
                    new ListedSources("survey", List.of()),
                    ports.transactions(),
                    ports.creators(),
                    ports.videos(),
                    ports.snapshots(),
                    ports.facts(),
                    ports.feedbackLog(),
                    new RestoreExperiments(ports.experiments()),
                    ports.importLog(),
                    ports.quarantine(),
                    Clock.fixed(NOON, ZoneOffset.UTC)),
            ports.creators(),
            ports.transactions());

    private long first;
    private long second;

    @BeforeEach
    void reject() {
        first = ports.importLog().begin("first", "test@1", Optional.empty(), NOON);
        second = ports.importLog().begin("second", "test@1", Optional.empty(), NOON);
        ports.quarantine()
                .add(
                        first,
                        List.of(
                                row("2", "creator alice"),
                                new Rejection("3", "too few cells", "", "raw"),
                                row("4", "nonsense"),
                                row("5", "video bob"),
                                row("6", "nonsense")));
        ports.quarantine().add(second, List.of(row("2", "creator carol")));
    }

    @Test
    void what_is_understood_now_is_stored_and_leaves() {
        RetryQuarantine.Outcome outcome = retryQuarantine.retry(Optional.empty());
        assertEquals(new Tally(3, 0, 0), outcome.tally());
        assertEquals(List.of(new RejectionGroup("still nonsense", 2, "4", "?")), outcome.rejections());
        assertEquals(1, outcome.unreadable());
        assertEquals(List.of("3", "4", "6"), positions());
        assertEquals(3, ports.dataset().overview().creators(), "their current state is up to date");
        assertEquals(1, ports.dataset().overview().videos());
    }

    @Test
    void the_rows_of_one_import_can_be_retried_alone() {
        assertEquals(
                new Tally(1, 0, 0), retryQuarantine.retry(Optional.of(second)).tally());
        assertEquals(List.of("2", "3", "4", "5", "6"), positions());
    }

    @Test
    void a_retry_after_a_retry_changes_nothing() {
        retryQuarantine.retry(Optional.empty());
        assertEquals(Tally.NONE, retryQuarantine.retry(Optional.empty()).tally());
    }

    @Test
    void all_pages_are_read() {
        List<Rejection> many = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            many.add(row(String.valueOf(i), i % 2 == 0 ? "nonsense" : "creator number_" + i));
        }
        ports.quarantine().add(second, many);
        assertEquals(1_251, retryQuarantine.retry(Optional.of(second)).tally().stored());
    }

    private List<String> positions() {
        return ports.quarantine().rows(Optional.empty(), Optional.empty(), 100).items().stream()
                .map(QuarantinedRow::rejection)
                .map(Rejection::position)
                .toList();
    }

    private static Rejection row(String position, String fields) {
        return new Rejection(position, "an older rule", "", "raw", Optional.of(fields));
    }

    /** Understands {@code creator NAME} and {@code video NAME}. */
    private static final class TodaysRules implements Archive {

        @Override
        public Writing create(Path file, Origin data) {
            throw new UnsupportedOperationException("nothing is exported");
        }

        @Override
        public Reading read(Rejection rejection) {
            String[] words = rejection.fields().orElseThrow().split(" ");
            return switch (words[0]) {
                case "creator" -> counts(words[1], 5, by("survey", NOON));
                case "video" -> video(words[1], "1", NOON, 100, 7, by("survey", NOON));
                default -> new Rejection(rejection.position(), "still nonsense", "?", "raw");
            };
        }
    }
}
