package io.virality.application.recommendation;

import io.virality.application.port.FeedbackLog;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.recommendation.Feedback;
import jakarta.inject.Inject;
import java.util.List;

/** Tells how far a brand has come with creators. */
public final class ReviewFeedback {

    private final FeedbackLog feedbackLog;

    @Inject
    ReviewFeedback(FeedbackLog feedbackLog) {
        this.feedbackLog = feedbackLog;
    }

    /** Of each creator what the brand said last, the newest first; empty if it has said nothing. */
    public List<Feedback> of(Brand brand) {
        return List.copyOf(feedbackLog.of(brand).values());
    }
}
