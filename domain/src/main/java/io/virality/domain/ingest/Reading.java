package io.virality.domain.ingest;

import java.time.Instant;
import java.util.Optional;

/** What one row of a source turned out to be: an observation, or a rejection with its reason. */
public sealed interface Reading
        permits CreatorObservation,
                VideoObservation,
                GrowthObservation,
                FactObservation,
                FeedbackObservation,
                ExperimentObservation,
                Rejection {

    /** When it was observed, where that is only assumed, because the row says nothing. */
    Optional<Instant> assumedTime();
}
