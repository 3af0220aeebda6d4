package io.virality.domain.pricing;

import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import io.virality.domain.marketplace.Fee;
import io.virality.domain.marketplace.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What a sponsored video costs where nobody has named a price: median views of the creator's videos ÷ 1,000 × the price of a
 * thousand views by tier and region, at least 25.
 *
 * <p>That price is a rule of thumb of vendors' calculators, who print 3 to 12 dollars, and the guess in the formula. So an
 * estimate has a range, from half to twice as much, as 6 has from 3 to 12. The smaller a creator, the dearer a thousand of
 * its views: from 8 for the smallest tier to 5 for the largest, a judgement. No country's prices are in print: unless told,
 * they are the same everywhere, and in every currency.
 *
 * @param currency of all its prices
 * @param tiers in force
 * @param usual price of a thousand views where nothing more exact is told; empty for that of the tier
 * @param told other prices of a thousand views: by {@code tier}, by {@code region}, or by {@code tier/region}, of which the
 *     most exact counts, and a tier's before a region's
 */
public record PriceList(Currency currency, Tiers tiers, Optional<BigDecimal> usual, Map<String, BigDecimal> told) {

    /** That of the prices in print. */
    public static final Currency DOLLAR = Currency.getInstance("USD");

    private static final BigDecimal DEAREST = BigDecimal.valueOf(10_000);
    private static final double OF_SMALLEST = 8;
    private static final double OF_LARGEST = 5;
    /** For less nobody makes a video, however few see it: a judgement. */
    private static final double LEAST = 25;

    private static final double RANGE = 2;
    private static final double THOUSAND = 1_000;

    /** @throws IllegalArgumentException if a price is not between 0 and 10,000 */
    public PriceList {
        Map<String, BigDecimal> lower = new TreeMap<>();
        told.forEach((key, price) -> lower.put(key.toLowerCase(Locale.ROOT), required(price)));
        told = lower;
        usual.ifPresent(PriceList::required);
    }

    /** Without a word about prices. */
    public static PriceList assumed(Currency currency, Tiers tiers) {
        return new PriceList(currency, tiers, Optional.empty(), Map.of());
    }

    private static BigDecimal required(BigDecimal price) {
        if (price.signum() <= 0 || price.compareTo(DEAREST) > 0) {
            throw new IllegalArgumentException(
                    "a thousand views cost more than 0 and at most " + DEAREST + ", not " + price.toPlainString());
        }
        return price;
    }

    /** What a thousand views of such a creator cost. */
    public BigDecimal perThousand(Tier tier, Optional<String> region) {
        String size = tier.name().toLowerCase(Locale.ROOT);
        String country = region.orElse("").toLowerCase(Locale.ROOT);
        return Optional.ofNullable(told.get(size + "/" + country))
                .or(() -> Optional.ofNullable(told.get(size)))
                .or(() -> Optional.ofNullable(told.get(country)))
                .or(() -> usual)
                .orElseGet(() -> bySize(tier));
    }

    private BigDecimal bySize(Tier tier) {
        List<Tier> all = tiers.all();
        double share = all.size() == 1 ? 1 : all.indexOf(tier) / (all.size() - 1.);
        return BigDecimal.valueOf(OF_SMALLEST + share * (OF_LARGEST - OF_SMALLEST))
                .setScale(2, RoundingMode.HALF_EVEN);
    }

    /**
     * The price of a creator: what it was paid last, if that is in the currency of this list, else the estimate; empty if
     * nothing is known of it.
     *
     * @param fee that it was paid last
     * @param medianViews of its videos
     */
    public Optional<Price> of(Optional<Fee> fee, OptionalDouble medianViews, Tier tier, Optional<String> region) {
        return fee.filter(paid -> paid.ofVideo().currency().equals(currency))
                .map(paid ->
                        new Price(paid.ofVideo(), paid.ofVideo(), paid.ofVideo(), Price.Basis.QUOTED, paid.words()))
                .or(() -> medianViews.stream()
                        .mapToObj(median -> estimate(median, tier, region))
                        .findFirst());
    }

    /** The price of a creator whose videos have so many views, by their median. */
    public Price estimate(double medianViews, Tier tier, Optional<String> region) {
        BigDecimal perThousand = perThousand(tier, region);
        double likely = Math.max(LEAST, medianViews / THOUSAND * perThousand.doubleValue());
        return new Price(
                money(likely / RANGE),
                money(likely),
                money(likely * RANGE),
                Price.Basis.ESTIMATED,
                String.format(Locale.ROOT, "median of %,.0f views ÷ 1,000 × %s", medianViews, priced(perThousand))
                        + (likely == LEAST ? ", at least 25" : ""));
    }

    /** The formula in words. */
    public String words() {
        StringBuilder words = new StringBuilder("median views of its videos ÷ 1,000 × ");
        words.append(usual.map(this::priced)
                .orElseGet(() -> priced(bySize(tiers.all().get(0))) + " for the smallest tier down to "
                        + priced(bySize(tiers.all().get(tiers.all().size() - 1))) + " for the largest"));
        told.forEach(
                (group, price) -> words.append("; ").append(group).append(" × ").append(priced(price)));
        words.append("; at least 25; range: half to twice as much");
        if (usual.isEmpty()) {
            words.append(" (a rule of thumb");
            words.append(currency.equals(DOLLAR) ? ")" : " of US dollars, taken for " + currency + ")");
        }
        return words.toString();
    }

    private String priced(BigDecimal price) {
        return price.stripTrailingZeros().toPlainString()
                + (currency.equals(Money.UNKNOWN) ? "" : " " + currency.getCurrencyCode());
    }

    private Money money(double amount) {
        return new Money(BigDecimal.valueOf(Math.min(amount, Price.LARGEST)), currency);
    }
}
