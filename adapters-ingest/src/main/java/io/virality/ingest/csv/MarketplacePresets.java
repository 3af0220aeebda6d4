package io.virality.ingest.csv;

import io.virality.spi.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Files about advertisements, brands and what creators won, and the invented ones, that are recognised by their header. */
final class MarketplacePresets {

    private static final String SIMULATED = "true";

    private static final Preset FACEBOOK_ADS = new Preset(
            "facebook-ads",
            1,
            RowKind.AD_RESULT,
            Set.of("ad_id", "xyz_campaign_id", "Impressions", "Clicks", "Spent"),
            List.of(
                    new Column("ad_id", Fields.AD_ID),
                    new Column("xyz_campaign_id", Fields.CAMPAIGN_ID),
                    new Column("age", Fields.AGE),
                    new Column("gender", Fields.GENDER),
                    new Column("interest", Fields.INTEREST),
                    new Column("Impressions", Fields.IMPRESSIONS),
                    new Column("Clicks", Fields.CLICKS),
                    new Column("Spent", Fields.SPEND),
                    new Column("Total_Conversion", Fields.CONVERSIONS),
                    new Column("Approved_Conversion", Fields.APPROVED_CONVERSIONS)),
            Map.of(Fields.CHANNEL, "facebook"),
            Set.of());

    private static final List<Column> YOUTUBE_CHANNEL = List.of(
            new Column("channel", Fields.PLATFORM_ID, Conversion.CHANNEL_ID),
            new Column("channel", Fields.HANDLE, Conversion.CHANNEL_HANDLE));

    private static final Preset YOUTUBE_WEEKLY = new Preset(
            "youtube-weekly",
            1,
            Set.of("channel", "start_date", "end_date", "weekly_subscribers"),
            List.of(
                    new Preset.Part(
                            RowKind.GROWTH,
                            Presets.with(
                                    YOUTUBE_CHANNEL,
                                    new Column("start_date", Fields.FROM, Conversion.DATE),
                                    // a week's end is the start of the next
                                    new Column("end_date", Fields.UNTIL, Conversion.DATE),
                                    new Column("weekly_subscribers", Fields.FOLLOWERS_GAINED),
                                    new Column("weekly_views", Fields.VIEWS_GAINED)),
                            Map.of(Fields.PLATFORM, "youtube")),
                    new Preset.Part(
                            RowKind.CREATOR,
                            Presets.with(YOUTUBE_CHANNEL, new Column("category", Fields.CATEGORY)),
                            Map.of(Fields.PLATFORM, "youtube"),
                            Optional.of(Fields.CATEGORY))),
            Set.of());

    private static final Preset BRAND_PARTNERSHIPS = new Preset(
            "brand-partnerships",
            1,
            RowKind.SPONSORSHIP,
            Set.of("user_name", "brand", "strongest_evidence"),
            List.of(
                    new Column("user_name", Fields.HANDLE),
                    new Column("brand", Fields.BRAND),
                    new Column("strongest_evidence", Fields.EVIDENCE, Conversion.TAG_EVIDENCE),
                    new Column("n_videos", Fields.SPONSORED_VIDEOS),
                    new Column("first", Fields.FROM, Conversion.DATE),
                    new Column("last", Fields.UNTIL, Conversion.LAST_DAY),
                    new Column("tags", Fields.HASHTAGS)),
            Map.of(),
            Set.of());

    private static final List<Column> ADVERTISING_VIDEO = List.of(
            new Column("video_id", Fields.VIDEO_ID),
            new Column("user_name", Fields.HANDLE),
            new Column("hashtags", Fields.HASHTAGS));

    private static final Preset DISCLOSED_AD_VIDEOS = new Preset(
            "disclosed-ad-videos",
            1,
            Set.of("video_id", "user_name", "disclosure_tags", "brands_mined"),
            List.of(
                    new Preset.Part(
                            RowKind.VIDEO,
                            Presets.with(
                                    ADVERTISING_VIDEO,
                                    new Column("created_utc", Fields.POSTED_AT),
                                    new Column("n_plays", Fields.VIEWS),
                                    new Column("n_likes", Fields.LIKES),
                                    new Column("n_comments", Fields.COMMENTS),
                                    new Column("n_shares", Fields.SHARES),
                                    new Column("n_followers", Fields.FOLLOWERS),
                                    new Column("disclosure_tags", Fields.DISCLOSURES)),
                            Map.of(Layout.CRAWL, "the only one")),
                    new Preset.Part(
                            RowKind.SPONSORSHIP,
                            Presets.with(
                                    ADVERTISING_VIDEO,
                                    new Column("brands_mined", Fields.BRAND),
                                    new Column("disclosure_tags", Fields.EVIDENCE, Conversion.DISCLOSURE)),
                            // what discloses nothing is listed because a hashtag names a partner of the brand
                            Map.of(Layout.CRAWL, "the only one", Fields.EVIDENCE, "named-partner"),
                            Optional.of(Fields.BRAND))),
            Set.of());

    private static final Preset SYNTHETIC_VIDEO_CLAIMS = new Preset(
            "synthetic-video-claims",
            1,
            RowKind.VIDEO,
            Set.of("video_id", "claim_status", "video_view_count"),
            List.of(
                    new Column("video_id", Fields.VIDEO_ID),
                    new Column("video_duration_sec", Fields.DURATION_SECONDS),
                    new Column("video_view_count", Fields.VIEWS),
                    new Column("video_like_count", Fields.LIKES),
                    new Column("video_share_count", Fields.SHARES),
                    new Column("video_comment_count", Fields.COMMENTS)),
            Map.of(Fields.SIMULATED, SIMULATED),
            Set.of());

    private static final Preset SYNTHETIC_MEDIA_MIX = new Preset(
            "synthetic-media-mix",
            1,
            Set.of("date", "revenue", "tv_s", "facebook_s", "competitor_sales_b"),
            List.of(
                    week("tv", new Column("tv_s", Fields.SPEND)),
                    week("out-of-home", new Column("ooh_s", Fields.SPEND)),
                    week("print", new Column("print_s", Fields.SPEND)),
                    week(
                            "facebook",
                            new Column("facebook_s", Fields.SPEND),
                            new Column("facebook_i", Fields.IMPRESSIONS, Conversion.ROUNDED)),
                    week(
                            "search",
                            new Column("search_s", Fields.SPEND),
                            new Column("search_clicks_p", Fields.CLICKS, Conversion.ROUNDED)),
                    week("unattributed", new Column("revenue", Fields.REVENUE))),
            Set.of());

    private static final Preset SYNTHETIC_ECOMMERCE_ADS = new Preset(
            "synthetic-ecommerce-ads",
            1,
            RowKind.AD_RESULT,
            Set.of("campaign_id", "date", "platform", "ad_type", "ad_spend", "roas"),
            List.of(
                    new Column("platform", Fields.CHANNEL),
                    new Column("campaign_id", Fields.CAMPAIGN_ID),
                    new Column("ad_type", Fields.AD_FORMAT),
                    new Column("target_audience", Fields.AUDIENCE),
                    new Column("date", Fields.FROM, Conversion.DATE),
                    new Column("date", Fields.UNTIL, Conversion.LAST_DAY),
                    new Column("ad_spend", Fields.SPEND),
                    new Column("impressions", Fields.IMPRESSIONS),
                    new Column("clicks", Fields.CLICKS),
                    new Column("conversions", Fields.CONVERSIONS),
                    new Column("revenue", Fields.REVENUE)),
            Map.of(Fields.SIMULATED, SIMULATED),
            Set.of());

    /** All of them. */
    static final List<Preset> ALL = List.of(
            FACEBOOK_ADS,
            YOUTUBE_WEEKLY,
            BRAND_PARTNERSHIPS,
            DISCLOSED_AD_VIDEOS,
            SYNTHETIC_VIDEO_CLAIMS,
            SYNTHETIC_MEDIA_MIX,
            SYNTHETIC_ECOMMERCE_ADS);

    private MarketplacePresets() {}

    /** What a channel did in a week; the first of its columns is the one without which it did nothing. */
    private static Preset.Part week(String channel, Column... columns) {
        return new Preset.Part(
                RowKind.AD_RESULT,
                Presets.with(
                        List.of(
                                new Column("date", Fields.FROM, Conversion.DATE),
                                new Column("date", Fields.UNTIL, Conversion.WEEK)),
                        columns),
                Map.of(Fields.CHANNEL, channel, Fields.SIMULATED, SIMULATED),
                Optional.of(columns[0].field()));
    }
}
