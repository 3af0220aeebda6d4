package io.virality.domain.recommendation;

import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import java.util.Currency;

/**
 * What a sponsored video costs where nobody has named a price: usual views ÷ 1,000 × the price of 1,000 views. That price is
 * a rule of thumb of vendors and the guess in the formula, so it has a range; the smaller a creator, the more a thousand views
 * cost. No country's prices are known: they are the same everywhere.
 */
final class PriceList {

    /** In which all is priced. */
    static final Currency CURRENCY = Currency.getInstance("USD");

    /** Of 1,000 views. */
    static final double LOWEST = 3;

    /** Of 1,000 views. */
    static final double HIGHEST = 12;

    private static final double OF_SMALLEST = 8;
    private static final double OF_LARGEST = 5;

    private final Tiers tiers;

    PriceList(Tiers tiers) {
        this.tiers = tiers;
    }

    /**
     * An estimate.
     *
     * @param middle the price of 1,000 views of the tier
     * @param low at {@value PriceList#LOWEST} for 1,000 views
     * @param high at {@value PriceList#HIGHEST} for 1,000 views
     */
    record Price(double low, double middle, double high) {}

    Price of(double usualViews, Tier tier) {
        int last = tiers.all().size() - 1;
        double share = last == 0 ? 1 : tiers.all().indexOf(tier) / (double) last;
        double perThousand = OF_SMALLEST + share * (OF_LARGEST - OF_SMALLEST);
        return new Price(usualViews / 1_000 * LOWEST, usualViews / 1_000 * perThousand, usualViews / 1_000 * HIGHEST);
    }
}
