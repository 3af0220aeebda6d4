package io.virality.domain.portfolio;

import io.virality.domain.marketplace.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Prices where none is told: median views of a creator's videos ÷ 1,000 × the price of a thousand views of its tier and
 * region, at least 25. The range is from half to twice as much, as wide as what is printed of such prices.
 *
 * @param currency of all its prices
 * @param usual price of a thousand views where nothing else is told
 * @param told other prices of a thousand views: by {@code tier}, by {@code region}, or by {@code tier/region}, of which the
 *     most exact counts, and a tier's before a region's
 */
public record PriceList(Currency currency, BigDecimal usual, Map<String, BigDecimal> told) {

    /** The geometric middle of the 3 to 12 that is asked for a thousand views, whatever the dollar is called. */
    public static final BigDecimal USUAL = BigDecimal.valueOf(6);

    private static final BigDecimal DEAREST = BigDecimal.valueOf(10_000);
    /** For less nobody makes a video, however few see it: a judgement. */
    private static final double LEAST = 25;

    private static final double RANGE = 2;
    private static final double THOUSAND = 1_000;

    /** @throws IllegalArgumentException if a price is not between 0 and 10,000 */
    public PriceList {
        Map<String, BigDecimal> lower = new TreeMap<>();
        told.forEach((key, price) -> lower.put(key.toLowerCase(Locale.ROOT), required(price)));
        told = lower;
        required(usual);
    }

    private static BigDecimal required(BigDecimal price) {
        if (price.signum() <= 0 || price.compareTo(DEAREST) > 0) {
            throw new IllegalArgumentException(
                    "a thousand views cost more than 0 and at most " + DEAREST + ", not " + price.toPlainString());
        }
        return price;
    }

    /** What a thousand views of such a creator cost. */
    public BigDecimal perThousand(String tier, Optional<String> region) {
        String size = tier.toLowerCase(Locale.ROOT);
        String country = region.orElse("").toLowerCase(Locale.ROOT);
        return told.getOrDefault(size + "/" + country, told.getOrDefault(size, told.getOrDefault(country, usual)));
    }

    /** The price of a creator whose videos have so many views, by their median. */
    public Price estimate(double medianViews, String tier, Optional<String> region) {
        double likely = Math.max(
                LEAST, medianViews / THOUSAND * perThousand(tier, region).doubleValue());
        return new Price(money(likely / RANGE), money(likely), money(likely * RANGE), Price.Basis.ESTIMATED);
    }

    /** The formula in words. */
    public String words() {
        StringBuilder words = new StringBuilder("median views of its videos / 1,000 x ")
                .append(usual.toPlainString())
                .append(' ')
                .append(currency);
        told.forEach(
                (group, price) -> words.append("; ").append(group).append(" x ").append(price.toPlainString()));
        return words.append("; at least 25; range: half to twice as much").toString();
    }

    private Money money(double amount) {
        return new Money(BigDecimal.valueOf(Math.min(amount, Price.LARGEST)), currency);
    }
}
