package io.virality.application.ingest;

import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.application.port.ListedSources;
import io.virality.application.port.StoredPorts;
import io.virality.domain.ingest.ImportRun;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.SourceRequest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StartImportTest {

    private static final SourceRequest SURVEY = new SourceRequest("survey", Optional.empty(), Map.of());

    private final StoredPorts ports = StoredPorts.inMemory();
    private final StartImport imports = new StartImport(
            new ImportSource(
                    new ListedSources("survey", List.<Reading>of(counts("alice", 5, by("survey", NOON)))),
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
            ports.importLog());

    @Test
    void it_goes_on_in_the_background_and_the_log_tells_what_became_of_it() {
        Heard heard = new Heard();
        assertEquals(1, imports.start(() -> SURVEY, heard, Runnable::run));
        assertEquals(List.of("began 1", "1 rows", "ended"), heard.words);
        assertEquals(
                ImportRun.State.FINISHED,
                ports.importLog().find(1).orElseThrow().state());
    }

    @Test
    void while_one_goes_on_another_is_refused_before_it_is_asked_for() {
        Heard heard = new Heard();
        List<Failure> refused = new ArrayList<>();
        imports.start(
                () -> SURVEY,
                new Heard() {
                    @Override
                    public void progress(long rows, long bytesRead, OptionalLong totalBytes) {
                        refused.add(assertThrows(
                                Failure.class, () -> imports.start(StartImportTest::unexpected, heard, Runnable::run)));
                    }
                },
                Runnable::run);
        assertEquals(Failure.Kind.CONFLICT, refused.get(0).kind());
        assertEquals(List.of(), heard.words);
        assertEquals(2, imports.start(() -> SURVEY, heard, Runnable::run), "and afterwards the next one may");
    }

    @Test
    void while_another_process_imports_none_is_started() {
        long run = ports.importLog().begin("csv", "test@1", Optional.empty(), NOON);
        Failure refusal = assertThrows(
                Failure.class, () -> imports.start(StartImportTest::unexpected, new Heard(), Runnable::run));
        assertEquals(Failure.Kind.CONFLICT, refusal.kind());
        assertTrue(refusal.getMessage().contains("import 1 from csv"), refusal.getMessage());
        ports.importLog().finish(run, NOON);
        assertEquals(2, imports.start(() -> SURVEY, new Heard(), Runnable::run));
    }

    @Test
    void a_source_that_cannot_be_opened_is_the_callers_business() {
        Heard heard = new Heard();
        SourceRequest other = new SourceRequest("other", Optional.empty(), Map.of());
        Failure failure = assertThrows(Failure.class, () -> imports.start(() -> other, heard, Runnable::run));
        assertEquals(Failure.Kind.NOT_FOUND, failure.kind());
        assertEquals(List.of("ended by no source other"), heard.words);
        assertEquals(1, imports.start(() -> SURVEY, new Heard(), Runnable::run));
    }

    @Test
    void a_request_that_cannot_be_made_makes_way_for_the_next() {
        Failure tooLarge = new Failure(Failure.Kind.TOO_LARGE, "too large");
        assertSame(
                tooLarge,
                assertThrows(
                        Failure.class,
                        () -> imports.start(
                                () -> {
                                    throw tooLarge;
                                },
                                new Heard(),
                                Runnable::run)));
        assertEquals(1, imports.start(() -> SURVEY, new Heard(), Runnable::run));
    }

    @Test
    void a_listener_breaks_it_off() {
        Heard heard = new Heard() {
            @Override
            public void progress(long rows, long bytesRead, OptionalLong totalBytes) {
                throw new Failure(Failure.Kind.BUSY, "stopped");
            }
        };
        assertEquals(1, imports.start(() -> SURVEY, heard, Runnable::run));
        assertEquals(List.of("began 1", "ended by stopped"), heard.words);
        assertEquals(
                Optional.of("stopped"), ports.importLog().find(1).orElseThrow().fault());
    }

    private static SourceRequest unexpected() {
        throw new AssertionError("nobody should ask");
    }

    private static class Heard implements StartImport.Listener {

        final List<String> words = new ArrayList<>();

        @Override
        public void began(long run) {
            words.add("began " + run);
        }

        @Override
        public void progress(long rows, long bytesRead, OptionalLong totalBytes) {
            words.add(rows + " rows");
        }

        @Override
        public void ended(Optional<Throwable> fault) {
            words.add("ended" + fault.map(why -> " by " + why.getMessage()).orElse(""));
        }
    }
}
