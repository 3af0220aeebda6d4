package io.virality.ingest.csv;

import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import java.util.List;
import java.util.Set;

/** The files that are recognised by their header. */
final class Presets {

    private static final Preset BRIGHT_DATA_PROFILES = new Preset(
            "bright-data-profiles",
            1,
            Kinds.CREATOR,
            Set.of("id", "url", "awg_engagement_rate", "followers"),
            List.of(
                    new Column("id", Fields.PLATFORM_ID),
                    // the column that should hold the handle, account_id, is masked
                    new Column("url", Fields.HANDLE, Presets::handleInAddress),
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
            Set.of("null"));

    /** All of them. */
    static final List<Preset> ALL = List.of(BRIGHT_DATA_PROFILES);

    private Presets() {}

    /** {@code https://www.tiktok.com/@ada?lang=en} is ada's; what is no such address stays, to be refused as it is. */
    private static String handleInAddress(String address) {
        int start = address.indexOf("/@") + 2;
        if (start < 2) {
            return address;
        }
        int end = start;
        while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        return address.substring(start, end);
    }
}
