package io.virality.domain.portfolio;

import io.virality.domain.pricing.PriceList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a portfolio must keep to, and is reckoned with, besides its brief and budget. Amounts are in the budget's currency.
 *
 * @param aim what is maximised
 * @param limits besides the budget
 * @param worth of the goal, as {@link Worth#each}; by default assumed
 * @param thousandViews their usual price; by default assumed
 * @param thousandViewsBy tier or region, as {@link PriceList#told}
 * @param prices of a video, by handle
 * @param seed of all that is left to chance
 */
public record Terms(
        Plan.Aim aim,
        List<Constraint> limits,
        Optional<BigDecimal> worth,
        Optional<BigDecimal> thousandViews,
        Map<String, BigDecimal> thousandViewsBy,
        Map<String, BigDecimal> prices,
        long seed) {

    /** Copies are kept. */
    public Terms {
        limits = List.copyOf(limits);
        thousandViewsBy = Map.copyOf(thousandViewsBy);
        prices = Map.copyOf(prices);
    }

    /** The same with another aim. */
    public Terms withAim(Plan.Aim other) {
        return new Terms(other, limits, worth, thousandViews, thousandViewsBy, prices, seed);
    }
}
