package io.virality.domain.efficiency;

import io.virality.domain.insight.Row;
import io.virality.domain.marketplace.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a group cost and brought, in one currency.
 *
 * @param name the group
 * @param currency of its amounts
 * @param units how many advertisements or creators
 * @param sums those that are known, amounts in ten-thousandths
 * @param left what is left of the orders of creators: of gross, refunds, commission, fees and the spend on advertisements that
 *     name them taken off, in ten-thousandths; empty where nobody sold anything or was paid
 * @param ratios those of which both sums are known of a unit
 */
public record GroupEfficiency(
        String name, Currency currency, long units, Map<Sum, Long> sums, OptionalLong left, List<RatioFigure> ratios) {

    /** Copies are kept. */
    public GroupEfficiency {
        sums = Map.copyOf(sums);
        ratios = List.copyOf(ratios);
    }

    /** @throws ArithmeticException if a sum is larger than can be */
    static GroupEfficiency of(String name, String currency, List<Row> units) {
        Map<Sum, Long> sums = new EnumMap<>(Sum.class);
        for (Row unit : units) {
            for (Sum sum : Sum.values()) {
                sum.of(unit).ifPresent(value -> sums.merge(sum, value, Math::addExact));
            }
        }
        List<RatioFigure> ratios = Arrays.stream(Ratio.values())
                .flatMap(ratio -> RatioFigure.of(ratio, units).stream())
                .toList();
        return new GroupEfficiency(name, Currency.getInstance(currency), units.size(), sums, left(units), ratios);
    }

    /** A sum; empty where it is not known of any unit. */
    public OptionalLong sum(Sum sum) {
        return sums.containsKey(sum) ? OptionalLong.of(sums.get(sum)) : OptionalLong.empty();
    }

    /** An amount; empty where it is not known of any unit. */
    public Optional<Money> amount(Sum sum) {
        return Optional.ofNullable(sums.get(sum)).map(value -> Money.ofTenThousandths(value, currency));
    }

    /** A ratio; empty where its sums are not known. */
    public Optional<RatioFigure> ratio(Ratio ratio) {
        return ratios.stream().filter(figure -> figure.ratio() == ratio).findFirst();
    }

    private static OptionalLong left(List<Row> units) {
        OptionalLong all = OptionalLong.empty();
        for (Row unit : units) {
            // What advertisements sold that name nobody is not among these orders: nor is their spend taken off.
            if (Sum.GROSS.of(unit).isPresent() || Sum.FEES.of(unit).isPresent()) {
                long left = Sum.GROSS.of(unit).orElse(0);
                for (Sum cost : List.of(Sum.REFUNDS, Sum.COMMISSION, Sum.FEES, Sum.SPEND)) {
                    left = Math.subtractExact(left, cost.of(unit).orElse(0));
                }
                all = OptionalLong.of(Math.addExact(all.orElse(0), left));
            }
        }
        return all;
    }

    /** What is left of the orders of creators; empty also where the refunds of some sale are not known. */
    public Optional<Money> contribution() {
        return left.isEmpty() || sum(Sum.UNSETTLED).orElse(0) > 0
                ? Optional.empty()
                : Optional.of(Money.ofTenThousandths(left.getAsLong(), currency));
    }

    /**
     * Earned media value: what the views would have cost as advertisements. It is no return: nobody paid or earned it.
     *
     * @param price of 1,000 views
     */
    public Optional<Money> earnedMediaValue(BigDecimal price) {
        return sum(Sum.VIEWS).stream()
                .mapToObj(views ->
                        new Money(price.multiply(BigDecimal.valueOf(views)).movePointLeft(3), currency))
                .findFirst();
    }
}
