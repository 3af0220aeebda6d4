package io.virality.web;

import io.virality.application.recommendation.RecommendCreators;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Creators for a brand. */
final class RecommendationRoutes implements Routes {

    private static final long USUALLY = 10;

    private final RecommendCreators recommendCreators;

    @Inject
    RecommendationRoutes(RecommendCreators recommendCreators) {
        this.recommendCreators = recommendCreators;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.post(
                "/api/v1/recommendations",
                "Creators for a brief, with what speaks for and against each",
                List.of(Parameter.between(1, RecommendCreators.MOST, "limit", "at most so many")
                        .usually(USUALLY)),
                Map.of("application/json", BriefView.class),
                RecommendationsView.class,
                (query, body) -> RecommendationsView.of(
                        recommendCreators.recommend(body.json(BriefView.class).brief(), (int)
                                query.count("limit").orElse(USUALLY)))));
    }
}
