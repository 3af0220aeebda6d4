package io.virality.app;

import io.virality.domain.efficiency.Efficiency;
import io.virality.domain.efficiency.GroupEfficiency;
import io.virality.domain.efficiency.Ratio;
import io.virality.domain.efficiency.RatioFigure;
import io.virality.domain.efficiency.Sum;
import io.virality.domain.insight.Evidence;
import io.virality.domain.marketplace.Money;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What spending cost and brought, for terminals: sums first, then the ratios, so that no line is too long to read. */
final class EfficiencyReport {

    private static final int WIDEST_NAME = 28;
    private static final int MOST_GROUPS = 40;

    private final Efficiency efficiency;
    private final Optional<BigDecimal> mediaPrice;
    private final PrintWriter out;

    EfficiencyReport(Efficiency efficiency, Optional<BigDecimal> mediaPrice, PrintWriter out) {
        this.efficiency = efficiency;
        this.mediaPrice = mediaPrice;
        this.out = out;
    }

    void print() {
        Evidence evidence = efficiency.evidence();
        out.println("By " + efficiency.question().by().meaning() + ".");
        for (GroupEfficiency total : efficiency.totals()) {
            List<GroupEfficiency> groups = new ArrayList<>(efficiency.groups().stream()
                    .filter(group -> group.currency().equals(total.currency()))
                    .toList());
            int left = groups.size() - MOST_GROUPS;
            if (left > 0) {
                groups.subList(MOST_GROUPS, groups.size()).clear();
            }
            groups.add(total);
            out.println();
            sums(groups);
            if (left > 0) {
                out.printf(Locale.ROOT, "  (%,d more groups, in the total: --format json shows them all)%n", left);
            }
            ratios(groups);
            mediaValue(groups);
        }
        out.println();
        out.printf(
                Locale.ROOT,
                "n = %,d results, sales and fees (%s data)%s.%n",
                evidence.n(),
                evidence.origin().id(),
                evidence.asOf().map(asOf -> ", as of " + asOf).orElse(""));
        legend();
        efficiency.caveats().forEach(caveat -> out.println("Note: " + caveat + "."));
    }

    private void sums(List<GroupEfficiency> groups) {
        List<Sum> told = Arrays.stream(Sum.values())
                .filter(sum -> sum != Sum.SETTLED)
                .filter(sum -> groups.stream().anyMatch(group -> group.sum(sum).isPresent()))
                .toList();
        boolean sold = told.contains(Sum.GROSS);
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of(groups.get(0).currency().getCurrencyCode(), "units"));
        told.forEach(sum -> header.add(words(sum.id())));
        if (sold) {
            header.add("contribution");
        }
        rows.add(header);
        for (GroupEfficiency group : groups) {
            List<String> row = new ArrayList<>(List.of(name(group), count(group.units())));
            told.forEach(sum -> row.add(
                    sum.money()
                            ? group.amount(sum).map(EfficiencyReport::money).orElse("-")
                            : group.sum(sum).stream()
                                    .mapToObj(EfficiencyReport::count)
                                    .findFirst()
                                    .orElse("-")));
            if (sold) {
                row.add(group.contribution().map(EfficiencyReport::money).orElse("not known"));
            }
            rows.add(row);
        }
        Text.table(rows).forEach(out::println);
    }

    private void ratios(List<GroupEfficiency> groups) {
        for (Ratio ratio : Ratio.values()) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of(words(ratio.id()), "", "95 %", ""));
            for (GroupEfficiency group : groups) {
                group.ratio(ratio).ifPresent(figure -> rows.add(row(group, figure)));
            }
            if (rows.size() > 1) {
                out.println();
                Text.table(rows).forEach(out::println);
            }
        }
    }

    private static List<String> row(GroupEfficiency group, RatioFigure figure) {
        Ratio ratio = figure.ratio();
        return List.of(
                name(group),
                shown(ratio, figure.value()),
                figure.interval()
                        .map(interval -> "[" + shown(ratio, OptionalDouble.of(interval.low())) + ", "
                                + shown(ratio, OptionalDouble.of(interval.high())) + "]")
                        .orElse("-"),
                figure.note().orElse(""));
    }

    private void mediaValue(List<GroupEfficiency> groups) {
        mediaPrice.ifPresent(price -> {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("earned media value", ""));
            for (GroupEfficiency group : groups) {
                group.earnedMediaValue(price).ifPresent(value -> rows.add(List.of(name(group), money(value))));
            }
            out.println();
            if (rows.size() == 1) {
                out.println("  earned media value: not known, views are told of creators (--by creator, tier, …)");
            } else {
                Text.table(rows).forEach(out::println);
                out.println("  = views / 1,000 × " + price.toPlainString()
                        + ", the price you gave. Nobody paid or earned it: it is part of no other figure.");
            }
        });
    }

    private void legend() {
        List<RatioFigure> figures = efficiency.totals().stream()
                .flatMap(total -> total.ratios().stream())
                .toList();
        figures.stream()
                .map(RatioFigure::ratio)
                .distinct()
                .forEach(ratio -> out.println("  " + words(ratio.id()) + " = " + ratio.formula()));
        for (RatioFigure.Method method : RatioFigure.Method.values()) {
            String made = figures.stream()
                    .filter(figure -> figure.interval().isPresent() && figure.method() == method)
                    .map(figure -> words(figure.ratio().id()))
                    .distinct()
                    .collect(Collectors.joining(", "));
            if (!made.isEmpty()) {
                out.println("  intervals of 95 % by " + method.words() + ": " + made);
            }
        }
        if (efficiency.groups().stream().anyMatch(group -> group.sum(Sum.GROSS).isPresent())) {
            out.println("  contribution = gross - refunds - commission - fees - spend, as far as they are told");
        }
    }

    private static String name(GroupEfficiency group) {
        return Text.shortened(Text.plain(group.name()), WIDEST_NAME);
    }

    private static String shown(Ratio ratio, OptionalDouble value) {
        if (value.isEmpty()) {
            return "undefined";
        }
        double number = value.getAsDouble();
        if (ratio.fraction()) {
            return String.format(Locale.ROOT, "%.4f %%", 100 * number);
        }
        return String.format(Locale.ROOT, Math.abs(number) < 10 ? "%.4f" : "%,.2f", number);
    }

    /** To the cent, or as exact as it is told. */
    private static String money(Money money) {
        BigDecimal exact = money.amount().stripTrailingZeros();
        return String.format(
                Locale.ROOT,
                "%,." + Math.max(2, exact.scale()) + "f",
                exact.setScale(Math.max(2, exact.scale()), RoundingMode.UNNECESSARY));
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String words(String id) {
        return id.replace('_', ' ');
    }
}
