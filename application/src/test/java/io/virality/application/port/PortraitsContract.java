package io.virality.application.port;

import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.identity;
import static io.virality.application.port.Observations.simulated;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.category.CreatorText;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.VideoCounts;
import io.virality.domain.creator.VideoDetails;
import io.virality.domain.ingest.VideoObservation;
import io.virality.domain.recommendation.Portrait;
import io.virality.domain.recommendation.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What {@link Portraits} promises. */
public abstract class PortraitsContract extends StoredPortContract {

    private static VideoObservation video(
            String handle, String id, Instant posted, Instant seen, long views, String caption, String... hashtags) {
        return new VideoObservation(
                identity(handle),
                id,
                new VideoDetails(
                        Optional.of(posted),
                        Optional.ofNullable(caption),
                        List.of(hashtags),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()),
                new VideoCounts(
                        OptionalLong.of(views),
                        OptionalLong.of(5),
                        OptionalLong.of(2),
                        OptionalLong.of(1),
                        OptionalLong.empty()),
                by("survey", seen));
    }

    @Test
    void a_portrait_tells_the_profile_and_the_newest_counts_of_the_newest_videos() {
        ports.creators()
                .record(List.of(CreatorTextsContract.saying("ada", "bakes bread", "en", "Food", simulated(NOON))));
        ports.videos()
                .record(List.of(
                        video("ada", "1", NOON, NOON, 100, "older", "bread", "oven"),
                        video("ada", "2", NOON.plusSeconds(1), NOON, 200, null, "bread"),
                        video("ada", "1", NOON, NOON.plusSeconds(60), 150, "older", "bread", "oven"),
                        video("bob", "3", NOON, NOON, 7, null, "games")));
        ports.creators().refresh();

        List<Portrait> page = ports.portraits().page(0, 10);

        Portrait ada = page.get(0);
        assertEquals(Optional.of(Handle.tiktok("ada")), ada.handle());
        assertEquals(Optional.of("bakes bread"), ada.profile().biography());
        assertEquals(Optional.of("Food"), ada.profile().category());
        assertEquals(OptionalLong.of(100), ada.followers());
        assertEquals(Origin.SIMULATED, ada.origin());
        assertEquals(
                List.of(
                        new Post(List.of("bread"), Optional.empty(), OptionalLong.of(200), OptionalLong.of(8)),
                        new Post(
                                List.of("bread", "oven"),
                                Optional.of("older"),
                                OptionalLong.of(150),
                                OptionalLong.of(8))),
                ada.posts());
        assertEquals(
                List.of(page.get(1)), ports.portraits().of(List.of(page.get(1).creator(), 1_000L)));
    }

    @Test
    void pages_tell_every_creator_once_and_no_more_videos_than_are_read() {
        ports.creators().record(Observations.many(25, 1));
        List<VideoObservation> videos = new ArrayList<>();
        for (int i = 0; i < CreatorText.NEWEST_VIDEOS + 3; i++) {
            videos.add(video("ada", "v" + i, NOON.plusSeconds(i), NOON, 100 + i, null));
        }
        ports.videos().record(videos);
        ports.creators().refresh();
        List<Portrait> all = new ArrayList<>();
        long after = 0;
        for (List<Portrait> page = ports.portraits().page(after, 10);
                !page.isEmpty();
                page = ports.portraits().page(after, 10)) {
            all.addAll(page);
            after = page.get(page.size() - 1).creator();
        }

        assertEquals(26, all.stream().map(Portrait::creator).distinct().count());
        List<Post> posts = all.stream()
                .filter(portrait -> portrait.handle().equals(Optional.of(Handle.tiktok("ada"))))
                .findFirst()
                .orElseThrow()
                .posts();
        assertEquals(CreatorText.NEWEST_VIDEOS, posts.size());
        assertEquals(OptionalLong.of(152), posts.get(0).views());
        assertTrue(ports.portraits().page(after, 10).isEmpty());
    }
}
