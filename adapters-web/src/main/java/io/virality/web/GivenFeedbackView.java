package io.virality.web;

import io.virality.application.Failure;
import io.virality.domain.creator.Handle;
import io.virality.domain.recommendation.Feedback.Stage;

/** Feedback as a client gives it. */
record GivenFeedbackView(String handle, String stage) {

    /** @throws Failure {@code INVALID_INPUT} if nobody can have such a handle */
    Handle creator() {
        return FeedbackRoutes.valid(() -> Handle.tiktok(required("handle", handle)));
    }

    /** @throws Failure {@code INVALID_INPUT} if there is no such stage */
    Stage reached() {
        return FeedbackRoutes.valid(() -> DesignView.constant(Stage.class, "stage", required("stage", stage)));
    }

    private static String required(String field, String text) {
        if (text == null) {
            throw new IllegalArgumentException("the feedback's " + field + " is missing");
        }
        return text;
    }
}
