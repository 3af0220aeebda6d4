package io.virality.domain.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.virality.domain.creator.Freshness;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.VideoCounts;
import io.virality.domain.creator.VideoDetails;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class VideoObservationTest {

    @Test
    void a_video_has_an_id_of_1_to_64_characters() {
        assertEquals("7".repeat(64), video("7".repeat(64)).videoId());
        assertThrows(IllegalArgumentException.class, () -> video("7".repeat(65)));
        assertThrows(IllegalArgumentException.class, () -> video(" "));
    }

    private static VideoObservation video(String id) {
        OptionalLong unknown = OptionalLong.empty();
        return new VideoObservation(
                Identity.of(Handle.tiktok("ada")),
                id,
                VideoDetails.UNKNOWN,
                new VideoCounts(unknown, unknown, unknown, unknown, unknown),
                new Provenance("feed", "feed@1", Origin.REAL, Freshness.DAILY, Instant.EPOCH, false));
    }
}
