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
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The profile of the creator who gave the token, then its videos, the newest first, each of them once. */
final class DisplayRows implements SourceRows {

    private static final String USER_PATH = "/v2/user/info/";

    /** The most that may be granted first: a creator may allow less than the application asks for. */
    private static final List<String> USER_FIELDS = List.of(
            "open_id,display_name,username,bio_description,is_verified,"
                    + "follower_count,following_count,likes_count,video_count",
            "open_id,display_name,username,bio_description,is_verified",
            "open_id,display_name,follower_count,following_count,likes_count,video_count",
            "open_id,display_name");

    private static final String VIDEO_PATH = "/v2/video/list/";
    private static final String VIDEO_FIELDS =
            "id,create_time,video_description,title,duration,view_count,like_count,comment_count,share_count";
    private static final int LARGEST_PAGE = 20;
    private static final String PROFILE = "profile";
    private static final Pattern VIDEO = Pattern.compile("([0-9]{0,18})/([0-9]{1,4})");

    private final TikTokClient client;
    private final Optional<String> username;
    private final Clock clock;
    private final Deque<SourceRow> ready = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final boolean profileWanted;
    private String handle;
    private OptionalLong cursor = OptionalLong.empty();
    private int skipped;
    private boolean ended;

    /**
     * The rows behind a position, or all.
     *
     * @param username the creator's name, where it does not allow the application to read it
     * @param resumeFrom the position of the last row that is not needed any more
     */
    DisplayRows(TikTokClient client, Optional<String> username, Clock clock, Optional<String> resumeFrom) {
        this.client = client;
        this.username = username;
        this.clock = clock;
        Optional<Matcher> video = resumeFrom.map(VIDEO::matcher).filter(Matcher::matches);
        video.ifPresent(position -> {
            cursor = position.group(1).isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(position.group(1)));
            skipped = Integer.parseInt(position.group(2)) + 1;
        });
        profileWanted = video.isEmpty() && !resumeFrom.equals(Optional.of(PROFILE));
    }

    @Override
    public SourceRow next() throws SourceException {
        try {
            if (handle == null) {
                readProfile();
            }
            while (ready.isEmpty() && !ended) {
                readPage();
            }
            return ready.poll();
        } catch (TikTokException refusal) {
            throw refusal.toSourceException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException(SourceException.Turn.SOURCE, "interrupted while TikTok was asked", e);
        }
    }

    private void readProfile() throws TikTokException, InterruptedException, SourceException {
        JsonNode user = profile(0).path("user");
        handle = TikTokRow.text(user, "username")
                .or(() -> username)
                .orElseThrow(
                        () -> SourceException.user("TikTok does not say whose token this is: ask the creator for the"
                                + " scope user.info.profile, or name it with the property username"));
        if (profileWanted) {
            ready.add(TikTokRow.creator(
                    PROFILE, user, handle, Optional.empty(), clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        }
    }

    private JsonNode profile(int fields) throws TikTokException, InterruptedException {
        try {
            return client.get(USER_PATH, USER_FIELDS.get(fields));
        } catch (TikTokException refusal) {
            if (refusal.remedy() == Remedy.ASK_FOR_SCOPE && fields + 1 < USER_FIELDS.size()) {
                return profile(fields + 1);
            }
            throw refusal;
        }
    }

    private void readPage() throws TikTokException, InterruptedException {
        ObjectNode body = TikTokAnswer.JSON.createObjectNode().put("max_count", LARGEST_PAGE);
        cursor.ifPresent(moment -> body.put("cursor", moment));
        JsonNode page = client.post(VIDEO_PATH, VIDEO_FIELDS, body, LARGEST_PAGE);
        String start = cursor.isPresent() ? Long.toString(cursor.getAsLong()) : "";
        int row = 0;
        for (JsonNode video : page.path("videos")) {
            boolean repeated = TikTokRow.id(video).filter(id -> !seen.add(id)).isPresent();
            if (row >= skipped && !repeated) {
                ready.add(TikTokRow.displayVideo(start + "/" + row, video, handle));
            }
            row++;
        }
        skipped = 0;
        if (!page.path("has_more").asText("false").equals("true")) {
            ended = true;
            return;
        }
        long next = page.path("cursor").asLong(-1);
        if (next < 0 || cursor.isPresent() && next >= cursor.getAsLong()) {
            throw new TikTokException(
                    Remedy.TRY_AGAIN, "TikTok says that there are older videos, but not where: the cursor is " + next);
        }
        cursor = OptionalLong.of(next);
    }
}
