package io.virality.application.ingest;

import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.assumed;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static io.virality.application.port.Observations.profile;
import static io.virality.application.port.Observations.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.application.port.ListedSources;
import io.virality.application.port.Sources;
import io.virality.application.port.StoredPorts;
import io.virality.domain.ingest.AssumedTime;
import io.virality.domain.ingest.ImportRun;
import io.virality.domain.ingest.ImportSummary;
import io.virality.domain.ingest.QuarantinedRow;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.Rejection;
import io.virality.domain.ingest.RejectionGroup;
import io.virality.domain.ingest.SourceRequest;
import io.virality.domain.ingest.Tally;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportSourceTest {

    private static final SourceRequest SURVEY = new SourceRequest("survey", Optional.empty(), Map.of());

    private final StoredPorts ports = StoredPorts.inMemory();

    @Test
    void what_a_source_says_is_stored_and_the_current_state_is_up_to_date() {
        ImportSummary summary = importFrom(new ListedSources(
                "survey",
                List.of(
                        profile("alice", "US", 1_000, .1, by("survey", NOON)),
                        video("alice", "1", NOON, 100, 7, by("survey", NOON)))));
        assertEquals(new Tally(2, 0, 0), summary.tally());
        assertEquals("test@1", summary.version());
        assertEquals(1, ports.dataset().overview().creators());
        assertEquals(1, ports.dataset().overview().videos());
    }

    @Test
    void it_is_said_how_many_rows_do_not_say_when_they_held() {
        ImportSummary summary = importFrom(new ListedSources(
                "survey",
                List.of(
                        counts("alice", 5, by("survey", NOON.plusSeconds(7))),
                        counts("bob", 5, assumed("survey", NOON)),
                        video("bob", "1", NOON, 100, 7, assumed("survey", NOON)))));
        assertEquals(Optional.of(new AssumedTime(NOON, 2)), summary.assumedTime());
        Sources timed = new ListedSources("survey", List.of(counts("alice", 5, by("survey", NOON))));
        assertEquals(Optional.empty(), importFrom(timed).assumedTime());
    }

    @Test
    void the_same_again_changes_nothing() {
        Sources sources = new ListedSources("survey", List.of(counts("alice", 5, by("survey", NOON))));
        importFrom(sources);
        assertEquals(new Tally(0, 0, 1), importFrom(sources).tally());
    }

    @Test
    void rejections_are_grouped_by_reason_the_most_frequent_first_with_the_first_position() {
        ImportSummary summary = importFrom(new ListedSources(
                "survey",
                List.of(
                        new Rejection("2", "no handle", "", "a"),
                        new Rejection("3", "followers is negative", "-1", "b"),
                        counts("alice", 5, by("survey", NOON)),
                        new Rejection("5", "followers is negative", "-2", "c"))));
        assertEquals(
                List.of(
                        new RejectionGroup("followers is negative", 2, "3", "-1"),
                        new RejectionGroup("no handle", 1, "2", "")),
                summary.rejections());
        assertEquals(4, summary.read());
        assertFalse(summary.nothingUsable());
    }

    @Test
    void if_every_row_is_rejected_nothing_was_usable() {
        assertTrue(importFrom(new ListedSources("survey", List.of(new Rejection("2", "no handle", "", "a"))))
                .nothingUsable());
    }

    @Test
    void the_listener_hears_of_all_rows_at_last() {
        List<Reading> many = new ArrayList<>();
        for (int i = 0; i < 12_345; i++) {
            many.add(counts("creator_" + i, i, by("survey", NOON)));
        }
        List<Long> heard = new ArrayList<>();
        imports(new ListedSources("survey", many)).importFrom(SURVEY, (rows, read, total) -> heard.add(rows));
        assertTrue(heard.size() > 1, "more than one batch");
        assertEquals(12_345, heard.get(heard.size() - 1));
    }

    @Test
    void a_source_that_breaks_off_leaves_whole_batches_and_an_unfinished_run() {
        Failure down = new Failure(Failure.Kind.SOURCE_UNAVAILABLE, "down");
        List<Reading> many = new ArrayList<>();
        for (int i = 0; i < ReadAhead.LARGEST_BATCH + 2_000; i++) {
            many.add(counts("creator_" + i, i, by("survey", NOON)));
        }
        Failure thrown =
                assertThrows(Failure.class, () -> importFrom(new ListedSources("survey", many, Optional.of(down))));
        assertSame(down, thrown);
        assertEquals(ReadAhead.LARGEST_BATCH, ports.dataset().overview().snapshots());
        ImportRun broken = ports.importLog().find(1).orElseThrow();
        assertEquals(ImportRun.State.BROKEN_OFF, broken.state());
        assertEquals(Optional.of("down"), broken.fault());
        assertEquals(ReadAhead.LARGEST_BATCH, broken.tally().stored());
        assertEquals(ReadAhead.LARGEST_BATCH, ports.dataset().overview().creators(), "what was stored is shown");

        importFrom(new ListedSources("survey", many));
        assertEquals(ReadAhead.LARGEST_BATCH + 2_000, ports.dataset().overview().creators());
    }

    @Test
    void an_import_goes_on_where_the_last_one_from_the_source_broke_off() {
        List<Reading> many = new ArrayList<>();
        for (int i = 0; i < ReadAhead.LARGEST_BATCH + 2_000; i++) {
            many.add(counts("creator_" + i, i, by("survey", NOON)));
        }
        Failure down = new Failure(Failure.Kind.SOURCE_UNAVAILABLE, "down");
        assertThrows(Failure.class, () -> importFrom(new ListedSources("survey", many, Optional.of(down))));
        assertEquals(
                new Tally(2_000, 0, 0),
                importFrom(new ListedSources("survey", many)).tally());
        assertEquals(Optional.of(1L), ports.importLog().find(2).orElseThrow().resumes());
        assertEquals(ReadAhead.LARGEST_BATCH + 2_000, ports.dataset().overview().creators());

        assertEquals(
                new Tally(0, 0, ReadAhead.LARGEST_BATCH + 2_000),
                importFrom(new ListedSources("survey", many)).tally());
        assertEquals(Optional.empty(), ports.importLog().find(3).orElseThrow().resumes());
    }

    @Test
    void an_import_that_breaks_off_before_it_stores_anything_does_not_lose_the_place() {
        ports.importLog().advance(begin("survey"), new Tally(1, 0, 0), 0, Optional.of("survey 1"));
        ports.importLog().breakOff(1, "killed", NOON);
        Failure down = new Failure(Failure.Kind.SOURCE_UNAVAILABLE, "down");
        List<Reading> one = List.of(counts("alice", 1, by("survey", NOON)));
        assertThrows(Failure.class, () -> importFrom(new ListedSources("survey", one, Optional.of(down))));
        assertEquals(
                Optional.of("survey 1"), ports.importLog().find(2).orElseThrow().resumePoint());
        assertEquals(Tally.NONE, importFrom(new ListedSources("survey", one)).tally());
    }

    @Test
    void an_import_starts_again_where_the_source_does_not_know_the_place_any_more() {
        ports.importLog().advance(begin("survey"), new Tally(1, 0, 0), 0, Optional.of("other 1"));
        ports.importLog().breakOff(1, "killed", NOON);
        assertEquals(
                new Tally(1, 0, 0),
                importFrom(new ListedSources("survey", List.of(counts("alice", 1, by("survey", NOON)))))
                        .tally());
        assertEquals(Optional.empty(), ports.importLog().find(2).orElseThrow().resumes());
    }

    private long begin(String source) {
        return ports.importLog().begin(source, "test@1", Optional.empty(), NOON);
    }

    @Test
    void a_finished_run_is_logged_with_its_counts() {
        importFrom(new ListedSources(
                "survey", List.of(counts("alice", 5, by("survey", NOON)), new Rejection("3", "no handle", "", "a"))));
        ImportRun run = ports.importLog().find(1).orElseThrow();
        assertEquals(ImportRun.State.FINISHED, run.state());
        assertEquals("survey", run.source());
        assertEquals("test@1", run.version());
        assertEquals(new Tally(1, 0, 0), run.tally());
        assertEquals(1, run.rejected());
        assertEquals(Optional.of(NOON), run.endedAt());
    }

    @Test
    void rejected_rows_are_quarantined_in_the_import_that_rejected_them() {
        Rejection rejection = new Rejection("3", "no handle", "", "a", Optional.of("fields"));
        importFrom(new ListedSources("survey", List.of(counts("alice", 5, by("survey", NOON)))));
        importFrom(new ListedSources("survey", List.of(rejection)));
        assertEquals(
                List.of(rejection),
                ports.quarantine().rows(Optional.of(2L), Optional.empty(), 10).items().stream()
                        .map(QuarantinedRow::rejection)
                        .toList());
    }

    @Test
    void what_was_rejected_before_a_source_broke_off_is_quarantined() {
        List<Reading> many = new ArrayList<>();
        for (int i = 0; i <= ReadAhead.LARGEST_BATCH; i++) {
            many.add(new Rejection(String.valueOf(i), "no handle", "", "a"));
        }
        Failure down = new Failure(Failure.Kind.SOURCE_UNAVAILABLE, "down");
        assertThrows(Failure.class, () -> importFrom(new ListedSources("survey", many, Optional.of(down))));
        assertEquals(
                ReadAhead.LARGEST_BATCH, ports.importLog().find(1).orElseThrow().rejected());
        assertEquals(
                ReadAhead.LARGEST_BATCH,
                ports.quarantine().groups(Optional.of(1L)).get(0).kept());
    }

    @Test
    void a_store_that_fails_ends_the_reading_and_the_feed_is_closed() {
        List<Reading> many = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            many.add(counts("creator_" + i, i, by("survey", NOON)));
        }
        ListedSources sources = new ListedSources("survey", many);
        IllegalStateException full = new IllegalStateException("full");
        assertSame(full, assertThrows(IllegalStateException.class, () -> imports(sources)
                .importFrom(SURVEY, (rows, read, total) -> {
                    throw full;
                })));
        assertTrue(sources.allClosed());
        assertEquals(
                ImportRun.State.BROKEN_OFF,
                ports.importLog().find(1).orElseThrow().state());
    }

    @Test
    void an_unknown_source_is_not_logged() {
        assertThrows(Failure.class, () -> imports(new ListedSources("survey", List.of()))
                .importFrom(new SourceRequest("other", Optional.empty(), Map.of()), (rows, read, total) -> {}));
        assertEquals(0, ports.importLog().runs(Optional.empty(), 10).total());
    }

    private ImportSummary importFrom(Sources sources) {
        return imports(sources).importFrom(SURVEY, (rows, read, total) -> {});
    }

    private ImportSource imports(Sources sources) {
        return new ImportSource(
                sources,
                ports.transactions(),
                ports.creators(),
                ports.videos(),
                ports.snapshots(),
                ports.facts(),
                ports.feedbackLog(),
                new RestoreExperiments(ports.experiments()),
                ports.importLog(),
                ports.quarantine(),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }
}
