package io.virality.ingest.csv;

import io.virality.spi.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The files that are recognised by their header. */
final class Presets {

    /** How spreadsheets and lists say that they know nothing. */
    static final Set<String> BLANKS = Set.of(
            "N/A",
            "n/a",
            "NA",
            "-",
            "–",
            "—",
            "null",
            "#N/A",
            "#N/D",
            "#VALUE!",
            "#VALOR!",
            "#NAME?",
            "#NOMBRE?",
            "#REF!",
            "#¡REF!",
            "#DIV/0!",
            "#¡DIV/0!",
            "#¡VALOR!",
            "#¿NOMBRE?");

    private static final String FOLLOWERS = "followers?( count)?|subscribers?( count)?";

    private static final Preset BRIGHT_DATA_PROFILES = new Preset(
            "bright-data-profiles",
            1,
            RowKind.CREATOR,
            Set.of("id", "url", "awg_engagement_rate", "followers"),
            List.of(
                    new Column("id", Fields.PLATFORM_ID),
                    // the column that should hold the handle, account_id, is masked
                    new Column("url", Fields.HANDLE, Conversion.ADDRESS),
                    new Column("nickname", Fields.NICKNAME),
                    new Column("biography", Fields.BIOGRAPHY),
                    new Column("bio_link", Fields.BIO_LINK),
                    new Column("region", Fields.REGION),
                    new Column("predicted_lang", Fields.LANGUAGE),
                    new Column("is_verified", Fields.VERIFIED),
                    new Column("followers", Fields.FOLLOWERS),
                    new Column("following", Fields.FOLLOWING),
                    new Column("likes", Fields.LIKES),
                    new Column("videos_count", Fields.VIDEOS),
                    new Column("awg_engagement_rate", Fields.ENGAGEMENT_RATE),
                    new Column("like_engagement_rate", Fields.LIKE_ENGAGEMENT_RATE),
                    new Column("comment_engagement_rate", Fields.COMMENT_ENGAGEMENT_RATE)),
            Map.of(),
            Set.of("null"));

    private static final List<Column> VIDEO_COLUMNS = List.of(
            new Column("id", Fields.VIDEO_ID),
            new Column("user_name", Fields.HANDLE),
            new Column("create_time", Fields.POSTED_AT, Conversion.EPOCH_SECONDS),
            new Column("crawl", Layout.CRAWL),
            new Column("song", Fields.SOUND),
            new Column("n_plays", Fields.VIEWS),
            new Column("n_likes", Fields.LIKES),
            new Column("n_comments", Fields.COMMENTS),
            new Column("n_shares", Fields.SHARES),
            new Column("n_followers", Fields.FOLLOWERS),
            new Column("n_total_likes", Fields.CREATOR_LIKES),
            new Column("n_total_vids", Fields.VIDEOS));

    private static final Preset CREATOR_VIDEOS = new Preset(
            "tiktok-creator-videos",
            1,
            RowKind.VIDEO,
            Set.of("id", "user_name", "create_time", "n_plays", "hashtags"),
            with(
                    VIDEO_COLUMNS,
                    new Column("hashtags", Fields.HASHTAGS, Conversion.LIST),
                    new Column("video_length", Fields.DURATION_SECONDS)),
            Map.of(),
            Set.of());

    private static final Preset SONG_VIDEOS = new Preset(
            "tiktok-song-videos",
            1,
            RowKind.VIDEO,
            Set.of("id", "user_name", "create_time", "n_plays", "song_id"),
            VIDEO_COLUMNS,
            Map.of(),
            Set.of());

    private static final Preset TOP_250 = new Preset(
            "tiktok-top-250",
            1,
            RowKind.CREATOR,
            Set.of("Username", "Followers", "Engagement", "Genre"),
            List.of(
                    new Column("Username", Fields.HANDLE),
                    new Column("Country", Fields.REGION, Conversion.COUNTRY),
                    Column.like("Followers", FOLLOWERS, Fields.FOLLOWERS, Conversion.COMPACT),
                    new Column("Engagement", Fields.ENGAGEMENT_RATE, Conversion.PERCENT),
                    new Column("Genre", Fields.CATEGORY)),
            Map.of(),
            BLANKS);

    private static final Preset TIKTOK_TOP_LIST = new Preset(
            "tiktok-top-list",
            1,
            RowKind.CREATOR,
            Set.of("Tiktoker name", "Subscribers count"),
            List.of(
                    Column.like("Tiktoker name", "tiktoker.*", Fields.HANDLE, Conversion.PLAIN),
                    Column.like("Tiktok name", "tiktok name|influencer name|name", Fields.NICKNAME, Conversion.PLAIN),
                    Column.like("Subscribers count", FOLLOWERS, Fields.FOLLOWERS, Conversion.COMPACT)),
            Map.of(),
            BLANKS);

    private static final Preset INSTAGRAM_TOP_LIST = new Preset(
            "instagram-top-list",
            1,
            RowKind.CREATOR,
            Set.of("Instagram name", "Subscribers count"),
            List.of(
                    Column.like("Instagram name", "influencer insta name", Fields.HANDLE, Conversion.PLAIN),
                    Column.like("Instagram name", "instagram name|instagrammer.*", Fields.HANDLE, Conversion.PLAIN),
                    Column.like(
                            "Influencer name",
                            "influencer name|instagram name|name",
                            Fields.NICKNAME,
                            Conversion.PLAIN),
                    Column.like("Category_1", "category( 1)?", Fields.CATEGORY, Conversion.PLAIN),
                    Column.like("Subscribers count", FOLLOWERS, Fields.FOLLOWERS, Conversion.COMPACT)),
            Map.of(Fields.PLATFORM, "instagram"),
            BLANKS);

    private static final Preset FOLLOWER_HISTORY = new Preset(
            "tiktok-follower-history",
            1,
            RowKind.CREATOR,
            Set.of("user_id", "handle", "followers", "observed_at_utc"),
            List.of(
                    new Column("user_id", Fields.PLATFORM_ID),
                    new Column("handle", Fields.HANDLE),
                    new Column("name", Fields.NICKNAME),
                    new Column("verified", Fields.VERIFIED),
                    new Column("followers", Fields.FOLLOWERS),
                    new Column("total_likes", Fields.LIKES),
                    new Column("observed_at_utc", Fields.OBSERVED_AT)),
            Map.of(),
            Set.of());

    private static final Preset YOUTUBE_DAILY = new Preset(
            "youtube-daily",
            1,
            RowKind.CREATOR,
            Set.of("date_utc", "channel_id", "subscribers"),
            List.of(
                    new Column("channel_id", Fields.PLATFORM_ID),
                    // titles are free text, not handles
                    new Column("channel_title", Fields.NICKNAME),
                    new Column("subscribers", Fields.FOLLOWERS),
                    new Column("videos", Fields.VIDEOS),
                    new Column("date_utc", Fields.OBSERVED_AT, Conversion.DATE)),
            Map.of(Fields.PLATFORM, "youtube"),
            Set.of());

    /** All of them. */
    static final List<Preset> ALL = Stream.concat(
                    Stream.of(
                            BRIGHT_DATA_PROFILES,
                            CREATOR_VIDEOS,
                            SONG_VIDEOS,
                            TOP_250,
                            TIKTOK_TOP_LIST,
                            INSTAGRAM_TOP_LIST,
                            FOLLOWER_HISTORY,
                            YOUTUBE_DAILY),
                    MarketplacePresets.ALL.stream())
            .toList();

    private Presets() {}

    /** Some columns and more. */
    static List<Column> with(List<Column> columns, Column... more) {
        List<Column> all = new ArrayList<>(columns);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
