package io.virality.domain.ingest;

import io.virality.domain.creator.Identity;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.recommendation.Feedback.Stage;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a brand has come with a creator, as it was kept.
 *
 * @param creator whom it is about
 * @param brand who said so
 * @param stage how far
 * @param givenAt when it was said
 */
public record FeedbackObservation(Identity creator, Brand brand, Stage stage, Instant givenAt) implements Reading {

    /** Its time is told. */
    @Override
    public Optional<Instant> assumedTime() {
        return Optional.empty();
    }
}
