package io.virality.domain.ingest;

import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Platform;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.VideoCounts;
import io.virality.domain.creator.VideoDetails;
import java.time.Instant;
import java.util.Optional;

/**
 * What a source says about a video at one moment.
 *
 * @param platform where it was posted
 * @param creator who posted it; empty where the source does not tell
 * @param videoId the platform's id of the video, as text
 * @param details what it is
 * @param counts its counts
 * @param creatorCounts the creator's own counts at the same moment, as far as they were told along with the video
 * @param provenance which source, and when
 */
public record VideoObservation(
        Platform platform,
        Optional<Identity> creator,
        String videoId,
        VideoDetails details,
        VideoCounts counts,
        Counts creatorCounts,
        Provenance provenance)
        implements Reading {

    private static final int LONGEST_ID = 64;

    /** @throws IllegalArgumentException if the id is blank or too long, or the creator of another platform */
    public VideoObservation {
        if (creator.isPresent() && creator.get().platform() != platform) {
            throw new IllegalArgumentException("a " + creator.get().platform().id() + " creator on " + platform.id());
        }
        if (videoId.isBlank() || videoId.length() > LONGEST_ID) {
            throw new IllegalArgumentException("not a video id: '" + videoId + "'");
        }
    }

    /** Of a source that knows the creator. */
    public VideoObservation(
            Identity creator,
            String videoId,
            VideoDetails details,
            VideoCounts counts,
            Counts creatorCounts,
            Provenance provenance) {
        this(creator.platform(), Optional.of(creator), videoId, details, counts, creatorCounts, provenance);
    }

    /** Of a source that says nothing about the creator's counts along with the video. */
    public VideoObservation(
            Identity creator, String videoId, VideoDetails details, VideoCounts counts, Provenance provenance) {
        this(creator, videoId, details, counts, Counts.UNKNOWN, provenance);
    }

    @Override
    public Optional<Instant> assumedTime() {
        return provenance.assumedTime();
    }
}
