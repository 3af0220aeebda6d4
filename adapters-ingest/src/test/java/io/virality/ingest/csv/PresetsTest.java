package io.virality.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import io.virality.spi.Source;
import io.virality.spi.SourceRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PresetsTest {

    private static final String VIDEOS = """
            crawl,id,create_time,user_name,hashtags,song,video_length,n_likes,n_shares,n_comments,n_plays,\
            n_followers,n_total_likes,n_total_vids
            first,71,1604786417,ada,"['fyp', 'été\\nWe', '日本']",original sound,15,10,2,3,100,1000,5000,17
            first,72,1604700000,ada,[],a song,9,1,0,0,50,1000,5000,17
            second,71,1604786417,ada,"['fyp', 'été\\nWe', '日本']",original sound,15,12,2,3,120,1100,5001,17
            second,73,1604790000,grace,"[""it's""]",a song,7,0,0,0,0,4,0,1
            """;

    @TempDir
    private Path folder;

    @Test
    void videos_tell_all_they_know_and_their_creator() throws Exception {
        Source source = source("videos.csv", VIDEOS);
        assertEquals("tiktok-creator-videos@1", source.version());
        List<SourceRow> rows = CsvText.rows(source);
        assertEquals(Kinds.VIDEO, rows.get(0).kind());
        assertEquals(
                Map.ofEntries(
                        Map.entry(Fields.VIDEO_ID, "71"),
                        Map.entry(Fields.POSTED_AT, "2020-11-07T22:00:17Z"),
                        Map.entry(Fields.OBSERVED_AT, "2020-11-07T22:00:17Z"),
                        Map.entry(Fields.HANDLE, "ada"),
                        Map.entry(Fields.HASHTAGS, "fyp été 日本"),
                        Map.entry(Fields.SOUND, "original sound"),
                        Map.entry(Fields.DURATION_SECONDS, "15"),
                        Map.entry(Fields.LIKES, "10"),
                        Map.entry(Fields.SHARES, "2"),
                        Map.entry(Fields.COMMENTS, "3"),
                        Map.entry(Fields.VIEWS, "100"),
                        Map.entry(Fields.FOLLOWERS, "1000"),
                        Map.entry(Fields.CREATOR_LIKES, "5000"),
                        Map.entry(Fields.VIDEOS, "17")),
                CsvText.said(rows.get(0)));
        assertEquals("it's", rows.get(3).field(Fields.HASHTAGS));
    }

    @Test
    void a_video_seen_again_by_a_later_crawl_is_of_that_crawls_time() throws Exception {
        List<SourceRow> rows = CsvText.rows(source("videos.csv", VIDEOS));
        assertEquals(
                List.of("2020-11-07T22:00:17Z", "2020-11-07T22:00:17Z", "2020-11-07T23:00:00Z", "2020-11-07T23:00:00Z"),
                rows.stream().map(row -> row.field(Fields.OBSERVED_AT)).toList());
        assertEquals(
                List.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                rows.stream().map(SourceRow::defect).toList());
    }

    @Test
    void crawls_that_seem_to_be_of_one_moment_follow_each_other_as_in_the_file() throws Exception {
        List<SourceRow> rows = CsvText.rows(source("videos.csv", """
                crawl,id,create_time,user_name,hashtags,n_plays
                top,71,1604786417,ada,[],100
                again,71,1604786417,ada,[],120
                """));
        assertEquals("2020-11-07T22:00:17Z", rows.get(0).field(Fields.OBSERVED_AT));
        assertEquals("2020-11-07T22:00:17.001Z", rows.get(1).field(Fields.OBSERVED_AT));
    }

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shuffled_rows_and_columns_say_the_same(long seed) throws Exception {
        assertEquals(allSaid(VIDEOS), allSaid(CsvText.shuffled(VIDEOS, seed)), "seed " + seed);
    }

    private List<String> allSaid(String text) throws Exception {
        return CsvText.rows(source("videos.csv", text)).stream()
                .map(row -> CsvText.said(row).toString())
                .sorted()
                .toList();
    }

    @Test
    void song_videos_are_videos() throws Exception {
        Source source = source("songs.csv", """
                crawl,id,create_time,user_name,song,song_id,n_likes,n_shares,n_comments,n_plays,n_followers,\
                n_total_likes,n_total_vids
                song_data_0.csv,71,1597786599,ada,WAP,68584,10,1,2,87,97,76,16
                """);
        assertEquals("tiktok-song-videos@1", source.version());
        assertEquals("WAP", CsvText.rows(source).get(0).field(Fields.SOUND));
    }

    @Test
    void the_top_250_give_rates_countries_and_genres_but_no_averages_for_totals() throws Exception {
        Source source = source("top_2020-10.csv", """
                Rank,Username,Country,Followers,Views,Likes,Engagement,Brand Account,Famous,Genre
                1,@ada,U.S.A,78.9m,38.3m,6.1m,16.60%,0,0,"Dancing, Lipsyncing"
                2,@grace,South Korea,503.0k,9.4m,503.0k,5%,1,1,
                """);
        assertEquals("tiktok-top-250@1", source.version());
        assertEquals(
                Map.of(
                        Fields.HANDLE, "@ada",
                        Fields.REGION, "US",
                        Fields.FOLLOWERS, "78900000",
                        Fields.ENGAGEMENT_RATE, "0.1660",
                        Fields.CATEGORY, "Dancing, Lipsyncing",
                        Fields.OBSERVED_AT, "2020-10-31T00:00:00Z"),
                CsvText.said(CsvText.rows(source).get(0)));
        assertEquals("KR", CsvText.rows(source).get(1).field(Fields.REGION));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`Tiktoker name,Tiktok name,Subscribers count,Subscribers count,Views avg.,Views avg.`",
                "`Tiktoker,influencer name,Subscribers count,Subscribers count,Views avg.,Views avg.`",
                "`Tiktoker name ,name,\"Subscribers\ncount\",\"Subscribers\ncount\",Views avg.,Views`",
                "`TIKTOKER,Influencer Name,Followers,Followers,Views,Views`"
            })
    void a_monthly_list_is_recognised_whatever_its_headings_are_this_month(String header) throws Exception {
        Source source = source("tiktok june 2022.csv", header + """

                ada,Ada,13.8M,13800000,26M,26000000
                ,,,,,
                grace,N/A,#VALOR!,97000,1M,1000000
                mary,-,,0,1M,1000000
                """);
        assertEquals("tiktok-top-list@1", source.version());
        List<SourceRow> rows = CsvText.rows(source);
        assertEquals(
                Map.of(
                        Fields.HANDLE, "ada",
                        Fields.NICKNAME, "Ada",
                        Fields.FOLLOWERS, "13800000",
                        Fields.OBSERVED_AT, "2022-06-30T00:00:00Z"),
                CsvText.said(rows.get(0)));
        assertEquals(Optional.of("the row is blank"), rows.get(1).defect());
        assertEquals("97000", rows.get(2).field(Fields.FOLLOWERS));
        assertNull(rows.get(2).field(Fields.NICKNAME));
        assertNull(rows.get(3).field(Fields.FOLLOWERS), "a spreadsheet's zero for an empty cell");
    }

    @Test
    void the_same_creator_twice_stands_once_and_a_contradiction_is_refused() throws Exception {
        List<SourceRow> rows = CsvText.rows(source("list.csv", """
                Tiktoker,name,Subscribers count
                ada,Ada,3.9M
                ada,Ada,3.9M
                Ada,Ada,4M
                """));
        assertEquals(Optional.empty(), rows.get(1).defect());
        assertEquals(
                Optional.of("the row contradicts an earlier one of this file about the same moment: creator Ada"),
                rows.get(2).defect());
    }

    @Test
    void the_instagram_list_names_its_platform_and_its_audience_is_no_region() throws Exception {
        Source source = source("insta.csv", """
                instagram name,influencer name ,Category_1,Category_2,Subscribers count,Subscribers count,Views avg.,\
                Likes avg,Likes avg,Comments avg.,Comments avg.
                ada,#NOMBRE?,Music,,50.7M,50700000,Spain,274.9K,274900,456.7K,456700
                """);
        assertEquals("instagram-top-list@1", source.version());
        assertEquals(
                Map.of(
                        Fields.PLATFORM, "instagram",
                        Fields.HANDLE, "ada",
                        Fields.CATEGORY, "Music",
                        Fields.FOLLOWERS, "50700000"),
                CsvText.said(CsvText.rows(source).get(0)));
    }

    @Test
    void a_follower_history_says_its_times() throws Exception {
        Source source = source("history.csv", """
                user_id,handle,name,verified,date,followers,total_likes,observed_at_utc,endpoint
                106,@ada,Ada,True,2022-04-22,30700000,359000000,2022-04-22T10:21:17Z,t
                """);
        assertEquals("tiktok-follower-history@1", source.version());
        assertEquals(
                Map.of(
                        Fields.PLATFORM_ID, "106",
                        Fields.HANDLE, "@ada",
                        Fields.NICKNAME, "Ada",
                        Fields.VERIFIED, "True",
                        Fields.FOLLOWERS, "30700000",
                        Fields.LIKES, "359000000",
                        Fields.OBSERVED_AT, "2022-04-22T10:21:17Z"),
                CsvText.said(CsvText.rows(source).get(0)));
    }

    @Test
    void channels_are_known_by_their_id_and_called_by_their_title() throws Exception {
        Source source = source("youtube.csv", """
                date_utc,channel_id,channel_title,subscribers,views,videos
                2026-01-17,UCZ,Cyril | Ctrl,115000,13101886,1393
                """);
        assertEquals("youtube-daily@1", source.version());
        assertEquals(
                Map.of(
                        Fields.PLATFORM, "youtube",
                        Fields.PLATFORM_ID, "UCZ",
                        Fields.NICKNAME, "Cyril | Ctrl",
                        Fields.FOLLOWERS, "115000",
                        Fields.VIDEOS, "1393",
                        Fields.OBSERVED_AT, "2026-01-17T00:00:00Z"),
                CsvText.said(CsvText.rows(source).get(0)));
    }

    private Source source(String name, String content) throws Exception {
        Path file = Files.writeString(folder.resolve(name), content);
        return new CsvSourceFactory().create("csv", Map.of("file", file.toString()));
    }
}
