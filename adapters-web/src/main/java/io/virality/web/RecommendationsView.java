package io.virality.web;

import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.marketplace.Money;
import io.virality.domain.pricing.Price;
import io.virality.domain.recommendation.Feedback.Stage;
import io.virality.domain.recommendation.Recommendation;
import io.virality.domain.recommendation.Recommendation.Confidence;
import io.virality.domain.recommendation.Recommendation.Expected;
import io.virality.domain.recommendation.Recommendation.Part;
import io.virality.domain.recommendation.Recommendations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The answer to a brief. The parts of a score add up to it. */
record RecommendationsView(
        BriefView brief,
        List<RecommendationView> recommendations,
        int considered,
        Map<String, Long> leftOut,
        List<String> notes,
        Optional<Instant> asOf,
        Origin data) {

    /** A creator, and why. */
    record RecommendationView(
            int rank,
            Optional<String> handle,
            Optional<String> nickname,
            Optional<String> region,
            Optional<String> category,
            OptionalLong followers,
            String tier,
            Optional<Stage> feedback,
            double score,
            List<RecommendationPartView> parts,
            Optional<ExpectedView> expected,
            Optional<EstimatedPriceView> price,
            List<String> reasons,
            List<String> against,
            Confidence confidence,
            List<String> evidence,
            Instant observedAt,
            Origin data) {

        static RecommendationView of(int rank, Recommendation recommendation) {
            var portrait = recommendation.candidate().portrait();
            return new RecommendationView(
                    rank,
                    portrait.handle().map(Handle::name),
                    portrait.profile().nickname(),
                    portrait.profile().region(),
                    portrait.profile().category(),
                    portrait.followers(),
                    recommendation.tier(),
                    recommendation.candidate().stage(),
                    recommendation.score(),
                    recommendation.parts().stream()
                            .map(part -> new RecommendationPartView(
                                    part.part(), part.value(), part.weight(), part.contribution()))
                            .toList(),
                    recommendation.expected().map(ExpectedView::of),
                    recommendation.price().map(EstimatedPriceView::of),
                    recommendation.reasons(),
                    recommendation.against(),
                    recommendation.confidence(),
                    portrait.handle().map(RecommendationView::evidence).orElse(List.of()),
                    portrait.observedAt(),
                    portrait.origin());
        }

        /** Where the figures can be looked up, each with its SQL. */
        static List<String> evidence(Handle handle) {
            return List.of(
                    "/api/v1/creators/" + handle.name() + "?platform="
                            + handle.platform().id(),
                    "/api/v1/insights/influence-score?handle=" + handle.name(),
                    "/api/v1/insights/authenticity-signals?handle=" + handle.name());
        }
    }

    /** A part of a score. */
    record RecommendationPartView(Part part, double value, double weight, double contribution) {}

    /** What a usual video brings. */
    record ExpectedView(
            String what,
            double value,
            double low,
            double high,
            double confidence,
            OptionalDouble own,
            double usualOfPeers,
            String peers,
            int videos,
            double ownWeight) {

        static ExpectedView of(Expected expected) {
            return new ExpectedView(
                    expected.what(),
                    expected.value(),
                    expected.interval().low(),
                    expected.interval().high(),
                    expected.interval().confidence(),
                    Double.isNaN(expected.own()) ? OptionalDouble.empty() : OptionalDouble.of(expected.own()),
                    expected.usualOfPeers(),
                    expected.peers(),
                    expected.videos(),
                    expected.ownWeight());
        }
    }

    /** A price; amounts are texts. */
    record EstimatedPriceView(
            String low, String middle, String high, String currency, Price.Basis basis, String formula) {

        static EstimatedPriceView of(Price price) {
            return new EstimatedPriceView(
                    amount(price.low()),
                    amount(price.likely()),
                    amount(price.high()),
                    price.likely().currency().getCurrencyCode(),
                    price.basis(),
                    price.words());
        }

        private static String amount(Money money) {
            return String.format(Locale.ROOT, "%.2f", money.amount());
        }
    }

    static RecommendationsView of(Recommendations recommendations) {
        List<RecommendationView> views = new ArrayList<>();
        for (Recommendation recommendation : recommendations.recommended()) {
            views.add(RecommendationView.of(views.size() + 1, recommendation));
        }
        return new RecommendationsView(
                BriefView.of(recommendations.brief()),
                views,
                recommendations.considered(),
                recommendations.leftOut(),
                recommendations.notes(),
                recommendations.asOf(),
                recommendations.origin());
    }
}
