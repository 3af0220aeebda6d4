package io.virality.web;

import io.virality.application.Failure;
import io.virality.application.recommendation.InterleaveOrders;
import io.virality.application.recommendation.RecommendCreators;
import io.virality.domain.recommendation.Brief;
import io.virality.domain.recommendation.Order;
import io.virality.domain.recommendation.Recommendations;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creators for a brand. */
final class RecommendationRoutes implements Routes {

    private static final long USUALLY = 10;

    private final RecommendCreators recommendCreators;
    private final InterleaveOrders interleaveOrders;

    @Inject
    RecommendationRoutes(RecommendCreators recommendCreators, InterleaveOrders interleaveOrders) {
        this.recommendCreators = recommendCreators;
        this.interleaveOrders = interleaveOrders;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.post(
                "/api/v1/recommendations",
                "Creators for a brief, with what speaks for and against each",
                List.of(
                        Parameter.between(1, RecommendCreators.MOST, "limit", "at most so many")
                                .usually(USUALLY),
                        Parameter.text(
                                "interleave",
                                "two orders that pick in turns, to find out which is better: score,bm25")),
                Map.of("application/json", BriefView.class),
                RecommendationsView.class,
                (query, body) -> RecommendationsView.of(
                        recommend(body.json(BriefView.class).brief(), query.text("interleave"), (int)
                                query.count("limit").orElse(USUALLY)))));
    }

    private Recommendations recommend(Brief brief, Optional<String> interleave, int most) {
        return interleave
                .map(two -> interleaveOrders.recommend(brief, orders(two), most))
                .orElseGet(() -> recommendCreators.recommend(brief, most));
    }

    private static List<Order> orders(String two) {
        try {
            return Arrays.stream(two.split(",")).map(BriefView::order).toList();
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, e.getMessage(), e);
        }
    }
}
