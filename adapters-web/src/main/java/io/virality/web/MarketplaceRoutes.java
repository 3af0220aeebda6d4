package io.virality.web;

import io.virality.application.Failure;
import io.virality.application.marketplace.MeasureEfficiency;
import io.virality.domain.insight.Dimension;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What spending cost and brought. */
final class MarketplaceRoutes implements Routes {

    private static final String AMOUNT = "[0-9]{1,9}(\\.[0-9]{1,4})?";

    private final MeasureEfficiency measureEfficiency;

    @Inject
    MarketplaceRoutes(MeasureEfficiency measureEfficiency) {
        this.measureEfficiency = measureEfficiency;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get(
                "/api/v1/marketplace/efficiency",
                "What advertisements and creators cost and brought, by groups and currencies",
                List.of(
                        Parameter.oneOf(
                                        Arrays.stream(Dimension.values())
                                                .map(Dimension::id)
                                                .toList(),
                                        "by",
                                        "what the groups are")
                                .usually(Dimension.CAMPAIGN.id()),
                        Parameter.text("from", "nothing that began, or was sold, before this instant"),
                        Parameter.text("until", "nothing that began, or was sold, then or later"),
                        Parameter.text(
                                "mediaPrice",
                                "what 1,000 views would cost as advertisements: adds earned media value, apart")),
                EfficiencyView.class,
                query -> EfficiencyView.of(
                        measureEfficiency.measure(
                                new MeasureEfficiency.Wish(by(query), query.instant("from"), query.instant("until"))),
                        mediaPrice(query))));
    }

    private static Dimension by(Query query) {
        try {
            return query.text("by").map(Dimension::of).orElse(Dimension.CAMPAIGN);
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, e.getMessage(), e);
        }
    }

    private static Optional<BigDecimal> mediaPrice(Query query) {
        return query.text("mediaPrice").map(text -> {
            if (!text.matches(AMOUNT)) {
                throw Failure.invalid("'mediaPrice' must be an amount such as 12.50, not '" + text + "'");
            }
            return new BigDecimal(text);
        });
    }
}
