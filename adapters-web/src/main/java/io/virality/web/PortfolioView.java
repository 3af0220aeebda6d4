package io.virality.web;

import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.marketplace.Money;
import io.virality.domain.portfolio.Plan;
import io.virality.domain.portfolio.Portfolio;
import io.virality.domain.portfolio.Proposal;
import io.virality.domain.portfolio.Prospect;
import io.virality.domain.pricing.Price;
import io.virality.domain.recommendation.Feedback.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a portfolio is shown. {@code n} counts the candidates; {@code best} is proven to be the best of their sets for what is
 * {@code maximised}. Amounts are in {@code currency}.
 */
record PortfolioView(
        Plan.Aim aim,
        String maximised,
        String currency,
        PortfolioSetView best,
        List<PortfolioPickView> creators,
        List<PortfolioLimitView> limits,
        List<PortfolioSwapView> swaps,
        List<PortfolioPickView> nearly,
        List<PortfolioSetView> frontier,
        int draws,
        PortfolioAssumptionsView assumptions,
        Map<String, Long> leftOut,
        List<String> caveats,
        long n,
        Optional<Instant> asOf,
        Origin data) {

    static PortfolioView of(Proposal proposal) {
        Portfolio portfolio = proposal.portfolio();
        return new PortfolioView(
                portfolio.plan().aim(),
                proposal.maximised(),
                portfolio.plan().budget().most().currency().getCurrencyCode(),
                PortfolioSetView.of(portfolio.best()),
                portfolio.picks().stream()
                        .map(pick -> PortfolioPickView.of(pick, portfolio.draws()))
                        .toList(),
                portfolio.limits().stream().map(PortfolioLimitView::of).toList(),
                portfolio.swaps().stream().map(PortfolioSwapView::of).toList(),
                portfolio.nearly().stream()
                        .map(pick -> PortfolioPickView.of(pick, portfolio.draws()))
                        .toList(),
                portfolio.frontier().stream().map(PortfolioSetView::of).toList(),
                portfolio.draws(),
                new PortfolioAssumptionsView(
                        proposal.worth().words(),
                        proposal.worth().told(),
                        proposal.prices().words()),
                proposal.found().leftOut(),
                proposal.caveats(),
                portfolio.candidates(),
                proposal.found().asOf(),
                proposal.found().origin());
    }

    private static String text(Money money) {
        return money.amount().stripTrailingZeros().toPlainString();
    }

    /**
     * {@code tolerance} of losses for which it is the best; absent where none are feared. Net is value less likely price;
     * less than {@code netLower} comes out one time in ten, more than {@code netUpper} as often.
     */
    record PortfolioSetView(
            Optional<Double> tolerance,
            List<String> handles,
            String net,
            String netLower,
            String netUpper,
            String price,
            String priceLow,
            String priceHigh) {

        static PortfolioSetView of(Portfolio.Point point) {
            return new PortfolioSetView(
                    point.tolerance().stream().boxed().findFirst(),
                    point.chosen().stream().map(Prospect::handle).sorted().toList(),
                    text(point.expected()),
                    text(point.lower()),
                    text(point.upper()),
                    text(point.price()),
                    text(point.low()),
                    text(point.high()));
        }
    }

    /**
     * {@code picked} is the part of the draws in which it belongs to the best set; {@code evidence} is where its figures are
     * looked up, each with its SQL.
     */
    record PortfolioPickView(
            String handle,
            String tier,
            Optional<String> region,
            Optional<String> category,
            Optional<Stage> feedback,
            long videos,
            PortfolioPriceView price,
            double value,
            String net,
            double picked,
            List<String> evidence) {

        static PortfolioPickView of(Portfolio.Pick pick, int draws) {
            Prospect candidate = pick.candidate();
            return new PortfolioPickView(
                    candidate.handle(),
                    candidate.tier(),
                    candidate.region(),
                    candidate.category(),
                    candidate.stage(),
                    candidate.videos(),
                    PortfolioPriceView.of(candidate.price()),
                    candidate.value().expected(),
                    text(candidate.expectedNet()),
                    (double) pick.picked() / draws,
                    RecommendationsView.RecommendationView.evidence(Handle.tiktok(candidate.handle())));
        }
    }

    /** {@code basis} tells whether it was given, paid before, or estimated; {@code formula} how. */
    record PortfolioPriceView(String low, String likely, String high, Price.Basis basis, String formula) {

        static PortfolioPriceView of(Price price) {
            return new PortfolioPriceView(
                    text(price.low()), text(price.likely()), text(price.high()), price.basis(), price.words());
        }
    }

    /** {@code worth} is what the best set gains if the limit is a {@code step} less strict; it binds if that is anything. */
    record PortfolioLimitView(String limit, String used, boolean binding, String step, String worth) {

        static PortfolioLimitView of(Portfolio.Limit limit) {
            return new PortfolioLimitView(
                    limit.constraint().words(),
                    limit.used(),
                    limit.isBinding(),
                    limit.constraint().step(),
                    text(limit.worth()));
        }
    }

    record PortfolioSwapView(String out, String in, String cost) {

        static PortfolioSwapView of(Portfolio.Swap swap) {
            return new PortfolioSwapView(swap.out().handle(), swap.in().handle(), text(swap.cost()));
        }
    }

    /** {@code worthTold} by whoever asks; else it is a guess. */
    record PortfolioAssumptionsView(String worth, boolean worthTold, String price) {}
}
