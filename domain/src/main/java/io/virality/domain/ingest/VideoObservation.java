package io.virality.domain.ingest;

import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.VideoCounts;
import io.virality.domain.creator.VideoDetails;

/**
 * What a source says about a video at one moment.
 *
 * @param creator who posted it
 * @param videoId the platform's id of the video, as text
 * @param details what it is
 * @param counts its counts
 * @param creatorCounts the creator's own counts at the same moment, as far as they were told along with the video
 * @param provenance which source, and when
 */
public record VideoObservation(
        Identity creator,
        String videoId,
        VideoDetails details,
        VideoCounts counts,
        Counts creatorCounts,
        Provenance provenance)
        implements Reading {

    private static final int LONGEST_ID = 64;

    /** @throws IllegalArgumentException if the id is blank or too long */
    public VideoObservation {
        if (videoId.isBlank() || videoId.length() > LONGEST_ID) {
            throw new IllegalArgumentException("not a video id: '" + videoId + "'");
        }
    }

    /** Of a source that says nothing about the creator along with the video. */
    public VideoObservation(
            Identity creator, String videoId, VideoDetails details, VideoCounts counts, Provenance provenance) {
        this(creator, videoId, details, counts, Counts.UNKNOWN, provenance);
    }
}
