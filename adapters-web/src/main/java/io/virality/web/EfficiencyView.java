package io.virality.web;

import io.virality.domain.creator.Origin;
import io.virality.domain.efficiency.Efficiency;
import io.virality.domain.efficiency.GroupEfficiency;
import io.virality.domain.efficiency.RatioFigure;
import io.virality.domain.efficiency.Sum;
import io.virality.domain.marketplace.Money;
import io.virality.domain.stats.Interval;
import io.virality.web.JsonDocuments.StatementView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

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
                views(efficiency.groups(), mediaPrice),
                views(efficiency.totals(), mediaPrice),
                mediaPrice.map(price -> "views / 1,000 × " + price.toPlainString()),
                efficiency.evidence().n(),
                efficiency.evidence().asOf(),
                efficiency.evidence().origin(),
                efficiency.caveats(),
                StatementView.of(efficiency.evidence().statement()));
    }

    private static List<GroupEfficiencyView> views(List<GroupEfficiency> groups, Optional<BigDecimal> mediaPrice) {
        return groups.stream()
                .map(group -> GroupEfficiencyView.of(group, mediaPrice))
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
            Optional<String> earnedMediaValue) {

        static GroupEfficiencyView of(GroupEfficiency group, Optional<BigDecimal> mediaPrice) {
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
                    mediaPrice.flatMap(group::earnedMediaValue).map(GroupEfficiencyView::text));
        }

        private static String text(Money money) {
            return money.amount().toPlainString();
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
