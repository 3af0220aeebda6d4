package io.virality.ingest.tiktok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.ingest.tiktok.ResearchRun.Row;
import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import io.virality.spi.Source;
import io.virality.spi.SourceRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the real client reads from a mock server is what the generator would have told of the same day. */
final class NewestDayTest {

    private static final Map<String, String> GENEROUS =
            Map.of("hidden", "0", "missingLikes", "0", "archiveDelayHours", "0", "archiveCountsDays", "0");
    private static final String NEWEST = "2026-06-30T23:00:00Z";
    private static final List<String> COUNTS = List.of(
            Fields.FOLLOWERS,
            Fields.FOLLOWING,
            Fields.LIKES,
            Fields.VIDEOS,
            Fields.VIEWS,
            Fields.COMMENTS,
            Fields.SHARES,
            Fields.SAVES);

    @Test
    void every_creator_has_the_counts_of_the_newest_day() throws Exception {
        try (ResearchRun run = new ResearchRun(GENEROUS)) {
            Map<String, Map<String, String>> expected = new TreeMap<>();
            Map<String, String> handles = new HashMap<>();
            for (SourceRow row : generated(run, Kinds.CREATOR)) {
                if (row.field(Fields.HANDLE) != null) {
                    handles.put(row.field(Fields.PLATFORM_ID), row.field(Fields.HANDLE));
                }
                if (row.field(Fields.OBSERVED_AT).equals(NEWEST)) {
                    expected.put(handles.get(row.field(Fields.PLATFORM_ID)), counts(row));
                }
            }
            Map<String, Map<String, String>> read = new TreeMap<>();
            for (Row row : rows(run)) {
                if (row.kind().equals(Kinds.CREATOR)) {
                    assertEquals(NEWEST, row.fields().get(Fields.OBSERVED_AT));
                    read.put(row.fields().get(Fields.HANDLE), counts(row.fields()));
                }
            }
            assertEquals(expected, read);
        }
    }

    @Test
    void every_video_of_the_newest_day_is_there_with_its_counts_of_that_day() throws Exception {
        try (ResearchRun run = new ResearchRun(GENEROUS)) {
            Map<String, Map<String, String>> read = rows(run).stream()
                    .filter(row -> row.kind().equals(Kinds.VIDEO))
                    .collect(Collectors.toMap(row -> row.fields().get(Fields.VIDEO_ID), row -> counts(row.fields())));
            Instant dayBefore = Instant.parse("2026-06-29T23:00:00Z");
            int ofTheDay = 0;
            for (SourceRow row : generated(run, Kinds.VIDEO)) {
                if (!Instant.parse(row.field(Fields.POSTED_AT)).isBefore(dayBefore)) {
                    assertEquals(counts(row), read.get(row.field(Fields.VIDEO_ID)), row::raw);
                    ofTheDay++;
                }
            }
            assertTrue(ofTheDay > 5, "videos of the day: " + ofTheDay);
        }
    }

    @Test
    void it_is_marked_as_simulated_and_holds_at_the_worlds_own_time() throws Exception {
        try (ResearchRun run = new ResearchRun(GENEROUS)) {
            Source source = run.factory().create("newest-day", run.server.newestDay());
            assertTrue(source.simulated());
            assertEquals(Optional.of(Instant.parse(NEWEST)), source.observedAt());
        }
    }

    @Test
    void equal_seeds_give_equal_rows_on_whatever_port() throws Exception {
        try (ResearchRun one = new ResearchRun(GENEROUS);
                ResearchRun other = new ResearchRun(GENEROUS)) {
            assertEquals(rows(one), rows(other));
        }
    }

    private static List<Row> rows(ResearchRun run) throws Exception {
        return ResearchRun.rows(run.factory().create("newest-day", run.server.newestDay()), Optional.empty());
    }

    private static List<SourceRow> generated(ResearchRun run, String kind) throws Exception {
        try (MockTikTokRows rows = new MockTikTokRows(SimulationSettings.world(ResearchRun.WORLD, run.time), false)) {
            return Stream.generate(rows::next)
                    .takeWhile(row -> row != null)
                    .filter(row -> row.kind().equals(kind))
                    .toList();
        }
    }

    private static Map<String, String> counts(SourceRow row) {
        Map<String, String> counts = new TreeMap<>();
        COUNTS.stream().filter(field -> row.field(field) != null).forEach(field -> counts.put(field, row.field(field)));
        return counts;
    }

    private static Map<String, String> counts(Map<String, String> fields) {
        Map<String, String> counts = new TreeMap<>(fields);
        counts.keySet().retainAll(Set.copyOf(COUNTS));
        return counts;
    }
}
