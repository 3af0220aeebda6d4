package io.virality.web;

import io.virality.application.Failure;
import io.virality.application.recommendation.RecordFeedback;
import io.virality.application.recommendation.ReviewFeedback;
import io.virality.domain.marketplace.Brand;
import io.virality.web.BrandFeedbackView.FeedbackView;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What brands say of creators. */
final class FeedbackRoutes implements Routes {

    private static final String PATH = "/api/v1/brands/{brand}/feedback";

    private final RecordFeedback recordFeedback;
    private final ReviewFeedback reviewFeedback;

    @Inject
    FeedbackRoutes(RecordFeedback recordFeedback, ReviewFeedback reviewFeedback) {
        this.recordFeedback = recordFeedback;
        this.reviewFeedback = reviewFeedback;
    }

    @Override
    public List<Operation> operations() {
        List<Parameter> parameters = List.of(Parameter.inPath("brand", "its name; capitals do not matter"));
        return List.of(
                Operation.get(
                        PATH,
                        "How far a brand has come with creators: of each what it said last, the newest first",
                        parameters,
                        BrandFeedbackView.class,
                        query -> BrandFeedbackView.of(brand(query), reviewFeedback.of(brand(query)))),
                Operation.post(
                        PATH,
                        "Keeps how far a brand has come with a creator: shortlisted, dismissed, contacted or hired",
                        parameters,
                        Map.of("application/json", GivenFeedbackView.class),
                        FeedbackView.class,
                        (query, body) -> {
                            GivenFeedbackView given = body.json(GivenFeedbackView.class);
                            return FeedbackView.of(
                                    recordFeedback.record(brand(query), given.creator(), given.reached()));
                        }));
    }

    private static Brand brand(Query query) {
        return valid(() -> new Brand(query.path("brand")));
    }

    /** A value that cannot be is the caller's mistake here: all of them come from the request. */
    static <T> T valid(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, e.getMessage(), e);
        }
    }
}
