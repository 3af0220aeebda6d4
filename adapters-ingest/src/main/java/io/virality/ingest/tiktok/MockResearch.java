package io.virality.ingest.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The mock server's Research API. */
final class MockResearch {

    private static final List<String> VIDEO_FIELDS = List.of(
            "id",
            "video_id",
            "create_time",
            "username",
            "region_code",
            "video_description",
            "video_duration",
            "music_id",
            "hashtag_names",
            "hashtag_info_list",
            "video_mention_list",
            "voice_to_text",
            "playlist_id",
            "effect_ids",
            "effect_info_list",
            "sticker_info_list",
            "video_label",
            "video_tag",
            "is_stem_verified",
            "view_count",
            "like_count",
            "comment_count",
            "share_count",
            "favorites_count",
            "favourites_count");
    private static final List<String> USER_FIELDS = List.of(
            "display_name",
            "bio_description",
            "avatar_url",
            "is_verified",
            "follower_count",
            "following_count",
            "likes_count",
            "video_count",
            "bio_url");
    private static final int LONGEST_PERIOD = 30;
    private static final int LARGEST_PAGE = 100;
    private static final int USUAL_PAGE = 20;
    private static final int SEARCHES_KEPT = 200;

    private final SimulatedPlatform platform;
    private final FaultPlan plan;
    private final Clock clock;
    private final long seed;
    private final Map<String, Search> searches = new LinkedHashMap<>();

    /** What a search found, hidden videos included: later pages are cut from the same list. */
    private record Search(String question, List<ArchivedVideo> candidates, Instant issued) {}

    MockResearch(SimulatedPlatform platform, FaultPlan plan, Clock clock, long seed) {
        this.platform = platform;
        this.plan = plan;
        this.clock = clock;
        this.seed = seed;
    }

    /** Finds videos. */
    ObjectNode videos(MockCall call) throws MockRefusal {
        List<String> fields = call.fields(VIDEO_FIELDS);
        ObjectNode body = call.document();
        VideoConditions conditions = VideoConditions.parse(body.path("query"));
        Days days = days(body);
        int most = (int) number(body, "max_count", USUAL_PAGE);
        if (most < 1 || most > LARGEST_PAGE) {
            throw MockRefusal.invalid("max_count: must be from 1 to " + LARGEST_PAGE);
        }
        String question = body.path("query") + "/" + days;
        if (body.path("is_random").asBoolean()) {
            return random(candidates(conditions, days), most, fields, new Chance(seed ^ question.hashCode()));
        }
        long cursor = number(body, "cursor", 0);
        String id = body.path("search_id").asText("");
        Search search = id.isEmpty() && cursor == 0 ? search(question, conditions, days) : known(id, question);
        if (cursor < 0 || cursor > search.candidates().size()) {
            throw MockRefusal.invalid("Invalid count or cursor");
        }
        int end = (int) Math.min(cursor + most, search.candidates().size());
        ObjectNode data = page(search.candidates().subList((int) cursor, end), fields);
        data.put("cursor", end);
        put(data, "has_more", end < search.candidates().size());
        return data.put("search_id", searchId(question));
    }

    private Search search(String question, VideoConditions conditions, Days days) {
        Search search = new Search(question, candidates(conditions, days), clock.instant());
        String id = searchId(question);
        searches.remove(id);
        searches.put(id, search);
        if (searches.size() > SEARCHES_KEPT) {
            searches.remove(searches.keySet().iterator().next());
        }
        return search;
    }

    private Search known(String id, String question) throws MockRefusal {
        Search search = searches.get(id);
        if (search == null
                || !search.question().equals(question)
                || clock.instant().isBefore(search.issued().plus(plan.searchDelay()))) {
            throw invalidSearch(id);
        }
        return search;
    }

    static MockRefusal invalidSearch(String id) {
        return MockRefusal.invalid("Search Id " + id + " is invalid or expired");
    }

    private String searchId(String question) {
        return Long.toString(new Chance(seed ^ question.hashCode()).seed() >>> 1);
    }

    private List<ArchivedVideo> candidates(VideoConditions conditions, Days days) {
        Instant found = platform.present().minus(plan.archiveDelay());
        List<ArchivedVideo> candidates = new ArrayList<>();
        Instant from = days.first().atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant until = from.plus(Duration.ofDays(days.count()));
        for (SimulatedVideo video : platform.videos()) {
            boolean inTime = !video.postedAt().isBefore(from)
                    && video.postedAt().isBefore(until)
                    && !video.postedAt().isAfter(found);
            if (inTime) {
                ArchivedVideo archived = ArchivedVideo.of(video, platform, plan);
                if (conditions.test(archived)) {
                    candidates.add(archived);
                }
            }
        }
        return candidates;
    }

    private ObjectNode page(List<ArchivedVideo> candidates, List<String> fields) {
        ObjectNode data = TikTokAnswer.JSON.createObjectNode();
        ArrayNode videos = data.putArray("videos");
        for (ArchivedVideo candidate : candidates) {
            if (!candidate.hidden()) {
                ObjectNode video = videos.addObject();
                fields.forEach(field -> candidate.write(renamed(field), video));
            }
        }
        return data;
    }

    private String renamed(String field) {
        return switch (field) {
            case "id" -> plan.videoIdKey();
            case "favorites_count" -> plan.savesKey();
            default -> field;
        };
    }

    private ObjectNode random(List<ArchivedVideo> candidates, int most, List<String> fields, Chance chance) {
        List<ArchivedVideo> left = new ArrayList<>(candidates);
        List<ArchivedVideo> drawn = new ArrayList<>();
        while (drawn.size() < most && !left.isEmpty()) {
            drawn.add(left.remove((int) (chance.fraction() * left.size())));
        }
        ObjectNode data = page(drawn, fields).put("cursor", drawn.size());
        put(data, "has_more", false);
        return data;
    }

    private void put(ObjectNode data, String name, boolean truth) {
        if (plan.truthAsText()) {
            data.put(name, Boolean.toString(truth));
        } else {
            data.put(name, truth);
        }
    }

    private static Days days(ObjectNode body) throws MockRefusal {
        try {
            Days days = new Days(
                    LocalDate.parse(body.path("start_date").asText(), Days.FORM),
                    LocalDate.parse(body.path("end_date").asText(), Days.FORM));
            if (days.count() - 1 <= LONGEST_PERIOD) {
                return days;
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            // Answered below, like days too far apart.
        }
        throw MockRefusal.invalid("start_date and end_date: YYYYMMDD, in order, at most 30 days apart");
    }

    private static long number(ObjectNode body, String name, long usual) throws MockRefusal {
        JsonNode value = body.path(name);
        if (value.isMissingNode()) {
            return usual;
        }
        if (!value.isIntegralNumber()) {
            throw MockRefusal.invalid(name + ": must be a whole number");
        }
        return value.asLong();
    }

    /** Tells about a user. */
    ObjectNode user(MockCall call) throws MockRefusal {
        List<String> fields = call.fields(USER_FIELDS);
        String name = call.document().path("username").asText("");
        SimulatedCreator creator = platform.creator(name)
                .orElseThrow(() -> MockRefusal.invalid("`username: " + name + "` is invalid: cannot find the user"));
        if (platform.chance(creator.id()).happens(plan.privateUsers())) {
            throw MockRefusal.invalid("API cannot return this user's information");
        }
        ObjectNode all = MockDisplay.user(creator, platform.counts(creator));
        creator.persona().link().ifPresent(link -> all.put("bio_url", link));
        return all.retain(fields);
    }
}
