package io.virality.web;

import io.virality.domain.creator.Platform;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.recommendation.Feedback;
import io.virality.domain.recommendation.Feedback.Stage;
import java.time.Instant;
import java.util.List;

/** How far a brand has come with creators, the newest first. */
record BrandFeedbackView(String brand, List<FeedbackView> feedback) {

    /** How far it has come with one of them. */
    record FeedbackView(String handle, Platform platform, Stage stage, Instant givenAt) {

        static FeedbackView of(Feedback feedback) {
            return new FeedbackView(
                    feedback.creator().name(), feedback.creator().platform(), feedback.stage(), feedback.givenAt());
        }
    }

    static BrandFeedbackView of(Brand brand, List<Feedback> feedback) {
        return new BrandFeedbackView(
                brand.name(), feedback.stream().map(FeedbackView::of).toList());
    }
}
