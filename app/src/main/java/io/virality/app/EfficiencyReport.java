package io.virality.app;

import io.virality.domain.efficiency.Efficiency;
import io.virality.domain.efficiency.GroupEfficiency;
import io.virality.domain.efficiency.PriceRange;
import io.virality.domain.efficiency.Ratio;
import io.virality.domain.efficiency.RatioFigure;
import io.virality.domain.efficiency.Returns;
import io.virality.domain.efficiency.Standouts;
import io.virality.domain.efficiency.Sum;
import io.virality.domain.insight.Dimension;
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
    private static final int MOST_GROUPS = 20;
    private static final int MOST_STANDOUTS = 10;

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
            if (efficiency.question().by() == Dimension.CREATOR) {
                creators(total);
            }
            returns(efficiency.returns(total));
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
        List<String> header =
                new ArrayList<>(List.of(CurrencyOption.words(groups.get(0).currency()), "units"));
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
                figure.note()
                        .filter(note -> figure.units() > 1 || figure.value().isEmpty())
                        .orElse(""));
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

    private void creators(GroupEfficiency total) {
        List<GroupEfficiency> creators = efficiency.creators(total.currency());
        out.println();
        try {
            Standouts found = Standouts.of(creators);
            out.printf(
                    Locale.ROOT,
                    "  Sales against reach, of %,d creators: all together sell in %.4f orders for each 1,000 views.%n",
                    found.creators(),
                    found.usual());
            standouts("sell more than their reach", found.outrunning());
            standouts("sell less than their reach", found.trailing());
        } catch (IllegalArgumentException e) {
            out.println("  Sales against reach: " + e.getMessage());
        }
        try {
            prices(PriceRange.of(creators));
        } catch (IllegalArgumentException e) {
            out.println("  Fees against views: " + e.getMessage());
        }
    }

    private void standouts(String what, List<Standouts.Standout> found) {
        if (found.isEmpty()) {
            out.println("  nobody is shown to " + what);
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(what, "orders", "views", "per 1000", "likely", "95 %"));
        for (Standouts.Standout one : found.subList(0, Math.min(MOST_STANDOUTS, found.size()))) {
            rows.add(List.of(
                    Text.shortened(Text.plain(one.creator()), WIDEST_NAME),
                    count(one.orders()),
                    count(one.views()),
                    String.format(Locale.ROOT, "%.4f", one.rate()),
                    String.format(Locale.ROOT, "%.4f", one.likely()),
                    String.format(
                            Locale.ROOT,
                            "[%.4f, %.4f]",
                            one.interval().low(),
                            one.interval().high())));
        }
        Text.table(rows).forEach(out::println);
        if (found.size() > MOST_STANDOUTS) {
            out.printf(Locale.ROOT, "  and %,d more%n", found.size() - MOST_STANDOUTS);
        }
    }

    private void prices(PriceRange range) {
        List<PriceRange.Price> unusual = range.prices().stream()
                .filter(price -> price.verdict() != PriceRange.Verdict.WITHIN)
                .toList();
        out.printf(
                Locale.ROOT,
                "  Fees against views, of %,d creators who were paid: fees grow as views to the power of %.2f; %,d lie outside"
                        + " of the range (%.0f %%) that the others' fees support.%n",
                range.creators(),
                range.exponent(),
                unusual.size(),
                100 * PriceRange.CONFIDENCE);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("paid", "fees", "range", ""));
        for (PriceRange.Price price : unusual.subList(0, Math.min(MOST_STANDOUTS, unusual.size()))) {
            rows.add(List.of(
                    Text.shortened(Text.plain(price.creator()), WIDEST_NAME),
                    String.format(Locale.ROOT, "%,.2f", price.fee()),
                    String.format(Locale.ROOT, "%,.0f to %,.0f", price.low(), price.high()),
                    price.verdict().words()));
        }
        if (rows.size() > 1) {
            Text.table(rows).forEach(out::println);
        }
    }

    private void returns(Returns returns) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("three numbers, never one", "", "evidence", ""));
        List<Returns.Number> numbers = new ArrayList<>(returns.attributed());
        numbers.add(returns.net());
        numbers.addAll(returns.incremental());
        for (Returns.Number number : numbers) {
            rows.add(List.of(
                    number.name(),
                    number.value()
                                    .map(value -> String.format(Locale.ROOT, "%,.2f", value))
                                    .orElse("-")
                            + number.interval()
                                    .map(sure -> String.format(Locale.ROOT, " [%,.2f, %,.2f]", sure.low(), sure.high()))
                                    .orElse(""),
                    number.strength().words(),
                    number.basis()));
        }
        out.println();
        Text.table(rows).forEach(out::println);
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
        if (efficiency.groups().stream().anyMatch(group -> group.units() == 1)) {
            out.println("  a group of a single unit has no interval, but of shares");
        }
        if (efficiency.groups().stream().anyMatch(group -> group.sum(Sum.GROSS).isPresent())) {
            out.println(
                    "  contribution = gross - refunds - commission - fees - spend on advertisements that name the creator, as"
                            + " far as they are told");
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
