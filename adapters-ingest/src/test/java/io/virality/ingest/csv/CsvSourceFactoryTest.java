package io.virality.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import io.virality.spi.Source;
import io.virality.spi.SourceException;
import io.virality.spi.SourceRow;
import io.virality.spi.SourceRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvSourceFactoryTest {

    private static final String PROFILE = """
            id,url,nickname,biography,bio_link,predicted_lang,is_verified,followers,following,likes,videos_count,\
            awg_engagement_rate,comment_engagement_rate,like_engagement_rate,region
            6744469562807747589,https://www.tiktok.com/@ada.l?lang=en,Ada,"one
            two","",en,true,1200,3,5000,17,0.25,0.01,0.24,GB
            """;

    private final CsvSourceFactory factory = new CsvSourceFactory();

    @TempDir
    private Path folder;

    @Test
    void a_bright_data_header_is_recognised_and_every_column_finds_its_field() throws Exception {
        Source source = source(PROFILE, Map.of());
        assertEquals("bright-data-profiles@1", source.version());
        SourceRow row = rows(source).get(0);
        assertEquals(Kinds.CREATOR, row.kind());
        Map<String, String> said = new HashMap<>();
        for (String field : Fields.all()) {
            if (row.field(field) != null) {
                said.put(field, row.field(field));
            }
        }
        assertEquals(
                Map.ofEntries(
                        Map.entry(Fields.PLATFORM_ID, "6744469562807747589"),
                        Map.entry(Fields.HANDLE, "ada.l"),
                        Map.entry(Fields.NICKNAME, "Ada"),
                        Map.entry(Fields.BIOGRAPHY, "one\ntwo"),
                        Map.entry(Fields.LANGUAGE, "en"),
                        Map.entry(Fields.VERIFIED, "true"),
                        Map.entry(Fields.FOLLOWERS, "1200"),
                        Map.entry(Fields.FOLLOWING, "3"),
                        Map.entry(Fields.LIKES, "5000"),
                        Map.entry(Fields.VIDEOS, "17"),
                        Map.entry(Fields.ENGAGEMENT_RATE, "0.25"),
                        Map.entry(Fields.COMMENT_ENGAGEMENT_RATE, "0.01"),
                        Map.entry(Fields.LIKE_ENGAGEMENT_RATE, "0.24"),
                        Map.entry(Fields.REGION, "GB")),
                said);
    }

    @Test
    void columns_may_stand_in_any_order_among_others() throws Exception {
        SourceRow row = rows(source("""
                        extra,followers,url,signature,awg_engagement_rate,id
                        x,12,https://www.tiktok.com/@ada,y,0.5,71
                        """, Map.of())).get(0);
        assertEquals("ada", row.field(Fields.HANDLE));
        assertEquals("71", row.field(Fields.PLATFORM_ID));
        assertEquals("12", row.field(Fields.FOLLOWERS));
        assertEquals("0.5", row.field(Fields.ENGAGEMENT_RATE));
        assertNull(row.field(Fields.NICKNAME));
    }

    @Test
    void a_header_behind_a_byte_order_mark_is_recognised() throws Exception {
        assertEquals(
                "6744469562807747589",
                rows(source("\uFEFF" + PROFILE, Map.of())).get(0).field(Fields.PLATFORM_ID));
    }

    @Test
    void the_word_null_and_the_empty_cell_say_nothing() throws Exception {
        SourceRow row = rows(source("""
                        id,url,awg_engagement_rate,followers,nickname
                        71,https://www.tiktok.com/@ada,null,,null and void
                        """, Map.of())).get(0);
        assertNull(row.field(Fields.ENGAGEMENT_RATE));
        assertNull(row.field(Fields.FOLLOWERS));
        assertEquals("null and void", row.field(Fields.NICKNAME));
    }

    @Test
    void without_a_preset_the_word_null_is_a_word() throws Exception {
        SourceRow row = rows(source("who,called\nada,null\n", Map.of("map.who", "handle", "map.called", "nickname")))
                .get(0);
        assertEquals("null", row.field(Fields.NICKNAME));
    }

    @Test
    void an_address_that_is_no_profile_stays_as_it_is_to_be_refused() throws Exception {
        SourceRow row = rows(source("id,url,awg_engagement_rate,followers\n71,https://example.org,0,1\n", Map.of()))
                .get(0);
        assertEquals("https://example.org", row.field(Fields.HANDLE));
    }

    @Test
    void positions_are_the_lines_of_an_editor() throws Exception {
        List<SourceRow> rows =
                rows(source("name,text\r\nada,\"1\r\n2\n3\"\r\n\r\ngrace,\"\"\nmary,x", Map.of("map.name", "handle")));
        assertEquals(
                List.of("2", "6", "7"), rows.stream().map(SourceRow::position).toList());
    }

    @Test
    void raw_is_the_record_with_its_quotes() throws Exception {
        SourceRow row = rows(source(
                        "name,text,more\nada,\"one\n\"\"two\"\", three\",plain\n", Map.of("map.name", "handle")))
                .get(0);
        assertEquals("ada,\"one\n\"\"two\"\", three\",plain", row.raw());
    }

    @Test
    void a_row_of_another_width_is_defective_and_those_around_it_are_not() throws Exception {
        List<SourceRow> rows =
                rows(source("name,followers\nada,1\ngrace\nmary,2,3\njoan,4\n", Map.of("map.name", "handle")));
        assertEquals(
                List.of(
                        Optional.empty(),
                        Optional.of("the row has another number of cells than the header: 1 instead of 2"),
                        Optional.of("the row has another number of cells than the header: 3 instead of 2"),
                        Optional.empty()),
                rows.stream().map(SourceRow::defect).toList());
        assertEquals("joan", rows.get(3).field(Fields.HANDLE));
        assertEquals("mary,2,3", rows.get(2).raw());
    }

    @Test
    void a_field_beyond_the_end_of_a_short_row_is_silent() throws Exception {
        SourceRow row = rows(source("who,fans\nada\n", Map.of("map.who", "handle", "map.fans", "followers")))
                .get(0);
        assertNull(row.field(Fields.FOLLOWERS));
    }

    @Test
    void a_whole_mapping_serves_any_header() throws Exception {
        Source source = source("who,fans\nada,12\n", Map.of("map.who", "handle", "map.fans", "followers"));
        assertEquals("mapped@1", source.version());
        SourceRow row = rows(source).get(0);
        assertEquals(Kinds.CREATOR, row.kind());
        assertEquals("ada", row.field(Fields.HANDLE));
        assertEquals("12", row.field(Fields.FOLLOWERS));
    }

    @Test
    void where_a_video_id_is_mapped_the_rows_are_videos() throws Exception {
        Source source = source(
                "who,clip,plays\nada,71,12\n",
                Map.of("map.who", "handle", "map.clip", "video_id", "map.plays", "views"));
        assertEquals(Kinds.VIDEO, rows(source).get(0).kind());
    }

    @Test
    void columns_that_are_called_like_fields_need_no_mapping() throws Exception {
        Source source = source("""
                handle,observed_at,followers,Likes,more
                ada,2026-01-17,12,3,x
                ada,2026-01-17T06:00:00Z,13,3,x
                """, Map.of());
        assertEquals("virality-fields@1", source.version());
        List<SourceRow> rows = rows(source);
        assertEquals(Kinds.CREATOR, rows.get(0).kind());
        assertEquals("2026-01-17T00:00:00Z", rows.get(0).field(Fields.OBSERVED_AT));
        assertEquals("2026-01-17T06:00:00Z", rows.get(1).field(Fields.OBSERVED_AT));
        assertEquals("12", rows.get(0).field(Fields.FOLLOWERS));
        assertNull(rows.get(0).field(Fields.LIKES), "nearly called like a field is another name");
        assertEquals(Optional.empty(), rows.get(1).defect(), "another moment");
    }

    @Test
    void the_users_mapping_is_completed_by_columns_called_like_fields() throws Exception {
        Source source = source("who,followers,likes\nada,12,3\n", Map.of("map.who", "handle", "map.likes", "videos"));
        assertEquals("mapped@1", source.version());
        SourceRow row = rows(source).get(0);
        assertEquals("12", row.field(Fields.FOLLOWERS));
        assertEquals("3", row.field(Fields.VIDEOS));
        assertNull(row.field(Fields.LIKES));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "handle,followers,brand_account: creator",
                "platform_id,video_id,views: video",
                "video_id,views: video",
                "order_id,product_id,video_id,handle,sold_at,gross: sale",
                "channel,campaign_id,brand,handle,spend: ad-result",
                "handle,brand,video_id,evidence: sponsorship",
                "handle,from,until,followers_gained,category: growth",
                "product_id,shop_id,name,price: product",
                "shop_id,name,gmv: shop"
            })
    void the_fields_decide_what_a_row_is_about(String header, String kind) throws Exception {
        SourceRow row = rows(source(header + "\n" + "1,".repeat(header.split(",").length - 1) + "1\n", Map.of()))
                .get(0);
        assertEquals(kind, row.kind());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "order_id,handle: rows of kind sale need sold_at, and gross;",
                "brand,fee: rows of kind sponsorship need platform_id or handle, and evidence;",
                "handle,views_gained: rows of kind growth need from, and until;",
                "name,followers: rows of kind creator need platform_id or handle;"
            })
    void what_a_kind_needs_must_be_in_the_file(String header, String message) throws Exception {
        String refusal = refusal(header + "\n1,2\n", Map.of()).getMessage();
        assertTrue(refusal.contains(message), refusal);
    }

    @Test
    void what_a_kind_needs_may_be_the_same_for_all_rows() throws Exception {
        SourceRow row =
                rows(source("spend\n12.5\n", Map.of("constant.channel", "tv"))).get(0);
        assertEquals(Kinds.AD_RESULT, row.kind());
        assertEquals("tv", row.field(Fields.CHANNEL));
    }

    @Test
    void a_constant_stands_where_the_row_is_silent() throws Exception {
        List<SourceRow> rows = rows(source("handle,region\nada,GB\nmary,\n", Map.of("constant.region", "US")));
        assertEquals("GB", rows.get(0).field(Fields.REGION));
        assertEquals("US", rows.get(1).field(Fields.REGION));
    }

    @Test
    void the_user_may_say_what_rows_are_about() throws Exception {
        assertEquals(
                Kinds.SHOP,
                rows(source("product_id,shop_id\n1,2\n", Map.of("kind", "shop")))
                        .get(0)
                        .kind());
        assertEquals(
                "no kind 'shops'; did you mean 'shop'? Known: [ad-result, creator, growth, product, promo-code, "
                        + "sale, shop, sponsorship, touch, video]",
                refusal("product_id,shop_id\n1,2\n", Map.of("kind", "shops")).getMessage());
    }

    @Test
    void rows_of_several_kinds_cannot_be_made_one() throws Exception {
        assertRefused(
                "video_id,user_name,disclosure_tags,brands_mined\n71,ada,ad,jif\n",
                Map.of("kind", "video"),
                "rows of disclosed-ad-videos@1 tell several things: the kind cannot be set to one of them");
    }

    @Test
    void a_mapping_that_leaves_nothing_of_a_preset_is_refused() throws Exception {
        assertRefused(
                "date,revenue,tv_s,facebook_s,competitor_sales_b\n2015-11-23,1,2,3,4\n",
                Map.of("map.revenue", "age", "map.tv_s", "audience", "map.facebook_s", "gender"),
                "the mapping leaves nothing of what rows of synthetic-media-mix@1 tell");
    }

    @Test
    void contradictions_are_found_by_what_tells_rows_of_a_kind_apart() throws Exception {
        assertContradictions(
                "", "order_id,product_id,sold_at,gross\n1,7,2026-01-01,5\n1,8,2026-01-01,6\n1,7,2026-01-01,5\n");
        assertContradictions(
                "4", "order_id,product_id,sold_at,gross\n1,7,2026-01-01,5\n2,7,2026-01-01,6\n" + "1,7,2026-01-01,6\n");
        assertContradictions(
                "4",
                "handle,from,until,views_gained\nada,2026-01-01,2026-01-08,5\n"
                        + "ada,2026-01-08,2026-01-15,6\nAda,2026-01-01,2026-01-08,7\n");
        assertContradictions("4", "handle,brand,evidence\nada,Jif,tagged\nada,Axe,contract\nada,jif,contract\n");
        assertContradictions("4", "shop_id,gmv\n1,5\n2,6\n1,7\n");
        assertContradictions("4", "video_id,views\n1,5\n2,6\n1,7\n");
    }

    private void assertContradictions(String positions, String content) throws Exception {
        assertEquals(
                positions,
                rows(source(content, Map.of())).stream()
                        .filter(row -> row.defect().isPresent())
                        .map(SourceRow::position)
                        .collect(Collectors.joining(" ")),
                content);
    }

    @Test
    void the_results_of_an_experiment_are_no_import() throws Exception {
        String message = refusal(",userid,version,retention_1\n0,116,gate_30,False\n", Map.of())
                .getMessage();
        assertTrue(message.contains("for example --map userid=handle,"), message);
        assertTrue(
                message.endsWith("the results of an experiment are not imported, they are analysed from their file"),
                message);
    }

    @Test
    void a_mapping_stands_above_the_preset() throws Exception {
        Source source = source("""
                id,url,awg_engagement_rate,followers,nickname,fans
                71,https://www.tiktok.com/@ada,0.5,1,Ada,2
                """, Map.of("map.fans", "followers", "map.nickname", "category"));
        assertEquals("bright-data-profiles@1", source.version());
        SourceRow row = rows(source).get(0);
        assertEquals("2", row.field(Fields.FOLLOWERS));
        assertEquals("Ada", row.field(Fields.CATEGORY));
        assertNull(row.field(Fields.NICKNAME));
        assertEquals("ada", row.field(Fields.HANDLE));
    }

    @Test
    void a_mapping_that_repeats_the_preset_keeps_its_conversion() throws Exception {
        assertEquals(
                "ada.l",
                rows(source(PROFILE, Map.of("map.url", "handle"))).get(0).field(Fields.HANDLE));
    }

    @Test
    void a_preset_can_be_asked_for_by_name_with_columns_standing_in() throws Exception {
        String renamed = PROFILE.replace("followers", "fans");
        Source source = source(renamed, Map.of("preset", "bright-data-profiles", "map.fans", "followers"));
        assertEquals("bright-data-profiles@1", source.version());
        assertEquals("1200", rows(source).get(0).field(Fields.FOLLOWERS));
    }

    @Test
    void a_preset_that_does_not_fit_says_what_it_lacks() throws Exception {
        assertRefused(
                "id,url,followers\n1,2,3\n",
                Map.of("preset", "bright-data-profiles@1"),
                "the preset bright-data-profiles@1 needs the columns [awg_engagement_rate]; leave the preset out, "
                        + "or say which other columns stand for them with --map column=field");
    }

    @Test
    void an_unknown_preset_comes_with_the_known_ones() throws Exception {
        assertRefused(
                PROFILE,
                Map.of("preset", "bright-data-profile@1"),
                "no preset 'bright-data-profile@1'; did you mean 'bright-data-profiles@1'? Known: "
                        + Presets.ALL.stream().map(Preset::id).sorted().toList());
    }

    @Test
    void a_header_that_nobody_knows_says_what_is_missing_and_what_to_do() throws Exception {
        assertRefused(
                "who,fans\nada,1\n",
                Map.of(),
                "no preset fits the columns who, fans, and nothing says what its rows are about; presets: "
                        + Presets.ALL.stream().map(Preset::id).collect(Collectors.joining(", "))
                        + "; say what the columns mean with --map column=field, for example --map who=handle, or call "
                        + "them like the fields; the results of an experiment are not imported, they are analysed "
                        + "from their file");
    }

    @Test
    void a_header_that_nearly_fits_says_what_the_preset_lacks() throws Exception {
        String message = refusal("id,url,followers\n1,2,3\n", Map.of()).getMessage();
        assertTrue(message.contains(" bright-data-profiles@1 (here without awg_engagement_rate), tik"), message);
    }

    @Test
    void a_wide_header_is_cut_in_messages() throws Exception {
        String name = "n\n" + "x".repeat(50);
        SourceException refusal = refusal("\"" + name + "\"" + ",c".repeat(20) + "\n", Map.of());
        assertTrue(refusal.getMessage().contains("the columns n " + "x".repeat(37) + "…, c, c"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(", c and 9 more, and"), refusal.getMessage());
        assertEquals(1, refusal.getMessage().lines().count());
    }

    @Test
    void a_mapping_without_a_creator_is_not_enough() throws Exception {
        String message =
                refusal("who,fans\nada,1\n", Map.of("map.fans", "followers")).getMessage();
        assertTrue(message.contains("rows of kind creator need platform_id or handle;"), message);
    }

    @Test
    void a_mapped_column_must_be_in_the_header() throws Exception {
        assertRefused(
                "who,fans\nada,1\n",
                Map.of("map.fan", "followers", "map.who", "handle"),
                "no column 'fan'; did you mean 'fans'? Known: [fans, who]");
    }

    @Test
    void a_mapped_field_must_exist() throws Exception {
        String message =
                refusal("who,fans\nada,1\n", Map.of("map.fans", "follower")).getMessage();
        assertTrue(message.contains("no field 'follower'; did you mean 'followers'? Known: ["), message);
    }

    @Test
    void two_columns_cannot_be_one_field() throws Exception {
        assertEquals(
                "the columns 'a' and 'b' cannot both be the field handle",
                refusal("a,b\nada,1\n", Map.of("map.a", "handle", "map.b", "handle"))
                        .getMessage());
    }

    @Test
    void a_column_that_is_read_may_not_stand_twice() throws Exception {
        assertRefused(
                "who,fans,fans\nada,1,2\n",
                Map.of("map.who", "handle", "map.fans", "followers"),
                "the column 'fans' stands in the header more than once; rename all but one");
        assertEquals(
                1,
                rows(source("who,x,x\nada,1,2\n", Map.of("map.who", "handle"))).size());
    }

    @Test
    void an_unknown_property_comes_with_a_suggestion() {
        SourceException refusal = assertThrows(
                SourceException.class, () -> factory.create("csv", Map.of("file", "x.csv", "presets", "x")));
        assertEquals(
                "no property 'presets'; did you mean 'preset'? Known: [column.FIELD, constant.FIELD, "
                        + "convert.FIELD, delimiter, encoding, file, kind, map.COLUMN, mappings, observedAt, preset, quote, "
                        + "silent]",
                refusal.getMessage());
    }

    @Test
    void a_file_must_be_named() {
        SourceException refusal = assertThrows(SourceException.class, () -> factory.create("crm", Map.of()));
        assertEquals("a csv source needs a file: set the property 'file'", refusal.getMessage());
    }

    @Test
    void a_broken_file_is_refused_before_its_first_row() throws Exception {
        assertTrue(refusal(PROFILE + "1,\"cut", Map.of())
                .getMessage()
                .endsWith("line 4 is never closed: the file is cut off"));
    }

    @Test
    void a_file_of_blank_lines_has_no_header() throws Exception {
        SourceException refusal = refusal("\n\n", Map.of());
        assertTrue(
                refusal.getMessage().endsWith("table.csv has no header: its first line must name the columns"),
                refusal.getMessage());
    }

    @Test
    void a_header_alone_is_a_source_without_rows() throws Exception {
        assertEquals(List.of(), rows(source("who\n", Map.of("map.who", "handle"))));
    }

    @Test
    void counts_held_when_the_user_says_so() throws Exception {
        assertEquals(
                Optional.of(Instant.parse("2023-08-31T00:00:00Z")),
                source(PROFILE, Map.of("observedAt", "2023-08-31")).observedAt());
        assertEquals(
                Optional.of(Instant.parse("2023-08-31T18:30:00Z")),
                source(PROFILE, Map.of("observedAt", "2023-08-31T18:30:00Z")).observedAt());
    }

    @Test
    void counts_held_when_the_file_was_changed_if_nobody_says() throws Exception {
        Instant changed = Instant.parse("2022-03-25T10:00:00Z");
        Map<String, String> properties = properties(PROFILE, Map.of());
        Files.setLastModifiedTime(folder.resolve("table.csv"), FileTime.from(changed));
        assertEquals(Optional.of(changed), factory.create("csv", properties).observedAt());
    }

    @Test
    void a_time_that_is_none_is_refused() throws Exception {
        assertEquals(
                "observedAt 'yesterday' is neither a date (2023-08-31) nor an instant (2023-08-31T12:00:00Z)",
                refusal(PROFILE, Map.of("observedAt", "yesterday")).getMessage());
    }

    @Test
    void progress_ends_at_the_whole_file() throws Exception {
        Source source = source(PROFILE + "1,x\n".repeat(10_000), Map.of());
        try (SourceRows rows = source.read(Optional.empty())) {
            long size = Files.size(folder.resolve("table.csv"));
            assertEquals(OptionalLong.of(size), rows.totalBytes());
            rows.next();
            assertTrue(rows.bytesRead() > 0 && rows.bytesRead() < size);
            while (rows.next() != null) {
                // only the end matters
            }
            assertEquals(size, rows.bytesRead());
        }
    }

    private void assertRefused(String content, Map<String, String> properties, String message) throws IOException {
        assertEquals(
                folder.resolve("table.csv") + ": " + message,
                refusal(content, properties).getMessage());
    }

    private SourceException refusal(String content, Map<String, String> properties) throws IOException {
        Map<String, String> all = properties(content, properties);
        SourceException refusal = assertThrows(SourceException.class, () -> factory.create("csv", all));
        assertEquals(SourceException.Turn.USER, refusal.turn());
        return refusal;
    }

    private Source source(String content, Map<String, String> properties) throws Exception {
        return factory.create("csv", properties(content, properties));
    }

    private Map<String, String> properties(String content, Map<String, String> properties) throws IOException {
        Map<String, String> all = new HashMap<>(properties);
        all.put("file", Files.writeString(folder.resolve("table.csv"), content).toString());
        return all;
    }

    private static List<SourceRow> rows(Source source) throws SourceException {
        List<SourceRow> all = new ArrayList<>();
        try (SourceRows rows = source.read(Optional.empty())) {
            for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
        }
        return all;
    }
}
