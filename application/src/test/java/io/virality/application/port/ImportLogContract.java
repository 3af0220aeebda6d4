package io.virality.application.port;

import static io.virality.application.port.Observations.NEXT_DAY;
import static io.virality.application.port.Observations.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.virality.domain.creator.Page;
import io.virality.domain.ingest.ImportRun;
import io.virality.domain.ingest.ImportRun.State;
import io.virality.domain.ingest.Tally;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link ImportLog} promises. */
public abstract class ImportLogContract extends StoredPortContract {

    @Test
    void an_import_is_running_then_finished_with_what_it_did() {
        long run = ports.importLog().begin("csv", "test@1", Optional.of("abc"), NOON);
        assertEquals(
                Optional.of(new ImportRun(
                        run,
                        "csv",
                        "test@1",
                        State.RUNNING,
                        NOON,
                        Optional.empty(),
                        Tally.NONE,
                        0,
                        Optional.of("abc"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())),
                ports.importLog().find(run));
        ports.importLog().advance(run, new Tally(5, 4, 3), 2, Optional.of("17"));
        ports.importLog().finish(run, NEXT_DAY);
        assertEquals(
                Optional.of(new ImportRun(
                        run,
                        "csv",
                        "test@1",
                        State.FINISHED,
                        NOON,
                        Optional.of(NEXT_DAY),
                        new Tally(5, 4, 3),
                        2,
                        Optional.of("abc"),
                        Optional.of("17"),
                        Optional.empty(),
                        Optional.empty())),
                ports.importLog().find(run));
    }

    @Test
    void an_import_that_broke_off_says_why_and_how_far_it_was() {
        long run = ports.importLog().begin("csv", "test@1", Optional.empty(), NOON);
        ports.importLog().advance(run, new Tally(1, 0, 0), 0, Optional.of("2"));
        ports.importLog().breakOff(run, "the source is down", NEXT_DAY);
        ImportRun broken = ports.importLog().find(run).orElseThrow();
        assertEquals(State.BROKEN_OFF, broken.state());
        assertEquals(Optional.of("the source is down"), broken.fault());
        assertEquals(Optional.of("2"), broken.resumePoint());
        assertEquals(Optional.of(NEXT_DAY), broken.endedAt());
        assertEquals(1, broken.tally().stored());
    }

    @Test
    void an_import_that_resumes_another_begins_where_that_broke_off() {
        long first = ports.importLog().begin("feed", "test@1", Optional.empty(), NOON);
        ports.importLog().advance(first, new Tally(1, 0, 0), 0, Optional.of("2"));
        ports.importLog().breakOff(first, "the source is down", NOON);
        long second = ports.importLog().begin("feed", "test@1", Optional.empty(), NEXT_DAY);
        ports.importLog().resume(second, ports.importLog().find(first).orElseThrow());
        ImportRun resumed = ports.importLog().find(second).orElseThrow();
        assertEquals(Optional.of(first), resumed.resumes());
        assertEquals(Optional.of("2"), resumed.resumePoint());
        assertEquals(Tally.NONE, resumed.tally());
    }

    @Test
    void the_latest_import_from_a_source_is_found() {
        ports.importLog().begin("feed", "test@1", Optional.empty(), NOON);
        long second = ports.importLog().begin("feed", "test@2", Optional.empty(), NOON);
        ports.importLog().begin("csv", "test@1", Optional.empty(), NEXT_DAY);
        assertEquals(Optional.of(second), ports.importLog().latest("feed").map(ImportRun::number));
        assertEquals(Optional.empty(), ports.importLog().latest("fee"));
    }

    @Test
    void imports_are_listed_newest_first_a_page_at_a_time() {
        for (int i = 0; i < 5; i++) {
            ports.importLog().begin("source " + i, "test@1", Optional.empty(), NOON);
        }
        Page<ImportRun> first = ports.importLog().runs(Optional.empty(), 2);
        assertEquals(List.of("source 4", "source 3"), sources(first));
        assertEquals(5, first.total());
        Page<ImportRun> second = ports.importLog().runs(first.next().map(Long::valueOf), 2);
        assertEquals(List.of("source 2", "source 1"), sources(second));
        Page<ImportRun> last = ports.importLog().runs(second.next().map(Long::valueOf), 2);
        assertEquals(List.of("source 0"), sources(last));
        assertEquals(Optional.empty(), last.next());
    }

    @Test
    void the_newest_that_is_neither_ended_nor_broken_off_is_running() {
        assertEquals(Optional.empty(), ports.importLog().running());
        long first = ports.importLog().begin("first", "test@1", Optional.empty(), NOON);
        long second = ports.importLog().begin("second", "test@1", Optional.empty(), NOON);
        assertEquals(ports.importLog().find(second), ports.importLog().running());
        ports.importLog().breakOff(second, "down", NOON);
        assertEquals(ports.importLog().find(first), ports.importLog().running());
        ports.importLog().finish(first, NOON);
        assertEquals(Optional.empty(), ports.importLog().running());
    }

    @Test
    void an_unknown_import_is_absent() {
        assertEquals(Optional.empty(), ports.importLog().find(7));
        assertEquals(Optional.empty(), ports.importLog().find(Long.MAX_VALUE));
    }

    @Test
    void progress_is_taken_back_with_the_rows_it_counts() {
        long run = ports.importLog().begin("csv", "test@1", Optional.empty(), NOON);
        assertThrows(IllegalStateException.class, () -> ports.transactions().run(() -> {
            ports.importLog().advance(run, new Tally(5, 4, 3), 2, Optional.of("17"));
            throw new IllegalStateException("a test");
        }));
        assertEquals(Tally.NONE, ports.importLog().find(run).orElseThrow().tally());
    }

    private static List<String> sources(Page<ImportRun> page) {
        return page.items().stream().map(ImportRun::source).toList();
    }
}
