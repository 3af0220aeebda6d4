package io.virality.ingest.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.virality.ingest.tiktok.TikTokException.Remedy;
import io.virality.spi.SourceException;
import io.virality.spi.SourceRow;
import io.virality.spi.SourceRows;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The profiles of the listed creators, then video after video, search after search, page after page; behind each page,
 * if asked for, the profiles of those who are met there for the first time. A video is given once, however often
 * TikTok repeats it.
 */
final class ResearchRows implements SourceRows {

    private static final String VIDEO_PATH = "/v2/research/video/query/";
    private static final String VIDEO_FIELDS = String.join(
            ",",
            "id",
            "create_time",
            "username",
            "region_code",
            "video_description",
            "video_duration",
            "music_id",
            "hashtag_names",
            "view_count",
            "like_count",
            "comment_count",
            "share_count",
            "favorites_count");
    private static final String USER_PATH = "/v2/research/user/info/";
    private static final String USER_FIELDS =
            "display_name,bio_description,bio_url,is_verified,follower_count,following_count,likes_count,video_count";
    private static final String PROFILE = "profile/";
    private static final int MOST_RESTARTS = 5;

    private final TikTokClient client;
    private final ResearchQuestion question;
    private final Clock clock;
    private final Deque<SourceRow> videos = new ArrayDeque<>();
    private final Deque<Profile> profiles = new ArrayDeque<>();
    private final Deque<Days> searches = new ArrayDeque<>();
    private final Set<String> videosSeen = new HashSet<>();
    private final Set<String> profilesSeen = new HashSet<>();
    private long cursor;
    private Optional<String> searchId = Optional.empty();
    private int skipped;
    private int restarts;

    /** A profile that is still to be asked for. */
    private record Profile(String position, String handle, Optional<String> region) {}

    /**
     * The rows behind a position, or all.
     *
     * @param resumeFrom the position of the last row that is not needed any more
     */
    ResearchRows(TikTokClient client, ResearchQuestion question, Clock clock, Optional<String> resumeFrom) {
        this.client = client;
        this.question = question;
        this.clock = clock;
        Optional<ResearchPosition> page = resumeFrom.flatMap(ResearchPosition::parse);
        profilesSeen.addAll(question.usernames());
        if (page.isPresent()) {
            resumeAt(page.get());
        } else {
            question.usernames().stream()
                    .map(name -> new Profile(PROFILE + name, name, Optional.empty()))
                    .forEach(profiles::add);
            resumeFrom
                    .filter(position -> profiles.stream()
                            .anyMatch(profile -> profile.position().equals(position)))
                    .ifPresent(position -> {
                        while (!profiles.remove().position().equals(position)) {
                            // all up to that one are known
                        }
                    });
            question.days().ifPresent(days -> searches.addAll(days.parts(question.daysAtOnce())));
        }
    }

    private void resumeAt(ResearchPosition position) {
        searches.add(position.days());
        cursor = position.cursor();
        searchId = position.searchId();
        skipped = position.row() + 1;
        question.days()
                .filter(days -> position.days().last().isBefore(days.last()))
                .map(days -> new Days(position.days().last().plusDays(1), days.last()))
                .ifPresent(rest -> searches.addAll(rest.parts(question.daysAtOnce())));
    }

    @Override
    public SourceRow next() throws SourceException {
        try {
            while (videos.isEmpty() && profiles.isEmpty() && !searches.isEmpty()) {
                readPage();
            }
            if (!videos.isEmpty()) {
                return videos.remove();
            }
            return profiles.isEmpty() ? null : read(profiles.remove());
        } catch (TikTokException refusal) {
            throw refusal.toSourceException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException(SourceException.Turn.SOURCE, "interrupted while TikTok was asked", e);
        }
    }

    private SourceRow read(Profile profile) throws TikTokException, InterruptedException {
        client.recordsLeft(1);
        ObjectNode body = TikTokAnswer.JSON.createObjectNode().put("username", profile.handle());
        try {
            JsonNode user = client.post(USER_PATH, USER_FIELDS, body, 1);
            return TikTokRow.creator(
                    profile.position(),
                    user,
                    profile.handle(),
                    profile.region(),
                    clock.instant().truncatedTo(ChronoUnit.SECONDS));
        } catch (TikTokException refusal) {
            if (refusal.remedy() == Remedy.LEAVE_OUT_USER) {
                return TikTokRow.refusedCreator(profile.position(), profile.handle(), refusal);
            }
            throw refusal;
        }
    }

    private void readPage() throws TikTokException, InterruptedException {
        Days days = searches.element();
        int most = client.recordsLeft(question.pageSize());
        JsonNode page;
        try {
            page = days.count() > 1
                    ? client.postDivisible(VIDEO_PATH, VIDEO_FIELDS, search(days, most), most)
                    : client.post(VIDEO_PATH, VIDEO_FIELDS, search(days, most), most);
        } catch (TikTokException refusal) {
            if (refusal.remedy() == Remedy.ASK_FOR_LESS && days.count() > 1) {
                divide();
                return;
            }
            if (refusal.remedy() == Remedy.WAIT_FOR_SEARCH && restarts < MOST_RESTARTS) {
                restarts++;
                startSearch();
                return;
            }
            throw refusal;
        }
        take(page, days);
        turn(page);
    }

    private ObjectNode search(Days days, int most) {
        ObjectNode body = TikTokAnswer.JSON.createObjectNode();
        body.set("query", question.conditions());
        body.put("start_date", days.first().format(Days.FORM));
        body.put("end_date", days.last().format(Days.FORM));
        body.put("max_count", most);
        body.put("cursor", cursor);
        searchId.ifPresent(id -> body.put("search_id", id));
        return body;
    }

    /** What was given of the search stays given; its halves repeat it, and that is dropped. */
    private void divide() {
        Days days = searches.remove();
        List<Days> halves = new ArrayList<>(days.parts((days.count() + 1) / 2));
        for (int i = halves.size() - 1; i >= 0; i--) {
            searches.addFirst(halves.get(i));
        }
        startSearch();
    }

    private void startSearch() {
        cursor = 0;
        searchId = Optional.empty();
        skipped = 0;
    }

    private void take(JsonNode page, Days days) {
        Map<String, Optional<String>> posters = new LinkedHashMap<>();
        int row = 0;
        for (JsonNode video : page.path("videos")) {
            String position = new ResearchPosition(days, cursor, searchId, row).toString();
            TikTokRow read = TikTokRow.researchVideo(position, video);
            boolean repeated =
                    TikTokRow.id(video).filter(id -> !videosSeen.add(id)).isPresent();
            if (row >= skipped && !repeated) {
                videos.add(read);
            }
            TikTokRow.text(video, "username")
                    .map(name -> name.replace("\0", "").toLowerCase(Locale.ROOT))
                    .ifPresent(name -> posters.putIfAbsent(name, TikTokRow.text(video, "region_code")));
            row++;
        }
        if (question.profilesOfMet()) {
            for (Map.Entry<String, Optional<String>> poster : posters.entrySet()) {
                String position = new ResearchPosition(days, cursor, searchId, row).toString();
                if (row >= skipped && profilesSeen.add(poster.getKey())) {
                    profiles.add(new Profile(position, poster.getKey(), poster.getValue()));
                }
                row++;
            }
        }
        skipped = 0;
    }

    private void turn(JsonNode page) throws TikTokException {
        if (!page.path("has_more").asText("false").equals("true")) {
            searches.remove();
            restarts = 0;
            startSearch();
            return;
        }
        long next = page.path("cursor").asLong(-1);
        if (next <= cursor) {
            throw new TikTokException(
                    Remedy.TRY_AGAIN, "TikTok says that there is more, but not where: the cursor stays at " + cursor);
        }
        cursor = next;
        searchId = TikTokRow.text(page, "search_id").or(() -> searchId);
    }
}
