package io.virality.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import io.virality.spi.Source;
import io.virality.spi.SourceRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketplacePresetsTest {

    @TempDir
    private Path folder;

    @Test
    void an_advertisement_on_facebook_tells_its_figures_and_guesses_no_dates_and_no_currency() throws Exception {
        Source source = source("ads.csv", """
                ad_id,xyz_campaign_id,fb_campaign_id,age,gender,interest,Impressions,Clicks,Spent,Total_Conversion,\
                Approved_Conversion
                708746,916,103916,30-34,M,15,7350,1,1.429999948,2,1
                """);
        assertEquals("facebook-ads@1", source.version());
        SourceRow row = only(source);
        assertEquals(Kinds.AD_RESULT, row.kind());
        assertEquals(
                Map.ofEntries(
                        Map.entry(Fields.CHANNEL, "facebook"),
                        Map.entry(Fields.AD_ID, "708746"),
                        Map.entry(Fields.CAMPAIGN_ID, "916"),
                        Map.entry(Fields.AGE, "30-34"),
                        Map.entry(Fields.GENDER, "M"),
                        Map.entry(Fields.INTEREST, "15"),
                        Map.entry(Fields.IMPRESSIONS, "7350"),
                        Map.entry(Fields.CLICKS, "1"),
                        Map.entry(Fields.SPEND, "1.429999948"),
                        Map.entry(Fields.CONVERSIONS, "2"),
                        Map.entry(Fields.APPROVED_CONVERSIONS, "1")),
                CsvText.said(row));
    }

    @Test
    void a_week_of_a_channel_is_its_growth_and_its_category() throws Exception {
        Source source = source("weeks.csv", """
                category,channel,start_date,end_date,weekly_subscribers,weekly_views
                food,UCJHA_jMfCvEnv-3kRjTCQXw,2019-05-29,2019-06-05,-12,2917983
                ,asapscience,2019-06-05,2019-06-12,28802,-3
                """);
        assertEquals("youtube-weekly@1", source.version());
        List<SourceRow> rows = CsvText.rows(source);
        assertEquals(
                List.of("growth 2", "creator 2.2", "growth 3"),
                rows.stream().map(row -> row.kind() + " " + row.position()).toList());
        assertEquals(
                Map.of(
                        Fields.PLATFORM, "youtube",
                        Fields.PLATFORM_ID, "UCJHA_jMfCvEnv-3kRjTCQXw",
                        Fields.FROM, "2019-05-29T00:00:00Z",
                        Fields.UNTIL, "2019-06-05T00:00:00Z",
                        Fields.FOLLOWERS_GAINED, "-12",
                        Fields.VIEWS_GAINED, "2917983"),
                CsvText.said(rows.get(0)));
        assertEquals(
                Map.of(
                        Fields.PLATFORM, "youtube",
                        Fields.PLATFORM_ID, "UCJHA_jMfCvEnv-3kRjTCQXw",
                        Fields.CATEGORY, "food"),
                CsvText.said(rows.get(1)));
        assertEquals("asapscience", rows.get(2).field(Fields.HANDLE));
        assertNull(rows.get(2).field(Fields.PLATFORM_ID));
    }

    @Test
    void a_partnership_says_why_and_its_last_day_counts() throws Exception {
        Source source = source("pairs.csv", """
                user_name,brand,strongest_evidence,n_videos,first,last,tags
                ada,dunkin,brand-tag+disclosure,3,2020-02-28,2020-02-29,dunkin dunkinspicyside
                ada,ebay,named-partner-tag,1,2020-09-11,2020-09-11,ebaypartner
                ada,jif,brand-tag-only,1,2020-09-11,2020-12-31,jif
                """);
        assertEquals("brand-partnerships@1", source.version());
        List<SourceRow> rows = CsvText.rows(source);
        assertEquals(Kinds.SPONSORSHIP, rows.get(0).kind());
        assertEquals(
                Map.of(
                        Fields.HANDLE, "ada",
                        Fields.BRAND, "dunkin",
                        Fields.EVIDENCE, "disclosed",
                        Fields.SPONSORED_VIDEOS, "3",
                        Fields.FROM, "2020-02-28T00:00:00Z",
                        Fields.UNTIL, "2020-03-01T00:00:00Z",
                        Fields.HASHTAGS, "dunkin dunkinspicyside"),
                CsvText.said(rows.get(0)));
        assertEquals("named-partner", rows.get(1).field(Fields.EVIDENCE));
        assertEquals("tagged", rows.get(2).field(Fields.EVIDENCE));
        assertEquals("2021-01-01T00:00:00Z", rows.get(2).field(Fields.UNTIL));
    }

    @Test
    void a_video_that_discloses_an_advertisement_tells_its_brand_where_it_names_one() throws Exception {
        Source source = source("disclosed.csv", """
                video_id,user_name,created_utc,n_followers,n_plays,n_likes,n_comments,n_shares,disclosure_tags,\
                brands_mined,hashtags
                71,ada,2020-11-05T16:24:34Z,67900000,9000000,1600000,39600,11700,,american eagle,aepartner aejeans
                72,ada,2020-10-29T17:07:27Z,67900000,34200000,4900000,40400,8899,ad sponsored,chipotle,boorito ad
                73,ada,2020-10-28T17:07:27Z,67900000,100,10,1,0,ad,,ad
                """);
        assertEquals("disclosed-ad-videos@1", source.version());
        List<SourceRow> rows = CsvText.rows(source);
        assertEquals(
                List.of("video 2", "sponsorship 2.2", "video 3", "sponsorship 3.2", "video 4"),
                rows.stream().map(row -> row.kind() + " " + row.position()).toList());
        assertEquals(
                Map.ofEntries(
                        Map.entry(Fields.VIDEO_ID, "72"),
                        Map.entry(Fields.HANDLE, "ada"),
                        Map.entry(Fields.POSTED_AT, "2020-10-29T17:07:27Z"),
                        Map.entry(Fields.OBSERVED_AT, "2020-11-05T16:24:34Z"),
                        Map.entry(Fields.FOLLOWERS, "67900000"),
                        Map.entry(Fields.VIEWS, "34200000"),
                        Map.entry(Fields.LIKES, "4900000"),
                        Map.entry(Fields.COMMENTS, "40400"),
                        Map.entry(Fields.SHARES, "8899"),
                        Map.entry(Fields.HASHTAGS, "boorito ad"),
                        Map.entry(Fields.DISCLOSURES, "ad sponsored")),
                CsvText.said(rows.get(2)));
        assertEquals(
                Map.of(
                        Fields.VIDEO_ID, "72",
                        Fields.HANDLE, "ada",
                        Fields.OBSERVED_AT, "2020-11-05T16:24:34Z",
                        Fields.BRAND, "chipotle",
                        Fields.EVIDENCE, "disclosed",
                        Fields.HASHTAGS, "boorito ad"),
                CsvText.said(rows.get(3)));
        assertEquals("named-partner", rows.get(1).field(Fields.EVIDENCE));
    }

    @Test
    void what_the_user_says_of_the_time_stands_above_the_newest_video() throws Exception {
        Path file = CsvText.write(folder.resolve("disclosed.csv"), """
                video_id,user_name,created_utc,n_plays,disclosure_tags,brands_mined
                71,ada,2020-11-05T16:24:34Z,1,ad,
                """);
        Source source =
                new CsvSourceFactory().create("csv", Map.of("file", file.toString(), "observedAt", "2020-12-01"));
        assertNull(only(source).field(Fields.OBSERVED_AT));
        assertEquals("2020-12-01T00:00:00Z", source.observedAt().orElseThrow().toString());
    }

    @Test
    void an_invented_video_has_no_creator() throws Exception {
        Source source = source("claims.csv", """
                id,claim_status,video_id,video_duration_sec,video_transcription_text,verified_status,\
                author_ban_status,video_view_count,video_like_count,video_share_count,video_download_count,\
                video_comment_count
                1,claim,7017666017,59,someone said,not verified,under review,343296,19425,241,1,0
                """);
        assertEquals("synthetic-video-claims@1", source.version());
        assertTrue(source.simulated());
        SourceRow row = only(source);
        assertEquals(Kinds.VIDEO, row.kind());
        assertEquals(
                Map.of(
                        Fields.VIDEO_ID, "7017666017",
                        Fields.DURATION_SECONDS, "59",
                        Fields.VIEWS, "343296",
                        Fields.LIKES, "19425",
                        Fields.SHARES, "241",
                        Fields.COMMENTS, "0",
                        Fields.SIMULATED, "true"),
                CsvText.said(row));
    }

    private static final String WEEK = """
            date,revenue,tv_s,ooh_s,print_s,facebook_i,search_clicks_p,search_s,competitor_sales_b,facebook_s,\
            newsletter,event1,event2
            2015-12-28,2754371.66666667,22358.346666666668,0.0,,24301284.537530436,9837.2384857852,4133.3,8125009,\
            7607.1329148046,19401.6538461538,0,0
            """;

    @Test
    void a_week_of_a_media_mix_is_a_result_of_each_channel_that_says_its_spend() throws Exception {
        Source source = source("mix.csv", WEEK);
        assertEquals("synthetic-media-mix@1", source.version());
        assertTrue(source.simulated());
        List<SourceRow> rows = CsvText.rows(source);
        assertEquals(
                List.of("2 tv", "2.2 out-of-home", "2.4 facebook", "2.5 search", "2.6 unattributed"),
                rows.stream()
                        .map(row -> row.position() + " " + row.field(Fields.CHANNEL))
                        .toList());
        assertEquals(
                Map.of(
                        Fields.CHANNEL, "facebook",
                        Fields.FROM, "2015-12-28T00:00:00Z",
                        Fields.UNTIL, "2016-01-04T00:00:00Z",
                        Fields.SPEND, "7607.1329148046",
                        Fields.IMPRESSIONS, "24301285",
                        Fields.SIMULATED, "true"),
                CsvText.said(rows.get(2)));
        assertEquals("9837", rows.get(3).field(Fields.CLICKS));
        assertEquals("2754371.66666667", rows.get(4).field(Fields.REVENUE));
        assertNull(rows.get(4).field(Fields.SPEND));
        assertEquals("0.0", rows.get(1).field(Fields.SPEND), "a week without spend is a week");
    }

    @Test
    void all_channels_are_explained_by_column() throws Exception {
        Map<String, String> facts = source("mix.csv", WEEK).explanation().facts();
        assertEquals("ad-result", facts.get("kind"));
        assertEquals("tv, out-of-home, print, facebook, search, unattributed", facts.get("always channel"));
        var columns = source("mix.csv", WEEK).explanation().columns();
        assertEquals("from, until", columns.get(0).field());
        assertEquals("date, week", columns.get(0).conversion());
        assertEquals("", columns.get(8).field());
    }

    @Test
    void what_is_said_only_where_the_row_is_silent_is_explained_so() throws Exception {
        Map<String, String> facts = source("disclosed.csv", """
                video_id,user_name,created_utc,disclosure_tags,brands_mined
                71,ada,2020-11-05T16:24:34Z,ad,jif
                """).explanation().facts();
        assertEquals("video, sponsorship", facts.get("kind"));
        assertEquals("named-partner", facts.get("evidence if silent"));
    }

    @Test
    void an_invented_campaign_is_of_one_day() throws Exception {
        Source source = source("ecommerce.csv", """
                campaign_id,date,platform,ad_type,target_audience,ad_spend,impressions,clicks,conversions,revenue,cpm,\
                ctr,cvr,cpc,cpa,roas,hour,time_period
                CMP_1,2024-02-29,Douyin,Brand Ad,55+ User,31939.63,1762636,26601,1563,701393.11,18.12,0.0151,0.0588,\
                1.2,20.43,21.96,23,evening
                """);
        assertEquals("synthetic-ecommerce-ads@1", source.version());
        assertTrue(source.simulated());
        assertEquals(
                Map.ofEntries(
                        Map.entry(Fields.CHANNEL, "Douyin"),
                        Map.entry(Fields.CAMPAIGN_ID, "CMP_1"),
                        Map.entry(Fields.AD_FORMAT, "Brand Ad"),
                        Map.entry(Fields.AUDIENCE, "55+ User"),
                        Map.entry(Fields.FROM, "2024-02-29T00:00:00Z"),
                        Map.entry(Fields.UNTIL, "2024-03-01T00:00:00Z"),
                        Map.entry(Fields.SPEND, "31939.63"),
                        Map.entry(Fields.IMPRESSIONS, "1762636"),
                        Map.entry(Fields.CLICKS, "26601"),
                        Map.entry(Fields.CONVERSIONS, "1563"),
                        Map.entry(Fields.REVENUE, "701393.11"),
                        Map.entry(Fields.SIMULATED, "true")),
                CsvText.said(only(source)));
    }

    @Test
    void a_row_that_tells_nothing_and_one_that_is_broken_are_given_once_to_be_refused() throws Exception {
        List<SourceRow> rows =
                CsvText.rows(source("mix.csv", WEEK + "2016-01-04" + ",".repeat(12) + "\n2016-01-11,1\n"));
        assertEquals(
                List.of(
                        Optional.of("the row says nothing that is read"),
                        Optional.of("the row has another number of cells than the header: 2 instead of 13")),
                rows.subList(5, rows.size()).stream().map(SourceRow::defect).toList());
        assertEquals(
                List.of("3", "4"),
                rows.subList(5, rows.size()).stream().map(SourceRow::position).toList());
    }

    @Test
    void a_result_told_twice_differently_is_refused_and_that_of_another_channel_is_not() throws Exception {
        List<SourceRow> rows = CsvText.rows(source("mix.csv", WEEK + """
                2015-12-28,2754371.66666667,9,0.0,,24301284.537530436,9837.2384857852,4133.3,8125009,\
                7607.1329148046,19401.6538461538,0,0
                """));
        assertEquals(
                List.of("3"),
                rows.stream()
                        .filter(row -> row.defect().isPresent())
                        .map(SourceRow::position)
                        .toList());
        assertEquals(
                "the row contradicts an earlier one of this file about the same moment: ad-result tv",
                rows.get(5).defect().orElseThrow());
    }

    private Source source(String name, String content) throws Exception {
        Path file = CsvText.write(folder.resolve(name), content);
        return new CsvSourceFactory().create("csv", Map.of("file", file.toString()));
    }

    private static SourceRow only(Source source) throws Exception {
        List<SourceRow> rows = CsvText.rows(source);
        assertEquals(1, rows.size());
        return rows.get(0);
    }
}
