package io.virality.spi;

import java.util.Set;

/**
 * The names of the fields that the host understands. Counts are whole numbers without separators, rates are fractions
 * (.025), times are ISO-8601 instants in UTC, booleans are {@code true} or {@code false}.
 */
public final class Fields {

    /** {@code tiktok} (the default), {@code youtube} or {@code instagram}. */
    public static final String PLATFORM = "platform";

    /** The creator's id on the platform: never changes. */
    public static final String PLATFORM_ID = "platform_id";

    /** The creator's name on the platform, without {@code @}: may change. */
    public static final String HANDLE = "handle";

    /** When the counts held; without it, the time of the import's request or of the file. */
    public static final String OBSERVED_AT = "observed_at";

    /** The displayed name. */
    public static final String NICKNAME = "nickname";

    /** The text under the name. */
    public static final String BIOGRAPHY = "biography";

    /** The link in the profile. */
    public static final String BIO_LINK = "bio_link";

    /** Country of the account (ISO 3166, two letters): not of the audience. */
    public static final String REGION = "region";

    /** Language tag, for example {@code en} or {@code pt-BR}. */
    public static final String LANGUAGE = "language";

    /** What the creator posts about. */
    public static final String CATEGORY = "category";

    /** Whether the platform verified the account. */
    public static final String VERIFIED = "verified";

    /** Accounts that follow the creator; in a row about a video: its creator, as with the next and {@link #VIDEOS}. */
    public static final String FOLLOWERS = "followers";

    /** Accounts that the creator follows. */
    public static final String FOLLOWING = "following";

    /** Likes: all that a creator ever got, or those of one video. */
    public static final String LIKES = "likes";

    /** In a row about a video: the likes that its creator ever got. */
    public static final String CREATOR_LIKES = "creator_likes";

    /** Public videos of the creator. */
    public static final String VIDEOS = "videos";

    /** The provider's own engagement rate of the creator. */
    public static final String ENGAGEMENT_RATE = "engagement_rate";

    /** The provider's own rate of likes alone. */
    public static final String LIKE_ENGAGEMENT_RATE = "like_engagement_rate";

    /** The provider's own rate of comments alone. */
    public static final String COMMENT_ENGAGEMENT_RATE = "comment_engagement_rate";

    /** The video's id on the platform. */
    public static final String VIDEO_ID = "video_id";

    /** When the video was posted. */
    public static final String POSTED_AT = "posted_at";

    /** The video's caption. */
    public static final String CAPTION = "caption";

    /** The video's hashtags, without {@code #}, separated by blanks. */
    public static final String HASHTAGS = "hashtags";

    /** The sound's name or id. */
    public static final String SOUND = "sound";

    /** The video's length in seconds. */
    public static final String DURATION_SECONDS = "duration_seconds";

    /** How often the video was played. */
    public static final String VIEWS = "views";

    /** Comments under the video. */
    public static final String COMMENTS = "comments";

    /** How often the video was shared. */
    public static final String SHARES = "shares";

    /** How often the video was saved. */
    public static final String SAVES = "saves";

    /** Who observed it, where a file holds the observations of several sources; without it, the source itself. */
    public static final String SOURCE = "source";

    /** The layout or API version that this source followed; goes with {@link #SOURCE}. */
    public static final String SOURCE_VERSION = "source_version";

    /** Whether the row is invented: {@code true} or {@code false}. Rows of a simulated source always are. */
    public static final String SIMULATED = "simulated";

    /** How old the counts may be: {@code live}, {@code daily} or {@code archive}; without it, as the source says. */
    public static final String FRESHNESS = "freshness";

    private static final Set<String> ALL = Set.of(
            SOURCE,
            SOURCE_VERSION,
            SIMULATED,
            FRESHNESS,
            PLATFORM,
            PLATFORM_ID,
            HANDLE,
            OBSERVED_AT,
            NICKNAME,
            BIOGRAPHY,
            BIO_LINK,
            REGION,
            LANGUAGE,
            CATEGORY,
            VERIFIED,
            FOLLOWERS,
            FOLLOWING,
            LIKES,
            CREATOR_LIKES,
            VIDEOS,
            ENGAGEMENT_RATE,
            LIKE_ENGAGEMENT_RATE,
            COMMENT_ENGAGEMENT_RATE,
            VIDEO_ID,
            POSTED_AT,
            CAPTION,
            HASHTAGS,
            SOUND,
            DURATION_SECONDS,
            VIEWS,
            COMMENTS,
            SHARES,
            SAVES);

    private Fields() {}

    /** All of them. */
    public static Set<String> all() {
        return ALL;
    }
}
