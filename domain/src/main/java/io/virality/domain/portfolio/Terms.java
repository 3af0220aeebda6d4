package io.virality.domain.portfolio;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a portfolio must keep to, and is reckoned with, besides its brief and budget. Amounts are in the budget's currency.
 *
 * @param aim what is maximised
 * @param limits besides the budget
 * @param worth of the goal, as {@link Worth#each}; by default assumed
 * @param thousandViews their usual price; by default assumed
 * @param thousandViewsBy tier or region, as in a price list
 * @param prices of a video, by handle
 * @param among handles of those among whom to choose; empty for all that answer to the brief
 * @param closest of so many that answer best to the brief
 * @param seed of all that is left to chance
 */
public record Terms(
        Plan.Aim aim,
        List<Constraint> limits,
        Optional<BigDecimal> worth,
        Optional<BigDecimal> thousandViews,
        Map<String, BigDecimal> thousandViewsBy,
        Map<String, Asked> prices,
        Set<String> among,
        int closest,
        long seed) {

    /** As many as recommendations look at. */
    public static final int USUALLY_CLOSEST = 300;

    /** @throws IllegalArgumentException if there are fewer to choose from than one, or more than can be */
    public Terms {
        limits = List.copyOf(limits);
        thousandViewsBy = Map.copyOf(thousandViewsBy);
        prices = Map.copyOf(prices);
        among = Set.copyOf(among);
        if (closest < 1 || closest > Prospects.MOST) {
            throw new IllegalArgumentException(
                    "between 1 and " + Prospects.MOST + " of the closest can be looked at, not " + closest);
        }
    }

    /**
     * A price as it is told.
     *
     * @param currency empty for that of the budget
     */
    public record Asked(BigDecimal amount, Optional<Currency> currency) {}

    /** The same with another aim. */
    public Terms withAim(Plan.Aim other) {
        return new Terms(other, limits, worth, thousandViews, thousandViewsBy, prices, among, closest, seed);
    }

    /** The same among others. */
    public Terms withAmong(Set<String> others) {
        return new Terms(aim, limits, worth, thousandViews, thousandViewsBy, prices, others, closest, seed);
    }

    /** The same with more prices, which count before those that were there. */
    public Terms withPrices(Map<String, Asked> more) {
        Map<String, Asked> all = new LinkedHashMap<>(prices);
        all.putAll(more);
        return new Terms(aim, limits, worth, thousandViews, thousandViewsBy, all, among, closest, seed);
    }
}
