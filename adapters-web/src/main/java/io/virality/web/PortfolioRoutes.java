package io.virality.web;

import io.virality.application.Failure;
import io.virality.application.portfolio.BuildPortfolio;
import io.virality.domain.portfolio.Proposal;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which creators to hire together. */
final class PortfolioRoutes implements Routes {

    private final BuildPortfolio buildPortfolio;

    @Inject
    PortfolioRoutes(BuildPortfolio buildPortfolio) {
        this.buildPortfolio = buildPortfolio;
    }

    /** The brief names the budget. */
    record PortfolioWishView(BriefView brief, Optional<TermsView> terms) {}

    @Override
    public List<Operation> operations() {
        return List.of(Operation.post(
                "/api/v1/portfolios",
                "The set of creators that is worth most within a budget and other limits, proven, and what explains it",
                List.of(),
                Map.of("application/json", PortfolioWishView.class),
                PortfolioView.class,
                (query, body) -> PortfolioView.of(build(body.json(PortfolioWishView.class)))));
    }

    private Proposal build(PortfolioWishView wish) {
        if (wish.brief() == null) {
            throw Failure.invalid("the brief is missing");
        }
        return buildPortfolio.build(
                wish.brief().brief(), wish.terms().orElse(TermsView.NONE).terms(), progress -> {});
    }
}
