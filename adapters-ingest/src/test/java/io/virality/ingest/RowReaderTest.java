package io.virality.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Freshness;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Platform;
import io.virality.domain.creator.Profile;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.creator.VideoCounts;
import io.virality.domain.creator.VideoDetails;
import io.virality.domain.engagement.ProviderRates;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.Rejection;
import io.virality.domain.ingest.VideoObservation;
import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import io.virality.spi.Source;
import io.virality.spi.SourceRow;
import io.virality.spi.SourceRows;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {

    private static final Instant OPENED = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant DATED = Instant.parse("2023-08-31T00:00:00Z");
    private static final Instant TOLD = Instant.parse("2022-03-24T10:00:00Z");

    private final RowReader reader = new RowReader("shop", new StillSource(Optional.of(DATED), false), OPENED);

    @Test
    void a_creator_is_read_in_full() {
        Reading reading = read(row(
                Kinds.CREATOR,
                Map.ofEntries(
                        Map.entry(Fields.PLATFORM_ID, "6744469562807747589"),
                        Map.entry(Fields.HANDLE, "@Ada.L"),
                        Map.entry(Fields.NICKNAME, " Ada 🦋"),
                        Map.entry(Fields.BIOGRAPHY, "one\ntwo"),
                        Map.entry(Fields.BIO_LINK, "https://example.org"),
                        Map.entry(Fields.REGION, "gb"),
                        Map.entry(Fields.LANGUAGE, "pt-BR"),
                        Map.entry(Fields.CATEGORY, "mathematics"),
                        Map.entry(Fields.VERIFIED, "TRUE"),
                        Map.entry(Fields.FOLLOWERS, "999999999999"),
                        Map.entry(Fields.FOLLOWING, "0"),
                        Map.entry(Fields.LIKES, " 5000 "),
                        Map.entry(Fields.VIDEOS, "17"),
                        Map.entry(Fields.ENGAGEMENT_RATE, "1.619883041"),
                        Map.entry(Fields.LIKE_ENGAGEMENT_RATE, "3.432887058e-05"),
                        Map.entry(Fields.COMMENT_ENGAGEMENT_RATE, "0"),
                        Map.entry(Fields.OBSERVED_AT, TOLD.toString()))));
        assertEquals(
                new CreatorObservation(
                        Identity.of("6744469562807747589", Handle.tiktok("ada.l")),
                        new Profile(
                                Optional.of(" Ada 🦋"),
                                Optional.of("one\ntwo"),
                                Optional.of("https://example.org"),
                                Optional.of("GB"),
                                Optional.of("pt-BR"),
                                Optional.of("mathematics"),
                                Optional.of(true)),
                        new Snapshot(
                                Counts.of(999999999999L, 0, 5000, 17),
                                new ProviderRates(
                                        OptionalDouble.of(1.619883041),
                                        OptionalDouble.of(3.432887058e-05),
                                        OptionalDouble.of(0)),
                                provenance(TOLD, false))),
                reading);
    }

    @Test
    void a_video_is_read_in_full() {
        Reading reading = read(row(
                Kinds.VIDEO,
                Map.ofEntries(
                        Map.entry(Fields.HANDLE, "ada"),
                        Map.entry(Fields.VIDEO_ID, "6931113727278304517"),
                        Map.entry(Fields.POSTED_AT, "2022-03-01T08:30:00Z"),
                        Map.entry(Fields.CAPTION, "look"),
                        Map.entry(Fields.HASHTAGS, " fyp  #math # 日本 "),
                        Map.entry(Fields.SOUND, "a song"),
                        Map.entry(Fields.DURATION_SECONDS, "15.25"),
                        Map.entry(Fields.VIEWS, "100"),
                        Map.entry(Fields.LIKES, "10"),
                        Map.entry(Fields.COMMENTS, "3"),
                        Map.entry(Fields.SHARES, "2"),
                        Map.entry(Fields.SAVES, "1"))));
        assertEquals(
                new VideoObservation(
                        Identity.of(Handle.tiktok("ada")),
                        "6931113727278304517",
                        new VideoDetails(
                                Optional.of(Instant.parse("2022-03-01T08:30:00Z")),
                                Optional.of("look"),
                                List.of("fyp", "math", "日本"),
                                Optional.of("a song"),
                                Optional.of(Duration.ofMillis(15_250)),
                                List.of()),
                        new VideoCounts(
                                OptionalLong.of(100),
                                OptionalLong.of(10),
                                OptionalLong.of(3),
                                OptionalLong.of(2),
                                OptionalLong.of(1)),
                        provenance(DATED, true)),
                reading);
    }

    @Test
    void a_video_may_tell_its_creators_counts_along() {
        VideoObservation video = assertInstanceOf(
                VideoObservation.class,
                reader.read(row(
                        Kinds.VIDEO,
                        Map.of(
                                Fields.HANDLE, "ada",
                                Fields.VIDEO_ID, "7",
                                Fields.LIKES, "9",
                                Fields.FOLLOWERS, "1",
                                Fields.FOLLOWING, "2",
                                Fields.CREATOR_LIKES, "3",
                                Fields.VIDEOS, "4"))));
        assertEquals(Counts.of(1, 2, 3, 4), video.creatorCounts());
        assertEquals(OptionalLong.of(9), video.counts().likes());
    }

    @Test
    void where_a_row_is_silent_nothing_is_known() {
        CreatorObservation creator = creator(Map.of(Fields.HANDLE, "ada", Fields.NICKNAME, " ", Fields.FOLLOWERS, ""));
        assertEquals(Profile.UNKNOWN, creator.profile());
        assertEquals(Counts.UNKNOWN, creator.snapshot().counts());
        assertEquals(ProviderRates.NONE, creator.snapshot().rates());
        VideoObservation video = assertInstanceOf(
                VideoObservation.class, read(row(Kinds.VIDEO, Map.of(Fields.PLATFORM_ID, "5", Fields.VIDEO_ID, "7"))));
        assertEquals(VideoDetails.UNKNOWN, video.details());
        assertEquals(OptionalLong.empty(), video.counts().views());
    }

    @Test
    void nul_characters_are_taken_out() {
        CreatorObservation creator =
                creator(Map.of(Fields.HANDLE, "a\0da", Fields.NICKNAME, "A\0da\0", Fields.BIOGRAPHY, "\0"));
        assertEquals("ada", creator.creator().handle().orElseThrow().name());
        assertEquals(Optional.of("Ada"), creator.profile().nickname());
        assertEquals(Optional.empty(), creator.profile().biography());
    }

    @Test
    void blanks_around_a_group_make_no_other_one() {
        CreatorObservation creator = creator(Map.of(
                Fields.HANDLE, "ada", Fields.CATEGORY, "Family ", Fields.REGION, " us", Fields.LANGUAGE, "en\t"));
        assertEquals(Optional.of("Family"), creator.profile().category());
        assertEquals(Optional.of("US"), creator.profile().region());
        assertEquals(Optional.of("en"), creator.profile().language());
    }

    @Test
    void another_platform_has_its_own_handles() {
        CreatorObservation creator = creator(Map.of(Fields.PLATFORM, "youtube", Fields.HANDLE, "ada-l"));
        assertEquals(Platform.YOUTUBE, creator.creator().platform());
    }

    @Test
    void a_time_is_the_rows_own_else_the_sources_else_that_of_the_opening() {
        assertEquals(
                provenance(TOLD, false),
                creator(Map.of(Fields.HANDLE, "ada", Fields.OBSERVED_AT, TOLD.toString()))
                        .snapshot()
                        .provenance());
        assertEquals(
                provenance(DATED, true),
                creator(Map.of(Fields.HANDLE, "ada")).snapshot().provenance());
        RowReader undated = new RowReader("shop", new StillSource(Optional.empty(), false), OPENED);
        CreatorObservation creator = assertInstanceOf(
                CreatorObservation.class, undated.read(row(Kinds.CREATOR, Map.of(Fields.HANDLE, "ada"))));
        assertEquals(provenance(OPENED, true), creator.snapshot().provenance());
    }

    @Test
    void times_that_change_from_row_to_row_are_not_mixed_up() {
        Instant next = TOLD.plusSeconds(1);
        for (Instant time : List.of(TOLD, TOLD, next, TOLD)) {
            assertEquals(
                    time,
                    creator(Map.of(Fields.HANDLE, "ada", Fields.OBSERVED_AT, time.toString()))
                            .snapshot()
                            .provenance()
                            .observedAt());
        }
    }

    @Test
    void simulated_rows_are_marked() {
        RowReader simulating = new RowReader("demo", new StillSource(Optional.empty(), true), OPENED);
        CreatorObservation creator = assertInstanceOf(
                CreatorObservation.class, simulating.read(row(Kinds.CREATOR, Map.of(Fields.HANDLE, "ada"))));
        assertEquals(Origin.SIMULATED, creator.snapshot().provenance().origin());
    }

    @ParameterizedTest
    @EnumSource(io.virality.spi.Freshness.class)
    void every_freshness_of_the_spi_is_one_of_the_domain(io.virality.spi.Freshness freshness) {
        Source source = new StillSource(Optional.empty(), false) {
            @Override
            public io.virality.spi.Freshness freshness() {
                return freshness;
            }
        };
        CreatorObservation creator = assertInstanceOf(
                CreatorObservation.class,
                new RowReader("x", source, OPENED).read(row(Kinds.CREATOR, Map.of(Fields.HANDLE, "ada"))));
        assertEquals(
                freshness.name(), creator.snapshot().provenance().freshness().name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "followers              | 12.0                    | followers is not a whole number",
                "followers              | 1,200                   | followers is not a whole number",
                "followers              | 13.8M                   | followers is not a whole number",
                "followers              | 99999999999999999999    | followers is not a whole number",
                "following              | -5                      | following is negative",
                "following              | 1000000000001           | following is out of range",
                "likes                  | 9223372036854775807     | likes is out of range",
                "engagement_rate        | high                    | engagement_rate is not a number",
                "engagement_rate        | NaN                     | engagement_rate is not a number",
                "engagement_rate        | 0x1p3                   | engagement_rate is not a number",
                "engagement_rate        | 1d                      | engagement_rate is not a number",
                "like_engagement_rate   | 12 %                    | like_engagement_rate is not a number",
                "verified               | yes                     | verified is neither true nor false",
                "observed_at            | 2022-03-24              | observed_at is not an instant in UTC",
                "observed_at            | 1969-12-31T23:59:59Z    | observed_at is out of range",
                "observed_at            | +12000-01-01T00:00:00Z  | observed_at is out of range",
                "platform               | myspace                 | platform is unknown",
                "region                 | a land with a long name | region is longer than 16 characters",
            })
    void a_value_that_cannot_be_rejects_its_row(String field, String value, String reason) {
        Map<String, String> fields = new HashMap<>(Map.of(Fields.HANDLE, "ada"));
        fields.put(field, value);
        assertEquals(new Rejection("line 7", reason, value, "raw text"), read(row(Kinds.CREATOR, fields)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "posted_at        | yesterday | posted_at is not an instant in UTC | yesterday",
                "duration_seconds | long      | duration_seconds is not a number   | long",
                "duration_seconds | 1e300     | duration_seconds is out of range   | 1e300",
                "duration_seconds | -1        | duration is negative               | PT-1S",
                "likes            | 101       | more likes than views              | 101 > 100",
            })
    void a_value_that_cannot_be_rejects_its_video(String field, String value, String reason, String detail) {
        Map<String, String> fields =
                new HashMap<>(Map.of(Fields.HANDLE, "ada", Fields.VIDEO_ID, "7", Fields.VIEWS, "100"));
        fields.put(field, value);
        assertEquals(new Rejection("line 7", reason, detail, "raw text"), read(row(Kinds.VIDEO, fields)));
    }

    @Test
    void a_rate_beyond_all_bounds_is_the_domains_to_refuse() {
        assertEquals(
                new Rejection("line 7", "engagement rate is not a rate", "Infinity", "raw text"),
                read(row(Kinds.CREATOR, Map.of(Fields.HANDLE, "ada", Fields.ENGAGEMENT_RATE, "1e400"))));
    }

    @Test
    void a_number_of_a_million_digits_is_refused_at_once() {
        Rejection rejection = assertInstanceOf(
                Rejection.class,
                read(row(Kinds.CREATOR, Map.of(Fields.HANDLE, "ada", Fields.ENGAGEMENT_RATE, "1".repeat(1_000_000)))));
        assertEquals("engagement_rate is not a number", rejection.reason());
        assertEquals(200, rejection.detail().length());
    }

    @Test
    void a_handle_that_cannot_be_is_told_apart_from_its_reason() {
        assertEquals(
                new Rejection("line 7", "not a tiktok handle", "'who: me?'", "raw text"),
                read(row(Kinds.CREATOR, Map.of(Fields.HANDLE, "who: me?"))));
    }

    @Test
    void a_row_about_nobody_is_rejected() {
        assertEquals(
                new Rejection("line 7", "a creator needs a platform id or a handle", "", "raw text"),
                read(row(Kinds.CREATOR, Map.of(Fields.FOLLOWERS, "5"))));
    }

    @Test
    void a_video_without_an_id_is_rejected() {
        assertEquals(
                new Rejection("line 7", "a video needs a video id", "", "raw text"),
                read(row(Kinds.VIDEO, Map.of(Fields.HANDLE, "ada"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nickname", "category", "sound"})
    void names_are_bounded(String field) {
        String kind = field.equals(Fields.SOUND) ? Kinds.VIDEO : Kinds.CREATOR;
        Map<String, String> fields = new HashMap<>(Map.of(Fields.HANDLE, "ada", Fields.VIDEO_ID, "7"));
        fields.put(field, "x".repeat(200));
        assertEquals(false, read(row(kind, fields)) instanceof Rejection);
        fields.put(field, "x".repeat(201));
        Rejection rejection = assertInstanceOf(Rejection.class, read(row(kind, fields)));
        assertEquals(field + " is longer than 200 characters", rejection.reason());
    }

    @Test
    void a_row_of_unknown_kind_is_rejected() {
        assertEquals(
                new Rejection("line 7", "a row of unknown kind", "rumour", "raw text"), read(row("rumour", Map.of())));
        assertEquals(new Rejection("line 7", "a row of unknown kind", "null", "raw text"), read(row(null, Map.of())));
    }

    @Test
    void a_defective_row_is_rejected_without_a_look_at_its_fields() {
        SourceRow defective = new StillRow(Kinds.CREATOR, Map.of(), Optional.of("too short: 1 instead of 2")) {
            @Override
            public String field(String name) {
                throw new IllegalStateException("must not be asked");
            }
        };
        assertEquals(new Rejection("line 7", "too short", "1 instead of 2", "raw text"), read(defective));
    }

    @Test
    void what_a_source_throws_in_a_row_is_not_swallowed() {
        SourceRow broken = new StillRow(Kinds.CREATOR, Map.of(), Optional.empty()) {
            @Override
            public String field(String name) {
                throw new IllegalStateException("no luck");
            }
        };
        assertThrows(IllegalStateException.class, () -> read(broken));
    }

    private CreatorObservation creator(Map<String, String> fields) {
        return assertInstanceOf(CreatorObservation.class, read(row(Kinds.CREATOR, fields)));
    }

    private static Provenance provenance(Instant time, boolean assumed) {
        return new Provenance("shop", "still@1", Origin.REAL, Freshness.ARCHIVE, time, assumed);
    }

    private static SourceRow row(String kind, Map<String, String> fields) {
        return new StillRow(kind, fields, Optional.empty());
    }

    private static class StillRow implements SourceRow {

        private final String kind;
        private final Map<String, String> fields;
        private final Optional<String> defect;

        StillRow(String kind, Map<String, String> fields, Optional<String> defect) {
            this.kind = kind;
            this.fields = fields;
            this.defect = defect;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public String position() {
            return "line 7";
        }

        @Override
        public String field(String name) {
            return fields.get(name);
        }

        @Override
        public String raw() {
            return "raw text";
        }

        @Override
        public Optional<String> defect() {
            return defect;
        }
    }

    private static class StillSource implements Source {

        private final Optional<Instant> observedAt;
        private final boolean simulated;

        StillSource(Optional<Instant> observedAt, boolean simulated) {
            this.observedAt = observedAt;
            this.simulated = simulated;
        }

        @Override
        public String version() {
            return "still@1";
        }

        @Override
        public boolean simulated() {
            return simulated;
        }

        @Override
        public Optional<Instant> observedAt() {
            return observedAt;
        }

        @Override
        public SourceRows read(Optional<String> resumeFrom) {
            return () -> null;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "followers, -1, followers",
        "likes, many, likes",
        "handle, a b, handle",
        "observed_at, yesterday, observed_at",
        "platform, myspace, platform",
        "freshness, stale, freshness"
    })
    void a_rejection_names_the_field_that_is_wrong(String field, String value, String named) {
        Map<String, String> fields = new HashMap<>(Map.of(Fields.HANDLE, "ada"));
        fields.put(field, value);
        Rejection rejection = (Rejection) reader.read(row(Kinds.CREATOR, fields));
        assertEquals(Optional.of(named), rejection.field());
    }

    @Test
    void a_row_that_is_wrong_as_a_whole_names_no_field() {
        assertEquals(Optional.empty(), ((Rejection) reader.read(row("planet", Map.of()))).field());
    }

    @Test
    void a_rejected_row_keeps_its_fields_and_who_said_them_when() {
        Rejection rejection = assertInstanceOf(
                Rejection.class,
                reader.read(row(Kinds.CREATOR, Map.of(Fields.HANDLE, "ada", Fields.FOLLOWERS, "many"))));
        String fields = rejection.fields().orElseThrow();
        for (String part : new String[] {"\"kind\":\"creator\"", "\"followers\":\"many\"", "\"source\":\"shop\""}) {
            assertEquals(true, fields.contains(part), fields);
        }
    }

    /** Rejections without their fields: those have a test of their own. */
    private Reading read(SourceRow row) {
        Reading reading = reader.read(row);
        return reading instanceof Rejection rejection
                ? new Rejection(rejection.position(), rejection.reason(), rejection.detail(), rejection.raw())
                : reading;
    }
}
