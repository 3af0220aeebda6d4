package io.virality.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.virality.application.ingest.ReviewQuarantine;
import io.virality.domain.ingest.QuarantineGroup;
import io.virality.domain.ingest.RejectionGroup;
import io.virality.web.JsonDocuments.RejectedRowView;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Rows that imports rejected. */
final class QuarantineRoutes implements Routes {

    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 100;

    private final ReviewQuarantine reviewQuarantine;

    /** {@code groups} count all rejected rows, {@code rows} is a page of those that are kept. */
    record QuarantineView(
            List<RejectedGroupView> groups, List<RejectedRowView> rows, Optional<String> next, long total) {}

    record RejectedGroupView(
            @JsonProperty("import") String run,
            String source,
            String reason,
            long count,
            long kept,
            String firstPosition,
            String example) {

        static RejectedGroupView of(QuarantineGroup group) {
            RejectionGroup rejections = group.rejections();
            return new RejectedGroupView(
                    String.valueOf(group.run()),
                    group.source(),
                    rejections.reason(),
                    rejections.count(),
                    group.kept(),
                    rejections.firstPosition(),
                    rejections.example());
        }
    }

    @Inject
    QuarantineRoutes(ReviewQuarantine reviewQuarantine) {
        this.reviewQuarantine = reviewQuarantine;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get(
                "/api/v1/quarantine",
                "Rows that imports rejected: counted by import and reason, and those that are kept, a page at a time",
                List.of(
                        Parameter.count("import", "of this import only"),
                        Parameter.text("cursor", "where to go on: 'next' of the page before"),
                        Parameter.between(1, LARGEST_PAGE, "limit", "how many on a page")
                                .usually(USUAL_PAGE)),
                QuarantineView.class,
                this::review));
    }

    private QuarantineView review(Query query) {
        ReviewQuarantine.Review review = reviewQuarantine.review(
                query.count("import").stream().boxed().findFirst(),
                query.position("cursor"),
                query.limit("limit", LARGEST_PAGE, USUAL_PAGE));
        return new QuarantineView(
                review.groups().stream().map(RejectedGroupView::of).toList(),
                review.rows().items().stream().map(RejectedRowView::of).toList(),
                review.rows().next(),
                review.rows().total());
    }
}
