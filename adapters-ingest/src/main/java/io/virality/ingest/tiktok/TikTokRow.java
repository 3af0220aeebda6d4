package io.virality.ingest.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import io.virality.spi.SourceRow;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A video or a creator as TikTok tells it. Values that cannot be are passed on: the host refuses them with the raw text.
 *
 * @param kind video or creator
 * @param position where it stands
 * @param fields what it says
 * @param raw the record's own JSON
 * @param defect why it is none
 */
record TikTokRow(String kind, String position, Map<String, String> fields, String raw, Optional<String> defect)
        implements SourceRow {

    @Override
    public String field(String name) {
        return fields.get(name);
    }

    /** A video of the Research API. */
    static TikTokRow researchVideo(String position, JsonNode video) {
        Map<String, String> fields = commonOfVideos(video);
        put(fields, Fields.HANDLE, text(video, "username"));
        put(fields, Fields.DURATION_SECONDS, text(video, "video_duration"));
        put(fields, Fields.SOUND, text(video, "music_id"));
        put(fields, Fields.SAVES, text(video, "favorites_count", "favourites_count"));
        put(fields, Fields.CAPTION, text(video, "video_description"));
        StringJoiner hashtags = new StringJoiner(" ");
        video.path("hashtag_names").forEach(name -> hashtags.add(name.asText()));
        put(fields, Fields.HASHTAGS, Optional.of(hashtags.toString()).filter(names -> !names.isEmpty()));
        return row(Kinds.VIDEO, position, fields, video);
    }

    /** A video of the Display API, which does not say whose it is. */
    static TikTokRow displayVideo(String position, JsonNode video, String handle) {
        Map<String, String> fields = commonOfVideos(video);
        fields.put(Fields.HANDLE, handle);
        put(fields, Fields.DURATION_SECONDS, text(video, "duration"));
        put(fields, Fields.CAPTION, text(video, "video_description", "title"));
        return row(Kinds.VIDEO, position, fields, video);
    }

    /**
     * A creator of either API.
     *
     * @param handle its name, which the Research API does not repeat
     * @param region the country of the account, which only videos tell
     * @param observedAt when this was asked
     */
    static TikTokRow creator(
            String position, JsonNode user, String handle, Optional<String> region, Instant observedAt) {
        Map<String, String> fields = new HashMap<>();
        fields.put(Fields.HANDLE, handle);
        fields.put(Fields.OBSERVED_AT, observedAt.toString());
        put(fields, Fields.REGION, region);
        put(fields, Fields.NICKNAME, text(user, "display_name"));
        put(fields, Fields.BIOGRAPHY, text(user, "bio_description"));
        put(fields, Fields.BIO_LINK, text(user, "bio_url"));
        put(fields, Fields.VERIFIED, text(user, "is_verified"));
        put(fields, Fields.FOLLOWERS, text(user, "follower_count"));
        put(fields, Fields.FOLLOWING, text(user, "following_count"));
        put(fields, Fields.LIKES, text(user, "likes_count"));
        put(fields, Fields.VIDEOS, text(user, "video_count"));
        return row(Kinds.CREATOR, position, fields, user);
    }

    /** A creator that TikTok does not give, and why: what stands before the colon is the same for all of them. */
    static TikTokRow refusedCreator(String position, String handle, TikTokException refusal) {
        return new TikTokRow(
                Kinds.CREATOR,
                position,
                Map.of(),
                handle,
                Optional.of("TikTok does not give this user: " + handle + ", " + refusal.getMessage()));
    }

    private static TikTokRow row(String kind, String position, Map<String, String> fields, JsonNode node) {
        Optional<String> defect = node.isObject() ? Optional.empty() : Optional.of("not a JSON object: " + node);
        return new TikTokRow(kind, position, Map.copyOf(fields), node.toString(), defect);
    }

    private static Map<String, String> commonOfVideos(JsonNode video) {
        Map<String, String> fields = new HashMap<>();
        put(fields, Fields.VIDEO_ID, id(video));
        put(fields, Fields.POSTED_AT, text(video, "create_time").map(TikTokRow::instant));
        put(fields, Fields.VIEWS, text(video, "view_count"));
        put(fields, Fields.LIKES, text(video, "like_count"));
        put(fields, Fields.COMMENTS, text(video, "comment_count"));
        put(fields, Fields.SHARES, text(video, "share_count"));
        return fields;
    }

    /** The video's id, under either of its names. A number with a fraction or exponent is none. */
    static Optional<String> id(JsonNode video) {
        JsonNode id = video.has("id") ? video.get("id") : video.path("video_id");
        return id.isIntegralNumber() || id.isTextual() ? Optional.of(id.asText()) : Optional.empty();
    }

    /** The text of the first of these keys that is there and says something; exact for numbers. */
    static Optional<String> text(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode value = node.path(name);
            if (value.isValueNode() && !value.isNull()) {
                return Optional.of(value.asText());
            }
        }
        return Optional.empty();
    }

    /** The seconds as an instant; what is none is passed on for the host to refuse. */
    private static String instant(String seconds) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(seconds)).toString();
        } catch (NumberFormatException | DateTimeException e) {
            return seconds;
        }
    }

    private static void put(Map<String, String> fields, String name, Optional<String> value) {
        value.ifPresent(text -> fields.put(name, text));
    }
}
