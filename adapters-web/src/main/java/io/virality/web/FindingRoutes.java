package io.virality.web;

import io.virality.application.insight.TestClaims;
import io.virality.web.JsonDocuments.FindingView;
import io.virality.web.JsonDocuments.FindingsView;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What the data says of the claims that are made about influencer marketing. */
final class FindingRoutes implements Routes {

    private final TestClaims testClaims;

    @Inject
    FindingRoutes(TestClaims testClaims) {
        this.testClaims = testClaims;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.get(
                        "/api/v1/findings",
                        "Every claim with its verdict, effect, interval, corrected p-value and SQL",
                        List.of(),
                        FindingsView.class,
                        query -> FindingsView.of(testClaims.test(Optional.empty()))),
                Operation.get(
                        "/api/v1/findings/{id}",
                        "One claim, tested among all the others",
                        List.of(Parameter.inPath("id", "a claim")),
                        FindingView.class,
                        query -> FindingView.of(
                                testClaims.test(Optional.of(query.path("id"))).get(0))));
    }
}
