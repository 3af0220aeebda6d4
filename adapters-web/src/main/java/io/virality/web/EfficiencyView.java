package io.virality.web;

import io.virality.domain.creator.Origin;
import io.virality.domain.efficiency.Efficiency;
import io.virality.domain.efficiency.GroupEfficiency;
import io.virality.domain.efficiency.PriceRange;
import io.virality.domain.efficiency.RatioFigure;
import io.virality.domain.efficiency.Returns;
import io.virality.domain.efficiency.Standouts;
import io.virality.domain.efficiency.Sum;
import io.virality.domain.insight.Dimension;
import io.virality.domain.marketplace.Money;
import io.virality.domain.stats.Interval;
import io.virality.web.JsonDocuments.StatementView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * How the efficiency of a market is shown. {@code groups} and {@code totals} are apart for each currency. Amounts are texts:
 * a number in JSON may lose a cent. {@code earnedMediaValue} is part of no other figure.
 */
record EfficiencyView(
        String by,
        String meaning,
        Optional<Instant> from,
        Optional<Instant> until,
        List<GroupEfficiencyView> groups,
        List<GroupEfficiencyView> totals,
        Optional<String> earnedMediaFormula,
        List<SalesAgainstReachView> salesAgainstReach,
        List<FeesAgainstViewsView> feesAgainstViews,
        long n,
        Optional<Instant> asOf,
        Origin data,
        List<String> caveats,
        StatementView sql) {

    static EfficiencyView of(Efficiency efficiency, Optional<BigDecimal> mediaPrice) {
        return new EfficiencyView(
                efficiency.question().by().id(),
                efficiency.question().by().meaning(),
                efficiency.question().from(),
                efficiency.question().until(),
                views(efficiency, efficiency.groups(), mediaPrice),
                views(efficiency, efficiency.totals(), mediaPrice),
                mediaPrice.map(price -> "views / 1,000 × " + price.toPlainString()),
                byCurrency(efficiency, SalesAgainstReachView::of),
                byCurrency(efficiency, FeesAgainstViewsView::of),
                efficiency.evidence().n(),
                efficiency.evidence().asOf(),
                efficiency.evidence().origin(),
                efficiency.caveats(),
                StatementView.of(efficiency.evidence().statement()));
    }

    /** Only creators have reach and fees. */
    private static <T> List<T> byCurrency(Efficiency efficiency, BiFunction<Currency, List<GroupEfficiency>, T> view) {
        return efficiency.question().by() != Dimension.CREATOR
                ? List.of()
                : efficiency.totals().stream()
                        .map(GroupEfficiency::currency)
                        .map(currency -> view.apply(currency, efficiency.creators(currency)))
                        .toList();
    }

    /** Either {@code missing} tells why there is nothing, or the rest is told. Rates are orders for each 1,000 views. */
    record SalesAgainstReachView(
            String currency,
            Optional<String> missing,
            Optional<Double> usual,
            List<StandoutView> outrunning,
            List<StandoutView> trailing) {

        static SalesAgainstReachView of(Currency currency, List<GroupEfficiency> creators) {
            try {
                Standouts found = Standouts.of(creators);
                return new SalesAgainstReachView(
                        currency.getCurrencyCode(),
                        Optional.empty(),
                        Optional.of(found.usual()),
                        found.outrunning().stream().map(StandoutView::of).toList(),
                        found.trailing().stream().map(StandoutView::of).toList());
            } catch (IllegalArgumentException e) {
                return new SalesAgainstReachView(
                        currency.getCurrencyCode(),
                        Optional.of(e.getMessage()),
                        Optional.empty(),
                        List.of(),
                        List.of());
            }
        }
    }

    /** {@code likely}: drawn towards what is usual; the interval is its own. */
    record StandoutView(String creator, long orders, long views, double rate, double likely, double low, double high) {

        static StandoutView of(Standouts.Standout one) {
            return new StandoutView(
                    one.creator(),
                    one.orders(),
                    one.views(),
                    one.rate(),
                    one.likely(),
                    one.interval().low(),
                    one.interval().high());
        }
    }

    /** Either {@code missing} tells why there is nothing, or the rest is told. */
    record FeesAgainstViewsView(
            String currency, Optional<String> missing, Optional<Double> exponent, List<PriceView> prices) {

        static FeesAgainstViewsView of(Currency currency, List<GroupEfficiency> creators) {
            try {
                PriceRange range = PriceRange.of(creators);
                return new FeesAgainstViewsView(
                        currency.getCurrencyCode(),
                        Optional.empty(),
                        Optional.of(range.exponent()),
                        range.prices().stream().map(PriceView::of).toList());
            } catch (IllegalArgumentException e) {
                return new FeesAgainstViewsView(
                        currency.getCurrencyCode(), Optional.of(e.getMessage()), Optional.empty(), List.of());
            }
        }
    }

    /** The range of 80 % that the others' fees support. */
    record PriceView(String creator, long views, double fee, double low, double high, String verdict) {

        static PriceView of(PriceRange.Price price) {
            return new PriceView(
                    price.creator(),
                    price.views(),
                    price.fee(),
                    price.low(),
                    price.high(),
                    price.verdict().words());
        }
    }

    private static List<GroupEfficiencyView> views(
            Efficiency efficiency, List<GroupEfficiency> groups, Optional<BigDecimal> mediaPrice) {
        return groups.stream()
                .map(group -> GroupEfficiencyView.of(efficiency, group, mediaPrice))
                .toList();
    }

    /** {@code contribution}: of gross, refunds, commission, fees and spend taken off. */
    record GroupEfficiencyView(
            String name,
            String currency,
            long units,
            List<SumView> sums,
            List<RatioView> ratios,
            Optional<String> contribution,
            Optional<String> earnedMediaValue,
            List<ReturnView> returns) {

        static GroupEfficiencyView of(Efficiency efficiency, GroupEfficiency group, Optional<BigDecimal> mediaPrice) {
            return new GroupEfficiencyView(
                    group.name(),
                    group.currency().getCurrencyCode(),
                    group.units(),
                    Arrays.stream(Sum.values())
                            .filter(sum -> group.sum(sum).isPresent())
                            .map(sum -> new SumView(
                                    sum.id(),
                                    sum.money(),
                                    sum.money()
                                            ? text(group.amount(sum).orElseThrow())
                                            : Long.toString(group.sum(sum).getAsLong())))
                            .toList(),
                    group.ratios().stream().map(RatioView::of).toList(),
                    group.contribution().map(GroupEfficiencyView::text),
                    mediaPrice.flatMap(group::earnedMediaValue).map(GroupEfficiencyView::text),
                    ReturnView.all(efficiency.returns(group)));
        }

        private static String text(Money money) {
            return money.amount().toPlainString();
        }
    }

    /** Attributed, net and incremental answer three questions: {@code strength} tells how well. */
    record ReturnView(
            String name,
            Optional<Double> value,
            Optional<Double> low,
            Optional<Double> high,
            String strength,
            String basis) {

        static List<ReturnView> all(Returns returns) {
            return Stream.of(returns.attributed(), List.of(returns.net()), returns.incremental())
                    .flatMap(List::stream)
                    .map(number -> new ReturnView(
                            number.name(),
                            number.value(),
                            number.interval().map(Interval::low),
                            number.interval().map(Interval::high),
                            number.strength().words(),
                            number.basis()))
                    .toList();
        }
    }

    /** {@code money} tells whether it is an amount in the group's currency. */
    record SumView(String id, boolean money, String value) {}

    /** Without {@code value} it is undefined; {@code note} says why, or why it should not be relied on. */
    record RatioView(
            String id,
            String formula,
            OptionalDouble value,
            OptionalDouble low,
            OptionalDouble high,
            OptionalDouble confidence,
            String method,
            long units,
            Optional<String> note) {

        static RatioView of(RatioFigure figure) {
            Optional<Interval> interval = figure.interval();
            return new RatioView(
                    figure.ratio().id(),
                    figure.ratio().formula(),
                    figure.value(),
                    end(interval.map(Interval::low)),
                    end(interval.map(Interval::high)),
                    end(interval.map(Interval::confidence)),
                    figure.method().words(),
                    figure.units(),
                    figure.note());
        }

        private static OptionalDouble end(Optional<Double> value) {
            return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
        }
    }
}
