package io.virality.application.port;

import static io.virality.application.port.Observations.NEXT_DAY;
import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.assumed;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.video;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.VideoCounts;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.ingest.Tally;
import io.virality.domain.ingest.VideoObservation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What {@link Videos} promises. */
public abstract class VideosContract extends StoredPortContract {

    @Test
    void a_video_makes_its_creator_known() {
        assertEquals(new Tally(1, 0, 0), record(video("alice", "1", NOON, 100, 7, by("survey", NOON))));
        assertEquals(
                .1,
                ports.creators()
                        .find(Handle.tiktok("alice"))
                        .orElseThrow()
                        .rate(RateDefinition.BY_VIEWS)
                        .orElseThrow()
                        .value(),
                1e-15);
        assertEquals(1, ports.dataset().overview().videos());
    }

    @Test
    void the_same_again_is_unchanged_other_counts_update_and_another_time_is_stored() {
        record(video("alice", "1", NOON, 100, 7, by("survey", NOON)));
        assertEquals(new Tally(0, 0, 1), record(video("alice", "1", NOON, 100, 7, by("survey", NOON))));
        assertEquals(new Tally(0, 1, 0), record(video("alice", "1", NOON, 100, 8, by("survey", NOON))));
        assertEquals(new Tally(1, 0, 0), record(video("alice", "1", NOON, 200, 9, by("survey", NEXT_DAY))));
        assertEquals(1, ports.dataset().overview().videos());
    }

    @Test
    void an_assumed_time_does_not_make_the_same_counts_new() {
        record(video("alice", "1", NOON, 100, 7, assumed("file", NOON)));
        assertEquals(new Tally(0, 0, 1), record(video("alice", "1", NOON, 100, 7, assumed("file", NEXT_DAY))));
        assertEquals(new Tally(0, 1, 0), record(video("alice", "1", NOON, 100, 9, assumed("file", NEXT_DAY))));
    }

    @Test
    void a_new_video_is_stored_even_without_counts() {
        VideoObservation known = video("alice", "1", NOON, 100, 7, by("survey", NOON));
        OptionalLong none = OptionalLong.empty();
        VideoObservation bare = new VideoObservation(
                known.creator().orElseThrow(),
                known.videoId(),
                known.details(),
                new VideoCounts(none, none, none, none, none),
                known.provenance());
        assertEquals(new Tally(1, 0, 0), record(bare));
        assertEquals(new Tally(0, 0, 1), record(bare));
    }

    @Test
    void changed_details_update() {
        record(video("alice", "1", NOON, 100, 7, by("survey", NOON)));
        assertEquals(new Tally(0, 1, 0), record(video("alice", "1", NEXT_DAY, 100, 7, by("survey", NOON))));
    }

    @Test
    void counts_of_the_creator_told_along_are_an_observation_of_the_creator() {
        assertEquals(new Tally(1, 0, 0), record(withFollowers(1_000)));
        assertEquals(new Tally(0, 0, 1), record(withFollowers(1_000)));
        assertEquals(List.of(1_000L), followers());
        assertEquals(new Tally(0, 1, 0), record(withFollowers(1_100)), "the observation says something else now");
        assertEquals(List.of(1_100L), followers());
        assertEquals(
                new Tally(0, 0, 1),
                record(video("alice", "1", NOON, 100, 7, by("survey", NOON))),
                "silence about the creator changes nothing");
        assertEquals(List.of(1_100L), followers());
    }

    @Test
    void of_a_creators_counts_that_move_while_its_videos_are_read_the_first_are_taken() {
        record(withFollowers("1", 1_000));
        assertEquals(new Tally(1, 0, 0), record(withFollowers("2", 1_001)));
        assertEquals(List.of(1_000L), followers());
        assertEquals(new Tally(0, 0, 1), record(withFollowers("2", 1_001)));
    }

    @Test
    void a_video_of_nobody_is_kept_and_gets_its_creator_when_one_is_told() {
        VideoObservation known = video("alice", "1", NOON, 100, 7, by("survey", NOON));
        VideoObservation ofNobody = new VideoObservation(
                known.platform(),
                Optional.empty(),
                known.videoId(),
                known.details(),
                known.counts(),
                Counts.UNKNOWN,
                known.provenance());
        assertEquals(new Tally(1, 0, 0), record(ofNobody));
        assertEquals(new Tally(0, 0, 1), record(ofNobody));
        assertEquals(1, ports.dataset().overview().videos());
        assertEquals(0, ports.dataset().overview().creators());
        assertEquals(new Tally(0, 1, 0), record(known));
        assertEquals(new Tally(0, 0, 1), record(ofNobody), "silence about the creator does not erase it");
        assertEquals(1, ports.dataset().overview().videos());
        assertEquals(1, ports.dataset().overview().creators());
    }

    private static VideoObservation withFollowers(long followers) {
        return withFollowers("1", followers);
    }

    private static VideoObservation withFollowers(String videoId, long followers) {
        VideoObservation video = video("alice", videoId, NOON, 100, 7, by("survey", NOON));
        return new VideoObservation(
                video.platform(),
                video.creator(),
                video.videoId(),
                video.details(),
                video.counts(),
                Counts.of(followers, 5, 20_000, 40),
                video.provenance());
    }

    private List<Long> followers() {
        return ports.snapshots().of(Handle.tiktok("alice")).stream()
                .map(snapshot -> snapshot.counts().followers().orElseThrow())
                .toList();
    }

    private Tally record(VideoObservation observation) {
        Tally[] tally = new Tally[1];
        ports.transactions().run(() -> {
            tally[0] = ports.videos().record(List.of(observation));
            ports.creators().refresh();
        });
        return tally[0];
    }
}
