package io.virality.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import io.virality.spi.SourceRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the real files of the marketplace say, against figures that were computed without us. */
@Tag("real-data")
class RealMarketplaceRowsTest {

    private static final Path FOLDER = Path.of("..", "..", "shared", "data");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "916, 0.000234, 1.3249, 6.24",
        "936, 0.000244, 1.4584, 15.81",
        "1178, 0.000176, 1.5433, 63.83",
    })
    void advertisements_give_the_known_ratios(String campaign, String ctr, String cpc, String cpa) throws Exception {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (SourceRow row : rows("marketplace/facebook_ads_kag.csv")) {
            if (row.field(Fields.CAMPAIGN_ID).equals(campaign)) {
                for (String field :
                        List.of(Fields.IMPRESSIONS, Fields.CLICKS, Fields.SPEND, Fields.APPROVED_CONVERSIONS)) {
                    sums.merge(field, new BigDecimal(row.field(field)), BigDecimal::add);
                }
            }
        }
        assertEquals(ctr, ratio(sums, Fields.CLICKS, Fields.IMPRESSIONS, 6));
        assertEquals(cpc, ratio(sums, Fields.SPEND, Fields.CLICKS, 4));
        assertEquals(cpa, ratio(sums, Fields.SPEND, Fields.APPROVED_CONVERSIONS, 2));
    }

    private static String ratio(Map<String, BigDecimal> sums, String part, String whole, int decimals) {
        return sums.get(part)
                .divide(sums.get(whole), decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    @Test
    void what_discloses_nothing_names_a_partner() throws Exception {
        List<SourceRow> sponsorships = rows("sponsorship/disclosed_ad_videos_2020.csv").stream()
                .filter(row -> row.kind().equals(Kinds.SPONSORSHIP))
                .toList();
        assertEquals(222, sponsorships.size());
        List<SourceRow> partners = sponsorships.stream()
                .filter(row -> row.field(Fields.EVIDENCE).equals("named-partner"))
                .toList();
        assertEquals(91, partners.size());
        for (SourceRow row : partners) {
            assertTrue(row.field(Fields.HASHTAGS).matches(".*(partner|ambassador).*"), row.raw());
        }
    }

    @Test
    void weeks_of_a_channel_meet() throws Exception {
        List<SourceRow> weeks = rows("growth/youtube_weekly_subscribers_2019-2022.csv").stream()
                .filter(row -> row.kind().equals(Kinds.GROWTH))
                .toList();
        long meeting = 0;
        for (int i = 1; i < weeks.size(); i++) {
            if (weeks.get(i).field(Fields.FROM).equals(weeks.get(i - 1).field(Fields.UNTIL))) {
                meeting++;
            }
        }
        assertTrue(meeting > weeks.size() * 0.95, meeting + " of " + weeks.size());
        assertEquals(
                5,
                weeks.stream()
                        .map(row -> row.field(Fields.PLATFORM_ID))
                        .filter(id -> id != null)
                        .distinct()
                        .count());
        assertEquals(
                66,
                weeks.stream()
                        .map(row -> row.field(Fields.HANDLE))
                        .filter(handle -> handle != null)
                        .distinct()
                        .count());
    }

    @Test
    void shops_are_read_as_an_independent_parser_reads_them() throws Exception {
        Path file = real("marketplace/tiktok_shops_gmv.json");
        List<SourceRow> rows = CsvText.rows(new TikTokShopsFactory().create("shops", Map.of("file", file.toString())));
        JsonNode shops = new ObjectMapper().readTree(file.toFile());
        assertEquals(shops.size(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            SourceRow row = rows.get(i);
            JsonNode shop = shops.get(i);
            assertEquals(shop.get("Shop ID").longValue(), Long.parseLong(row.field(Fields.SHOP_ID)));
            assertEquals(shop.get("Shop Name").textValue().strip(), row.field(Fields.NAME));
            assertEquals(shop.get("Category_cleaned").textValue(), row.field(Fields.CATEGORY));
            assertEquals("VN", row.field(Fields.REGION));
            assertEquals(shop.get("Total_GMV_cleaned").doubleValue(), Double.parseDouble(row.field(Fields.GMV)));
            assertEquals(
                    shop.get("GMV_growth_cleaned").doubleValue(), Double.parseDouble(row.field(Fields.GMV_GROWTH)));
            assertEquals(shop.get("Unit sold growth").longValue(), Long.parseLong(row.field(Fields.UNITS)));
            assertEquals(shop.get("Unit_Price").doubleValue(), Double.parseDouble(row.field(Fields.PRICE)));
            assertEquals(shop.get("Related_video_cleaned").longValue(), Long.parseLong(row.field(Fields.VIDEOS)));
            assertEquals(shop.get("Related creator").longValue(), Long.parseLong(row.field(Fields.CREATORS)));
            assertEquals(shop.get("Selling products").longValue(), Long.parseLong(row.field(Fields.PRODUCTS)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "growth/youtube_weekly_subscribers_2019-2022.csv",
                "marketplace/facebook_ads_kag.csv",
                "sponsorship/creator_brand_pairs_2020.csv",
                "sponsorship/disclosed_ad_videos_2020.csv",
                "synthetic/google_tiktok_dataset.csv",
                "synthetic/media_mix_weekly.csv",
                "synthetic/ecommerce_ad_performance.csv"
            })
    void rows_and_columns_in_another_order_say_the_same(String name) throws Exception {
        Path file = real(name);
        Path shuffled = CsvText.write(
                folder.resolve(file.getFileName()), CsvText.shuffled(Files.readString(file), name.hashCode()));
        assertEquals(said(file), said(shuffled));
    }

    private static List<String> said(Path file) throws Exception {
        return CsvText.rows(new CsvSourceFactory().create("csv", Map.of("file", file.toString()))).stream()
                .map(row -> row.kind() + row.defect() + CsvText.said(row))
                .sorted()
                .toList();
    }

    private static List<SourceRow> rows(String name) throws Exception {
        return CsvText.rows(
                new CsvSourceFactory().create("csv", Map.of("file", real(name).toString())));
    }

    private static Path real(String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), "the development data is not beside the repository: " + file);
        return file;
    }
}
