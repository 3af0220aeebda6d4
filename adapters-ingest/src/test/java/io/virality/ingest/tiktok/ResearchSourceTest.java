package io.virality.ingest.tiktok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.ingest.tiktok.ResearchRun.Row;
import io.virality.spi.Fields;
import io.virality.spi.Freshness;
import io.virality.spi.Kinds;
import io.virality.spi.Source;
import io.virality.spi.SourceException;
import io.virality.spi.SourceRow;
import io.virality.spi.SourceRows;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResearchSourceTest {

    private static final Map<String, String> EVERYTHING = Map.of(
            "query",
            "{\"and\":[{\"operation\":\"GTE\",\"field_name\":\"view_count\",\"field_values\":[\"0\"]}]}",
            "startDate",
            "2026-05-01",
            "endDate",
            "2026-06-30",
            "profiles",
            "met",
            "pageSize",
            "40");

    private static final Map<String, String> FAULTS = Map.of(
            "serverErrors", ".10",
            "gatewayTimeouts", ".04",
            "rateLimits", ".04",
            "expiredTokens", ".05",
            "searchIds", ".05",
            "cursors", ".03",
            "slowAnswers", ".03",
            "slowMilliseconds", "1");

    @Test
    void every_video_that_the_archive_shows_is_given_once() throws Exception {
        try (ResearchRun run = new ResearchRun(Map.of("hidden", "0", "missingLikes", "0"))) {
            Instant found = Instant.parse("2026-06-28T23:00:00Z");
            Set<String> expected = new TreeSet<>();
            MockTikTokRows simulated = new MockTikTokRows(SimulationSettings.world(ResearchRun.WORLD, run.time), false);
            for (SourceRow row = simulated.next(); row != null; row = simulated.next()) {
                if (row.kind().equals(Kinds.VIDEO)
                        && !Instant.parse(row.field(Fields.POSTED_AT)).isAfter(found)) {
                    expected.add(row.field(Fields.VIDEO_ID));
                }
            }
            List<String> given = videos(run.rows(EVERYTHING));
            assertTrue(expected.size() > 300, "a search of several pages: " + expected.size());
            assertEquals(expected, new TreeSet<>(given));
            assertEquals(expected.size(), given.size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void whatever_goes_wrong_no_row_is_lost_or_doubled_or_changed_and_no_quota_overrun(int variant) throws Exception {
        List<String> undisturbed;
        try (ResearchRun run = new ResearchRun(Map.of())) {
            undisturbed = said(run.rows(EVERYTHING));
        }
        Map<String, String> faults = new HashMap<>(FAULTS);
        // Another page size is another course of requests, and so another course of faults.
        Map<String, String> question = new HashMap<>(EVERYTHING);
        question.put("pageSize", Integer.toString(7 + variant));
        try (ResearchRun run = new ResearchRun(faults)) {
            List<String> disturbed = said(run.rows(question));
            assertEquals(new TreeSet<>(undisturbed), new TreeSet<>(disturbed));
            assertEquals(undisturbed.size(), disturbed.size());
            assertEquals(0, run.server.tiktok().refusedForQuota());
            for (Fault fault : Fault.ALL) {
                assertTrue(
                        fault == Fault.DAILY_QUOTA || run.server.tiktok().happened(fault) > 0, fault + " not played");
            }
        }
    }

    @Test
    void equal_settings_and_faults_give_equal_courses() throws Exception {
        try (ResearchRun one = new ResearchRun(FAULTS);
                ResearchRun other = new ResearchRun(FAULTS)) {
            assertEquals(one.rows(EVERYTHING), other.rows(EVERYTHING));
            assertEquals(one.time.naps(), other.time.naps());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "met"})
    void a_reading_goes_on_behind_any_row(String profiles) throws Exception {
        Map<String, String> question = new HashMap<>(EVERYTHING);
        question.put("profiles", profiles);
        question.put("startDate", "2026-05-20");
        try (ResearchRun run = new ResearchRun(Map.of("requestsPerDay", "1000000"))) {
            question.put("dailyRequests", "1000000");
            Source source = run.source(question);
            List<Row> whole = ResearchRun.rows(source, Optional.empty());
            for (int i = 0; i < whole.size(); i += 13) {
                List<Row> rest =
                        ResearchRun.rows(source, Optional.of(whole.get(i).position()));
                Set<String> both = new HashSet<>(said(whole.subList(0, i + 1)));
                both.addAll(said(rest));
                assertEquals(new HashSet<>(said(whole)), both, "behind row " + i);
                if (profiles.equals("none")) {
                    assertEquals(whole.subList(i + 1, whole.size()), rest, "behind row " + i);
                }
            }
        }
    }

    @Test
    void a_search_that_tiktok_has_forgotten_is_made_again() throws Exception {
        Map<String, String> question = new HashMap<>(EVERYTHING);
        question.put("profiles", "none");
        List<Row> whole;
        try (ResearchRun run = new ResearchRun(Map.of())) {
            whole = run.rows(question);
        }
        try (ResearchRun afterwards = new ResearchRun(Map.of())) {
            String position = whole.get(60).position();
            assertTrue(ResearchPosition.parse(position).orElseThrow().searchId().isPresent(), position);
            List<Row> rest = ResearchRun.rows(afterwards.source(question), Optional.of(position));
            assertTrue(said(rest).containsAll(said(whole.subList(61, whole.size()))));
        }
    }

    @Test
    void the_budget_of_requests_is_kept_until_midnight_in_utc() throws Exception {
        Map<String, String> question = new HashMap<>(EVERYTHING);
        question.put("dailyRequests", "20");
        question.put("atQuota", "wait");
        try (ResearchRun run = new ResearchRun(Map.of("requestsPerDay", "20", "serverErrors", ".1"))) {
            List<String> given = said(run.rows(question));
            assertEquals(0, run.server.tiktok().refusedForQuota());
            assertTrue(run.time.instant().isAfter(Instant.parse("2026-07-04T00:00:00Z")), run.time.toString());
            try (ResearchRun unlimited = new ResearchRun(Map.of())) {
                assertEquals(new TreeSet<>(said(unlimited.rows(EVERYTHING))), new TreeSet<>(given));
            }
        }
    }

    @Test
    void the_budget_of_records_is_kept_until_midnight_in_utc() throws Exception {
        Map<String, String> question = new HashMap<>(EVERYTHING);
        question.put("profiles", "none");
        question.put("dailyRecords", "100");
        question.put("atQuota", "wait");
        try (ResearchRun run = new ResearchRun(Map.of("recordsPerDay", "100"));
                ResearchRun unlimited = new ResearchRun(Map.of())) {
            List<String> given = said(run.rows(question));
            assertEquals(0, run.server.tiktok().refusedForQuota());
            assertTrue(run.time.instant().isAfter(Instant.parse("2026-07-04T00:00:00Z")), run.time.toString());
            question.remove("dailyRecords");
            assertEquals(new TreeSet<>(said(unlimited.rows(question))), new TreeSet<>(given));
        }
    }

    @Test
    void a_quota_that_others_have_spent_is_waited_for() throws Exception {
        Map<String, String> question = Map.of("usernames", username(), "dailyRequests", "1000", "atQuota", "wait");
        try (ResearchRun run = new ResearchRun(Map.of("requestsPerDay", "1"))) {
            assertEquals(1, run.rows(question).size());
            assertEquals(1, run.rows(question).size());
            assertEquals(Instant.parse("2026-07-03T00:00:00Z"), run.time.instant());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "1000"})
    void a_reading_that_spent_the_quota_ends_and_goes_on_behind_it_tomorrow(String expected) throws Exception {
        Map<String, String> question = new HashMap<>(EVERYTHING);
        question.put("dailyRequests", expected);
        try (ResearchRun run = new ResearchRun(Map.of("requestsPerDay", "20"));
                ResearchRun unlimited = new ResearchRun(Map.of())) {
            Set<String> given = new TreeSet<>();
            Optional<String> behind = Optional.empty();
            int days = 0;
            for (boolean spent = true; spent; days++) {
                spent = false;
                // What an import does that is started once a day.
                try (SourceRows rows = run.source(question).read(behind)) {
                    for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                        given.add(Row.of(row).said());
                        behind = Optional.of(row.position());
                    }
                } catch (SourceException refusal) {
                    spent = true;
                    assertEquals(SourceException.Turn.SOURCE, refusal.turn());
                    assertTrue(refusal.getMessage().contains("T00:00:00Z"), refusal.getMessage());
                    assertTrue(refusal.getMessage().contains("atQuota=wait"), refusal.getMessage());
                    run.time.sleep(Duration.ofDays(1));
                }
            }
            assertTrue(days > 2, "days: " + days);
            assertEquals(new TreeSet<>(said(unlimited.rows(EVERYTHING))), given);
        }
    }

    @Test
    void a_period_that_tiktok_cannot_answer_is_divided() throws Exception {
        Map<String, String> question = new HashMap<>(EVERYTHING);
        question.put("profiles", "none");
        try (ResearchRun run = new ResearchRun(Map.of("serverErrors", ".6"));
                ResearchRun undisturbed = new ResearchRun(Map.of())) {
            List<Row> divided = run.rows(question);
            assertEquals(new TreeSet<>(said(undisturbed.rows(question))), new TreeSet<>(said(divided)));
            assertTrue(
                    divided.stream()
                            .map(row -> ResearchPosition.parse(row.position()).orElseThrow())
                            .anyMatch(position -> position.days().count() < 30),
                    "no period was divided");
        }
    }

    @Test
    void nothing_but_errors_ends_with_a_clear_one() throws Exception {
        try (ResearchRun run = new ResearchRun(Map.of("serverErrors", "1"))) {
            SourceException refusal = assertThrows(SourceException.class, () -> run.rows(EVERYTHING));
            assertEquals(SourceException.Turn.SOURCE, refusal.turn());
            assertTrue(refusal.getMessage().contains("internal_error"), refusal.getMessage());
        }
    }

    @Test
    void a_user_whom_tiktok_does_not_know_is_a_row_that_says_so() throws Exception {
        try (ResearchRun run = new ResearchRun(Map.of())) {
            List<Row> rows = run.rows(Map.of("usernames", "@Nobody, " + username()));
            assertEquals(2, rows.size());
            assertTrue(rows.get(0).defect().orElseThrow().startsWith("TikTok does not give this user: nobody"));
            assertEquals(Optional.empty(), rows.get(1).defect());
            assertEquals(username(), rows.get(1).fields().get(Fields.HANDLE));
            assertEquals(run.time.instant().toString(), rows.get(1).fields().get(Fields.OBSERVED_AT));
        }
    }

    @Test
    void impossible_counts_are_passed_on_with_their_raw_text() throws Exception {
        Map<String, String> faults = Map.of("impossibleFrom", "2026-05-01", "impossibleUntil", "2026-06-30");
        try (ResearchRun run = new ResearchRun(faults);
                SourceRows rows = run.source(EVERYTHING).read(Optional.empty())) {
            int impossible = 0;
            for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                if (row.kind().equals(Kinds.VIDEO)
                        && row.field(Fields.LIKES) != null
                        && Long.parseLong(row.field(Fields.LIKES)) > Long.parseLong(row.field(Fields.VIEWS))) {
                    impossible++;
                    assertTrue(row.raw().contains("\"view_count\":" + row.field(Fields.VIEWS)), row.raw());
                }
            }
            assertTrue(impossible > 20, impossible + " rows");
        }
    }

    @Test
    void the_other_spellings_of_the_documentation_change_nothing() throws Exception {
        Map<String, String> others = Map.of(
                "videoIdKey", "video_id",
                "savesKey", "favourites_count",
                "hasMore", "text",
                "refusedTokenStatus", "200",
                "tokenSeconds", "3600",
                "expiredTokens", ".1");
        try (ResearchRun run = new ResearchRun(others);
                ResearchRun usual = new ResearchRun(Map.of())) {
            assertEquals(said(usual.rows(EVERYTHING)), said(run.rows(EVERYTHING)));
        }
    }

    @Test
    void nul_characters_do_not_keep_a_profile_from_being_found() throws Exception {
        try (ResearchRun run = new ResearchRun(Map.of("nulCharacters", "1"))) {
            List<Row> rows = run.rows(EVERYTHING);
            assertTrue(rows.stream().anyMatch(row -> row.fields().toString().contains("\0")));
            assertTrue(rows.stream().allMatch(row -> row.defect().isEmpty()));
        }
    }

    @Test
    void it_waits_between_attempts_longer_each_time_and_for_a_search_as_long_as_that_takes() throws Exception {
        Map<String, String> question = new HashMap<>(EVERYTHING);
        question.put("profiles", "none");
        try (ResearchRun run = new ResearchRun(Map.of("searchIdSeconds", "12"))) {
            run.rows(question);
            assertEquals(
                    List.of(Duration.ofSeconds(5), Duration.ofSeconds(10)),
                    run.time.naps().subList(0, 2));
        }
    }

    @Test
    void only_a_source_of_profiles_alone_is_live_and_only_tiktoks_own_rows_are_real() throws Exception {
        try (ResearchRun run = new ResearchRun(Map.of())) {
            assertEquals(Freshness.ARCHIVE, run.source(EVERYTHING).freshness());
            assertEquals(Freshness.LIVE, run.source(Map.of("usernames", "a")).freshness());
            assertTrue(run.source(EVERYTHING).simulated());
            Map<String, String> secrets = Map.of("TIKTOK_CLIENT_KEY", "key", "TIKTOK_CLIENT_SECRET", "hush");
            ResearchSourceFactory real =
                    new ResearchSourceFactory(new TikTokClients(secrets, run.time, run.time, new Random(1)));
            assertFalse(real.create("research", Map.of("usernames", "a")).simulated());
        }
    }

    private static String username() throws SourceException {
        return SimulationSettings.world(ResearchRun.WORLD, new TestTime("2026-07-02T12:00:00Z"))
                .creator(0)
                .persona()
                .handle();
    }

    private static List<String> videos(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.kind().equals(Kinds.VIDEO))
                .map(row -> row.fields().get(Fields.VIDEO_ID))
                .collect(Collectors.toList());
    }

    private static List<String> said(List<Row> rows) {
        return rows.stream().map(Row::said).toList();
    }
}
