package io.virality.ingest.tiktok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Handle;
import io.virality.domain.creator.VideoCounts;
import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import io.virality.spi.SourceException;
import io.virality.spi.SourceRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MockTikTokRowsTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 2, 1);
    private static final int CREATORS = 30;
    private static final int DAYS = 40;

    @Test
    void equal_seeds_give_equal_rows_and_others_do_not() throws SourceException {
        assertEquals(texts(rows(1)), texts(rows(1)));
        assertNotEquals(texts(rows(1)), texts(rows(2)));
    }

    /** Whoever changes the model on purpose changes the source's version along with this figure. */
    @Test
    void the_rows_of_a_version_are_the_same_on_every_machine_and_jdk() throws SourceException {
        CRC32 checksum = new CRC32();
        for (String text : texts(rows(7))) {
            checksum.update(text.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("mock-tiktok@3", new MockTikTokSource(world(7), true).version());
        assertEquals(1_152_448_976L, checksum.getValue());
    }

    @Test
    void profiles_come_first_then_day_after_day_then_videos() throws SourceException {
        List<SourceRow> rows = rows(1);
        Map<String, List<SourceRow>> byKind = byKind(rows);
        List<SourceRow> creators = byKind.get(Kinds.CREATOR);
        assertEquals(creators, rows.subList(0, CREATORS * DAYS));
        List<String> ids = fields(creators.subList(0, CREATORS), Fields.PLATFORM_ID);
        for (int day = 0; day < DAYS; day++) {
            List<SourceRow> ofDay = creators.subList(day * CREATORS, (day + 1) * CREATORS);
            assertEquals(ids, fields(ofDay, Fields.PLATFORM_ID));
            assertEquals(Set.of(FIRST_DAY.plusDays(day) + "T23:00:00Z"), Set.copyOf(fields(ofDay, Fields.OBSERVED_AT)));
        }
        assertEquals(
                IntStream.rangeClosed(1, rows.size())
                        .mapToObj(Integer::toString)
                        .toList(),
                rows.stream().map(SourceRow::position).toList());
    }

    @Test
    void the_market_comes_last_and_only_if_it_is_wanted() throws SourceException {
        SimulatedWorld world = new SimulatedWorld(1, 150, FIRST_DAY, DAYS);
        List<SourceRow> rows = rows(world, true);
        List<SourceRow> withoutMarket = rows(world, false);
        assertEquals(texts(rows.subList(0, withoutMarket.size())), texts(withoutMarket));
        assertEquals(
                List.of(
                        Kinds.PRODUCT,
                        Kinds.SPONSORSHIP,
                        Kinds.SALE,
                        Kinds.TOUCH,
                        Kinds.PROMO_CODE,
                        Kinds.AD_RESULT,
                        Kinds.SHOP),
                rows.subList(withoutMarket.size(), rows.size()).stream()
                        .map(SourceRow::kind)
                        .distinct()
                        .toList());
    }

    @Test
    void what_is_sold_was_seen_in_a_video_that_is_told_of() throws SourceException {
        Map<String, List<SourceRow>> byKind = byKind(rows(1));
        Set<String> videos = Set.copyOf(fields(byKind.get(Kinds.VIDEO), Fields.VIDEO_ID));
        Set<String> products = Set.copyOf(fields(byKind.get(Kinds.PRODUCT), Fields.PRODUCT_ID));
        for (SourceRow sale : byKind.get(Kinds.SALE)) {
            boolean byVideo = sale.field(Fields.CONTENT_TYPE).equals("video");
            assertEquals(byVideo, sale.field(Fields.VIDEO_ID) != null, sale::raw);
            assertTrue(!byVideo || videos.contains(sale.field(Fields.VIDEO_ID)), sale::raw);
            assertTrue(products.contains(sale.field(Fields.PRODUCT_ID)), sale::raw);
            assertTrue(sale.field(Fields.SOLD_AT).compareTo(sale.field(Fields.OBSERVED_AT)) < 0, sale::raw);
        }
    }

    @Test
    void buyers_met_something_before_they_ordered_and_some_ordered_nothing() throws SourceException {
        Map<String, List<SourceRow>> byKind = byKind(rows(1));
        Map<String, String> orderedAt = new HashMap<>();
        byKind.get(Kinds.SALE).forEach(sale -> orderedAt.put(sale.field(Fields.BUYER), sale.field(Fields.SOLD_AT)));
        int before = 0;
        int vain = 0;
        for (SourceRow touch : byKind.get(Kinds.TOUCH)) {
            String ordered = orderedAt.get(touch.field(Fields.BUYER));
            vain += ordered == null ? 1 : 0;
            before += ordered == null ? 0 : 1;
            assertTrue(ordered == null || touch.field(Fields.TOUCHED_AT).compareTo(ordered) <= 0, touch::raw);
        }
        assertTrue(before > orderedAt.size() && vain > orderedAt.size() / 2, before + " and " + vain);
        Set<String> codes = Set.copyOf(fields(byKind.get(Kinds.PROMO_CODE), Fields.PROMO_CODE));
        assertTrue(codes.containsAll(byKind.get(Kinds.SALE).stream()
                .map(sale -> sale.field(Fields.PROMO_CODE))
                .filter(code -> code != null)
                .toList()));
    }

    @Test
    void only_the_first_row_of_a_creator_holds_its_profile() throws SourceException {
        List<SourceRow> rows = rows(1);
        for (String field : List.of(Fields.HANDLE, Fields.NICKNAME, Fields.REGION, Fields.LANGUAGE, Fields.CATEGORY)) {
            assertTrue(rows.subList(0, CREATORS).stream().noneMatch(row -> row.field(field) == null), field);
            assertNull(rows.get(CREATORS).field(field));
        }
        assertTrue(Set.of("true", "false").containsAll(fields(rows.subList(0, CREATORS), Fields.VERIFIED)));
    }

    @Test
    void no_rate_is_given_so_that_the_product_computes_it() throws SourceException {
        assertTrue(rows(1).stream().allMatch(row -> row.field(Fields.ENGAGEMENT_RATE) == null));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, Long.MIN_VALUE, Long.MAX_VALUE})
    void every_row_makes_sense_to_the_domain(long seed) throws SourceException {
        Map<String, List<SourceRow>> byKind = byKind(rows(seed));
        Set<String> handles = new HashSet<>();
        for (SourceRow profile : byKind.get(Kinds.CREATOR).subList(0, CREATORS)) {
            Handle handle = Handle.tiktok(profile.field(Fields.HANDLE));
            assertTrue(handle.name().startsWith("sim_"), handle.name());
            assertTrue(handles.add(handle.name()), handle.name());
            assertTrue(profile.field(Fields.PLATFORM_ID).matches("[0-9]{19}"), profile::raw);
        }
        for (SourceRow snapshot : byKind.get(Kinds.CREATOR)) {
            for (String field : List.of(Fields.FOLLOWERS, Fields.FOLLOWING, Fields.LIKES, Fields.VIDEOS)) {
                assertTrue(snapshot.field(field).matches("[0-9]{1,15}"), snapshot::raw);
            }
        }
        Set<String> ids = new HashSet<>();
        for (SourceRow video : byKind.get(Kinds.VIDEO)) {
            VideoCounts counts = new VideoCounts(
                    count(video, Fields.VIEWS),
                    count(video, Fields.LIKES),
                    count(video, Fields.COMMENTS),
                    count(video, Fields.SHARES),
                    count(video, Fields.SAVES));
            assertTrue(counts.views().getAsLong() < 3_000_000_000L, video::raw);
            assertTrue(video.field(Fields.VIDEO_ID).matches("[0-9]{19}"), video::raw);
            assertTrue(ids.add(video.field(Fields.VIDEO_ID)), video::raw);
            Instant posted = Instant.parse(video.field(Fields.POSTED_AT));
            assertFalse(posted.isBefore(Instant.parse("2026-01-31T23:00:00Z")), video::raw);
            assertTrue(posted.isBefore(Instant.parse(video.field(Fields.OBSERVED_AT))), video::raw);
            assertEquals("2026-03-12T23:00:00Z", video.field(Fields.OBSERVED_AT));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_videos_are_those_that_the_creators_count(long seed) throws SourceException {
        List<SourceRow> rows = rows(seed);
        Map<String, Long> posted = new HashMap<>();
        for (SourceRow video : byKind(rows).get(Kinds.VIDEO)) {
            posted.merge(video.field(Fields.PLATFORM_ID), 1L, Long::sum);
        }
        for (int i = 0; i < CREATORS; i++) {
            SourceRow first = rows.get(i);
            SourceRow last = rows.get((DAYS - 1) * CREATORS + i);
            long before = world(seed).creator(i).videosAtStart();
            assertTrue(count(first, Fields.VIDEOS).getAsLong() >= before);
            assertEquals(
                    before + posted.getOrDefault(first.field(Fields.PLATFORM_ID), 0L),
                    count(last, Fields.VIDEOS).getAsLong());
        }
    }

    private static SimulatedWorld world(long seed) {
        return new SimulatedWorld(seed, CREATORS, FIRST_DAY, DAYS);
    }

    private static List<SourceRow> rows(long seed) throws SourceException {
        return rows(world(seed), true);
    }

    private static List<SourceRow> rows(SimulatedWorld world, boolean market) throws SourceException {
        List<SourceRow> rows = new ArrayList<>();
        try (MockTikTokRows source = new MockTikTokRows(world, market)) {
            Stream.generate(source::next).takeWhile(row -> row != null).forEach(rows::add);
        }
        return rows;
    }

    private static Map<String, List<SourceRow>> byKind(List<SourceRow> rows) {
        Map<String, List<SourceRow>> byKind = new HashMap<>();
        rows.forEach(row ->
                byKind.computeIfAbsent(row.kind(), kind -> new ArrayList<>()).add(row));
        return byKind;
    }

    private static List<String> texts(List<SourceRow> rows) {
        return rows.stream().map(SourceRow::raw).toList();
    }

    private static List<String> fields(List<SourceRow> rows, String field) {
        return rows.stream().map(row -> row.field(field)).toList();
    }

    private static OptionalLong count(SourceRow row, String field) {
        return OptionalLong.of(Long.parseLong(row.field(field)));
    }
}
