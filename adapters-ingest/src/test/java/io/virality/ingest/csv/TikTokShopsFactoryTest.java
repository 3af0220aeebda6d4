package io.virality.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.spi.Explanation;
import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import io.virality.spi.Source;
import io.virality.spi.SourceException;
import io.virality.spi.SourceRow;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TikTokShopsFactoryTest {

    private static final String SHOP = """
            [ {
                "Shop ID": 7495315801392253014,
                "Shop Name": "Việt Nam",
                "Category_cleaned": "Beauty & Personal Care",
                "Country/Region": "Vietnam",
                "Total_GMV_cleaned": 40953341.89,
                "GMV_growth_cleaned": -3876493.35,
                "Unit sold growth": 618504,
                "Unit_Price": 6.267531576190292,
                "High_Price_Anomaly": false,
                "Related_video_cleaned": 3006,
                "Related creator": 1643,
                "Selling products": 207
            } ]
            """;

    private final TikTokShopsFactory factory = new TikTokShopsFactory();

    @TempDir
    private Path folder;

    @Test
    void a_shop_tells_its_figures_and_its_id_to_the_last_digit() throws Exception {
        Source source = source("shops.json", SHOP, Map.of());
        assertEquals("tiktok-shops@1", source.version());
        SourceRow row = CsvText.rows(source).get(0);
        assertEquals(Kinds.SHOP, row.kind());
        assertEquals(
                Map.ofEntries(
                        Map.entry(Fields.SHOP_ID, "7495315801392253014"),
                        Map.entry(Fields.NAME, "Việt Nam"),
                        Map.entry(Fields.CATEGORY, "Beauty & Personal Care"),
                        Map.entry(Fields.REGION, "VN"),
                        Map.entry(Fields.GMV, "40953341.89"),
                        Map.entry(Fields.GMV_GROWTH, "-3876493.35"),
                        Map.entry(Fields.UNITS, "618504"),
                        Map.entry(Fields.PRICE, "6.267531576190292"),
                        Map.entry(Fields.VIDEOS, "3006"),
                        Map.entry(Fields.CREATORS, "1643"),
                        Map.entry(Fields.PRODUCTS, "207")),
                CsvText.said(row));
        assertTrue(row.raw().startsWith("{\"Shop ID\":7495315801392253014,\"Shop Name\":\"Việt"), row.raw());
        assertTrue(row.raw().contains("\"Unit_Price\":6.267531576190292,"), row.raw());
    }

    @Test
    void names_may_stand_in_any_order_and_without_the_publishers_word() throws Exception {
        SourceRow row = CsvText.rows(source(
                        "shops.json", "[{\"Total GMV\":\"1.5M\",\"Category\":\"N/A\",\"Shop ID\":\"71\"}]", Map.of()))
                .get(0);
        assertEquals(Map.of(Fields.SHOP_ID, "71", Fields.GMV, "1500000"), CsvText.said(row));
    }

    @Test
    void the_user_may_say_the_currency_and_the_time() throws Exception {
        Source source = source("shops.json", SHOP, Map.of("currency", "USD", "observedAt", "2025-06-30"));
        assertEquals("USD", CsvText.rows(source).get(0).field(Fields.CURRENCY));
        assertEquals("2025-06-30T00:00:00Z", source.observedAt().orElseThrow().toString());
        assertEquals(
                "currency 'dollars' is no code of ISO 4217; write one like USD or VND",
                refusal(SHOP, Map.of("currency", "dollars")));
    }

    @Test
    void a_date_in_the_files_name_is_the_shops_time() throws Exception {
        SourceRow row =
                CsvText.rows(source("shops_2025-06-30.json", SHOP, Map.of())).get(0);
        assertEquals("2025-06-30T00:00:00Z", row.field(Fields.OBSERVED_AT));
    }

    @Test
    void a_packed_list_is_a_list() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(SHOP.getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("shops"), packed.toByteArray());
        Source source = factory.create("shops", Map.of("file", file.toString()));
        assertEquals(1, CsvText.rows(source).size());
    }

    @Test
    void positions_count_the_elements_and_what_is_no_shop_is_defective() throws Exception {
        List<SourceRow> rows = CsvText.rows(source("shops.json", "[{\"Shop ID\":1},[2],3,{\"Shop ID\":4}]", Map.of()));
        assertEquals(
                List.of("1", "2", "3", "4"),
                rows.stream().map(SourceRow::position).toList());
        assertEquals(Optional.of("the list's element is no shop"), rows.get(1).defect());
        assertEquals(Optional.of("the list's element is no shop"), rows.get(2).defect());
        assertEquals("4", rows.get(3).field(Fields.SHOP_ID));
    }

    @Test
    void what_is_read_and_what_is_not_is_explained() throws Exception {
        Explanation explanation = source("shops.json", SHOP, Map.of()).explanation();
        assertEquals(
                "not stated; say it with the property currency",
                explanation.facts().get("currency"));
        assertEquals(
                new Explanation.Column("Country/Region", Fields.REGION, "country"),
                explanation.columns().get(3));
        assertEquals(
                new Explanation.Column("High_Price_Anomaly", "", ""),
                explanation.columns().get(8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"Shop ID\":1} | is no list of shops: it should start with [ as a JSON list does",
                "[{\"id\":1}] | is no list of TikTok shops: nothing in it has a 'Shop ID'",
                "[] | is no list of TikTok shops: nothing in it has a 'Shop ID'",
                "[{\"Shop ID\":1}] [] | goes on behind its list of shops: keep one list in a file",
                "[{\"Shop ID\":1}, | , line 1, is not the JSON that it should be",
                "[{\"Shop ID\":1,\"Shop ID\":2}] | , line 1, is not the JSON that it should be: Duplicate field",
                "[{\"Shop ID\":NaN}] | , line 1, is not the JSON that it should be: Non-standard token",
                "shops | , line 1, is not the JSON that it should be: Unrecognized token",
                "`` | is no list of shops: it should start with ["
            })
    void a_file_that_is_no_list_is_refused_before_its_first_shop(String content, String why) throws Exception {
        String message = refusal(content, Map.of());
        assertTrue(message.startsWith(folder.resolve("shops.json").toString()), message);
        assertTrue(message.contains(why), message);
    }

    @Test
    void a_hostile_list_is_refused() throws Exception {
        assertTrue(refusal("[" + "[".repeat(100) + "]".repeat(100) + "]", Map.of())
                .contains("is not the JSON that it should be"));
        StringBuilder wide = new StringBuilder("[{\"Shop ID\":1");
        for (int i = 0; i < 1_000; i++) {
            wide.append(",\"n").append(i).append("\":1");
        }
        assertTrue(refusal(wide.append("}]").toString(), Map.of()).contains("one has more than 200 values"));
    }

    @Test
    void the_file_must_be_there_and_named() {
        assertEquals(
                "a tiktok-shops source needs a file: set the property 'file'",
                assertThrows(SourceException.class, () -> factory.create("shops", Map.of()))
                        .getMessage());
        assertTrue(assertThrows(SourceException.class, () -> factory.create("shops", Map.of("file", "no/such.json")))
                .getMessage()
                .endsWith("there is no such file"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"[{\"Shop ID\": 1}]", "` [ ]`", "{\"format\":\"virality\",\"version\":1}", "[[1]]"})
    void json_is_no_csv_and_the_message_says_what_to_do(String json) throws Exception {
        Path file = CsvText.write(folder.resolve("shops.json"), json);
        String message = assertThrows(SourceException.class, () -> new CsvSourceFactory()
                        .create("csv", Map.of("file", file.toString())))
                .getMessage();
        assertTrue(message.startsWith(file + " is JSON, not CSV: a list of TikTok shops is imported with"), message);
    }

    @Test
    void a_column_may_have_a_name_in_brackets() throws Exception {
        Path file = CsvText.write(folder.resolve("table.csv"), "[who],fans\nada,1\n");
        Source source = new CsvSourceFactory().create("csv", Map.of("file", file.toString(), "map.[who]", "handle"));
        assertEquals("ada", CsvText.rows(source).get(0).field(Fields.HANDLE));
    }

    private Source source(String name, String content, Map<String, String> properties) throws Exception {
        Map<String, String> all = new HashMap<>(properties);
        all.put("file", CsvText.write(folder.resolve(name), content).toString());
        return factory.create("shops", all);
    }

    private String refusal(String content, Map<String, String> properties) {
        SourceException refusal = assertThrows(SourceException.class, () -> source("shops.json", content, properties));
        assertEquals(SourceException.Turn.USER, refusal.turn());
        return refusal.getMessage();
    }
}
