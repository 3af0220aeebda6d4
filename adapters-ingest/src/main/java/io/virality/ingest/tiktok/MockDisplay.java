package io.virality.ingest.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The mock server's Display API: the creator of the token, as of now. */
final class MockDisplay {

    private static final List<String> USER_FIELDS = List.of(
            "open_id",
            "union_id",
            "avatar_url",
            "avatar_url_100",
            "avatar_large_url",
            "display_name",
            "bio_description",
            "profile_deep_link",
            "is_verified",
            "username",
            "follower_count",
            "following_count",
            "likes_count",
            "video_count");
    private static final List<String> VIDEO_FIELDS = List.of(
            "id",
            "create_time",
            "cover_image_url",
            "share_url",
            "video_description",
            "duration",
            "height",
            "width",
            "title",
            "embed_html",
            "embed_link",
            "like_count",
            "comment_count",
            "share_count",
            "view_count");
    private static final int LARGEST_PAGE = 20;
    private static final int USUAL_PAGE = 10;
    private static final int LONGEST_TEXT = 150;

    private final SimulatedPlatform platform;

    MockDisplay(SimulatedPlatform platform) {
        this.platform = platform;
    }

    /** Tells about the creator. */
    ObjectNode user(MockCall call, SimulatedCreator creator) throws MockRefusal {
        List<String> fields = call.fields(USER_FIELDS);
        ObjectNode user = user(creator, platform.counts(creator))
                .put("open_id", "open-" + creator.id())
                .put("union_id", "union-" + creator.id())
                .put("username", creator.persona().handle());
        ObjectNode data = TikTokAnswer.JSON.createObjectNode();
        data.set("user", user.retain(fields));
        return data;
    }

    /** What both APIs tell about a user. */
    static ObjectNode user(SimulatedCreator creator, CreatorHistory.Counts counts) {
        Persona persona = creator.persona();
        return TikTokAnswer.JSON
                .createObjectNode()
                .put("display_name", persona.nickname())
                .put("bio_description", persona.biography().orElse(""))
                .put("avatar_url", "https://images.example/" + persona.handle() + ".jpeg")
                .put("is_verified", creator.verified())
                .put("follower_count", counts.followers())
                .put("following_count", counts.following())
                .put("likes_count", counts.likes())
                .put("video_count", counts.videos());
    }

    /** Lists the creator's videos before a moment, the newest first. */
    ObjectNode list(MockCall call, SimulatedCreator creator) throws MockRefusal {
        List<String> fields = call.fields(VIDEO_FIELDS);
        ObjectNode body = call.document();
        long most = body.path("max_count").asLong(USUAL_PAGE);
        if (most < 1 || most > LARGEST_PAGE) {
            throw MockRefusal.invalid("max_count: must be from 1 to " + LARGEST_PAGE);
        }
        long before = body.path("cursor").asLong(Long.MAX_VALUE);
        List<SimulatedVideo> left = platform.videos(creator).stream()
                .filter(video -> video.postedAt().toEpochMilli() < before)
                .toList();
        List<SimulatedVideo> page = left.subList(0, (int) Math.min(most, left.size()));
        ObjectNode data = videos(page, fields);
        data.put(
                "cursor",
                page.isEmpty()
                        ? platform.present().toEpochMilli()
                        : page.get(page.size() - 1).postedAt().toEpochMilli());
        return data.put("has_more", page.size() < left.size());
    }

    /** Gives those of the named videos that are the creator's. */
    ObjectNode query(MockCall call, SimulatedCreator creator) throws MockRefusal {
        List<String> fields = call.fields(VIDEO_FIELDS);
        List<String> ids = new ArrayList<>();
        for (JsonNode id : call.document().at("/filters/video_ids")) {
            ids.add(id.asText());
        }
        if (ids.isEmpty() || ids.size() > LARGEST_PAGE) {
            throw MockRefusal.invalid("video_ids: must be from 1 to " + LARGEST_PAGE);
        }
        Predicate<SimulatedVideo> named = video -> ids.contains(video.id());
        return videos(platform.videos(creator).stream().filter(named).toList(), fields);
    }

    private ObjectNode videos(List<SimulatedVideo> videos, List<String> fields) {
        ObjectNode data = TikTokAnswer.JSON.createObjectNode();
        ArrayNode list = data.putArray("videos");
        Instant now = platform.present();
        videos.forEach(video -> list.add(video(video, video.countsAt(now)).retain(fields)));
        return data;
    }

    private static ObjectNode video(SimulatedVideo video, SimulatedVideo.Counts counts) {
        String handle = video.creator().persona().handle();
        String caption = cut(video.words().caption());
        return TikTokAnswer.JSON
                .createObjectNode()
                .put("id", video.id())
                .put("create_time", video.postedAt().getEpochSecond())
                .put("cover_image_url", "https://images.example/" + video.id() + ".jpeg")
                .put("share_url", "https://videos.example/@" + handle + "/video/" + video.id())
                .put("video_description", caption)
                .put("duration", video.seconds())
                .put("height", 1920)
                .put("width", 1080)
                .put("title", caption)
                .put("view_count", counts.views())
                .put("like_count", counts.likes())
                .put("comment_count", counts.comments())
                .put("share_count", counts.shares());
    }

    private static String cut(String text) {
        int length = text.codePointCount(0, text.length());
        return text.substring(0, text.offsetByCodePoints(0, Math.min(LONGEST_TEXT, length)));
    }
}
