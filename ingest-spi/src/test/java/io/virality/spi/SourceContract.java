package io.virality.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What the host expects of any source. Extend it in your plugin's tests, with a factory and with settings under which
 * the source gives at least two rows, and always the same ones.
 */
public abstract class SourceContract {

    private static final Set<String> CREATOR = Set.of(Fields.PLATFORM_ID, Fields.HANDLE);
    private static final Set<String> OWNER =
            Set.of(Fields.PLATFORM_ID, Fields.HANDLE, Fields.CHANNEL, Fields.CAMPAIGN_ID);
    private static final Set<String> MET =
            Set.of(Fields.PLATFORM_ID, Fields.HANDLE, Fields.VIDEO_ID, Fields.CHANNEL, Fields.CAMPAIGN_ID);

    /** What rows of each kind need; of each set, one will do. */
    private static final Map<String, List<Set<String>>> NEEDS = Map.ofEntries(
            Map.entry(Kinds.CREATOR, List.of(CREATOR)),
            Map.entry(Kinds.VIDEO, List.of(Set.of(Fields.VIDEO_ID))),
            Map.entry(Kinds.GROWTH, List.of(CREATOR, Set.of(Fields.FROM), Set.of(Fields.UNTIL))),
            Map.entry(Kinds.SHOP, List.of(Set.of(Fields.SHOP_ID))),
            Map.entry(Kinds.PRODUCT, List.of(Set.of(Fields.PRODUCT_ID))),
            Map.entry(Kinds.SALE, List.of(Set.of(Fields.ORDER_ID), Set.of(Fields.SOLD_AT), Set.of(Fields.GROSS))),
            Map.entry(Kinds.AD_RESULT, List.of(Set.of(Fields.CHANNEL))),
            Map.entry(Kinds.SPONSORSHIP, List.of(CREATOR, Set.of(Fields.BRAND), Set.of(Fields.EVIDENCE))),
            Map.entry(Kinds.TOUCH, List.of(Set.of(Fields.BUYER), Set.of(Fields.TOUCHED_AT), Set.of(Fields.TOUCH), MET)),
            Map.entry(Kinds.PROMO_CODE, List.of(Set.of(Fields.PROMO_CODE), OWNER)),
            Map.entry(
                    Kinds.FEEDBACK,
                    List.of(CREATOR, Set.of(Fields.BRAND), Set.of(Fields.STAGE), Set.of(Fields.GIVEN_AT))));

    /** The factory under test. */
    protected abstract SourceFactory factory();

    /** Settings with which it makes a source of at least two rows. */
    protected abstract Map<String, String> properties() throws Exception;

    @Test
    void the_type_is_written_in_lower_case_with_hyphens() {
        assertTrue(factory().type().matches("[a-z0-9]+(-[a-z0-9]+)*"), factory().type());
    }

    @Test
    void an_unknown_property_is_the_users_mistake_and_named() throws Exception {
        Map<String, String> properties = new HashMap<>(properties());
        properties.put("no-such-property", "1");
        SourceException refusal =
                assertThrows(SourceException.class, () -> factory().create("contract", properties));
        assertEquals(SourceException.Turn.USER, refusal.turn());
        assertTrue(refusal.getMessage().contains("no-such-property"), refusal.getMessage());
    }

    @Test
    void a_source_says_what_it_is() throws Exception {
        Source source = source();
        assertFalse(source.version().isBlank());
        assertNotNull(source.freshness());
        assertNotNull(source.observedAt());
    }

    @Test
    void rows_end_with_null_and_stay_ended() throws Exception {
        try (SourceRows rows = source().read(Optional.empty())) {
            assertNotNull(rows.next());
            assertNotNull(rows.next());
            while (rows.next() != null) {
                // only the end matters
            }
            assertNull(rows.next());
        }
    }

    @Test
    void every_row_says_where_it_stands_and_how_it_was_read() throws Exception {
        for (Row row : all(source())) {
            assertFalse(row.position().isBlank(), row.toString());
            assertFalse(row.raw().isBlank(), row.toString());
        }
    }

    @Test
    void every_sound_row_is_of_a_known_kind_and_says_what_that_needs() throws Exception {
        for (Row row : all(source())) {
            if (row.defect().isEmpty()) {
                assertTrue(NEEDS.containsKey(row.kind()), row.toString());
                for (Set<String> need : NEEDS.get(row.kind())) {
                    assertTrue(need.stream().anyMatch(row.fields()::containsKey), need + " in " + row);
                }
            }
        }
    }

    @Test
    void a_field_that_does_not_exist_is_silent() throws Exception {
        try (SourceRows rows = source().read(Optional.empty())) {
            assertNull(rows.next().field("no_such_field"));
        }
    }

    @Test
    void two_readings_of_one_source_are_equal() throws Exception {
        Source source = source();
        assertEquals(all(source), all(source));
    }

    @Test
    void two_sources_of_equal_settings_are_equal() throws Exception {
        assertEquals(all(source()), all(source()));
    }

    @Test
    void a_resumed_reading_goes_on_behind_the_row_or_starts_again() throws Exception {
        Source source = source();
        List<Row> whole = all(source);
        List<Row> resumed = all(source, Optional.of(whole.get(0).position()));
        assertTrue(resumed.equals(whole) || resumed.equals(whole.subList(1, whole.size())), resumed.toString());
    }

    @Test
    void bytes_read_never_shrink_and_never_exceed_the_total() throws Exception {
        try (SourceRows rows = source().read(Optional.empty())) {
            long total = rows.totalBytes().orElse(Long.MAX_VALUE);
            long read = rows.bytesRead();
            assertTrue(read >= 0);
            while (rows.next() != null) {
                assertTrue(rows.bytesRead() >= read);
                read = rows.bytesRead();
                assertTrue(read <= total, read + " of " + total);
            }
        }
    }

    @Test
    void closing_early_and_twice_is_harmless() throws Exception {
        SourceRows rows = source().read(Optional.empty());
        rows.next();
        rows.close();
        rows.close();
    }

    private Source source() throws Exception {
        return factory().create("contract", properties());
    }

    private static List<Row> all(Source source) throws SourceException {
        return all(source, Optional.empty());
    }

    private static List<Row> all(Source source, Optional<String> resumeFrom) throws SourceException {
        List<Row> all = new ArrayList<>();
        try (SourceRows rows = source.read(resumeFrom)) {
            for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                all.add(Row.of(row));
            }
        }
        return all;
    }

    /** All that a row says, taken at once: a source may use one object for all its rows. */
    private record Row(String kind, String position, Optional<String> defect, Map<String, String> fields, String raw) {

        static Row of(SourceRow row) {
            Map<String, String> fields = new TreeMap<>();
            if (row.defect().isEmpty()) {
                for (String name : Fields.all()) {
                    String text = row.field(name);
                    if (text != null) {
                        fields.put(name, text);
                    }
                }
            }
            return new Row(row.kind(), row.position(), row.defect(), fields, row.raw());
        }
    }
}
