package io.virality.app;

import io.virality.domain.attribution.AttributedSales;
import io.virality.domain.attribution.Attribution;
import io.virality.domain.attribution.Credit;
import io.virality.domain.attribution.Delay;
import io.virality.domain.attribution.LargestRemainder;
import io.virality.domain.attribution.Model;
import io.virality.domain.attribution.Rules;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What models credit, for terminals: what is shown is rounded so that each column adds up to what stands below it. */
final class AttributionReport {

    private static final int WIDEST_NAME = 28;
    private static final long CENT = 100;
    private static final long TENTH_OF_AN_ORDER = Credit.ORDER / 10;

    private final Attribution attribution;
    private final AttributedSales answer;
    private final List<Integer> ranked;
    private final int top;
    private final PrintWriter out;

    AttributionReport(AttributedSales answer, Model rankedBy, int top, PrintWriter out) {
        this.answer = answer;
        this.attribution = answer.attribution();
        this.ranked = attribution.ranked(rankedBy);
        this.top = top;
        this.out = out;
    }

    void print() {
        table("orders", Credit::orders, TENTH_OF_AN_ORDER, 1);
        table("gross, " + CurrencyOption.words(answer.currency()), Credit::gross, CENT, 2);
        if (answer.refundsTold() || answer.commissionTold()) {
            table(
                    "net: gross less" + (answer.refundsTold() ? " refunds" : "")
                            + (answer.refundsTold() && answer.commissionTold() ? " and" : "")
                            + (answer.commissionTold() ? " commission" : ""),
                    Credit::net,
                    CENT,
                    2);
        }
        if (answer.commissionTold()) {
            table("what each model would have paid: the commission, so divided", Credit::commission, CENT, 2);
        }
        for (Model model : Model.values()) {
            out.println("  " + model.id() + ": " + model.words());
        }
        notes();
    }

    private void delay(String which, Optional<Delay> delay) {
        delay.ifPresent(told -> out.printf(
                Locale.ROOT,
                "From the %s touch that counts to the order: median %s, quartiles %s and %s (n = %,d).%n",
                which,
                words(told.median()),
                words(told.q1()),
                words(told.q3()),
                told.n()));
    }

    private static String words(Duration time) {
        return time.toHours() < 48
                ? String.format(Locale.ROOT, "%.1f hours", time.toMinutes() / 60.0)
                : String.format(Locale.ROOT, "%.1f days", time.toMinutes() / 1_440.0);
    }

    private void table(String what, ToLongFunction<Credit> figure, long unit, int decimals) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of(what));
        List<long[]> columns = new ArrayList<>();
        for (Model model : Model.values()) {
            header.add(model.id());
            columns.add(rounded(model, figure, unit));
        }
        rows.add(header);
        int shown = Math.min(top, ranked.size());
        for (int i = 0; i < shown; i++) {
            rows.add(row(Text.plain(attribution.sources().get(ranked.get(i))), columns, i, unit, decimals));
        }
        int rest = ranked.size();
        if (rest > shown) {
            rows.add(row((rest - shown) + " others", columns, rest, unit, decimals));
        }
        rows.add(row("nobody", columns, rest + 1, unit, decimals));
        rows.add(row("all", columns, rest + 2, unit, decimals));
        Text.table(rows).forEach(out::println);
        out.println();
    }

    /** By rank, then the rest, what nobody earned, and all. */
    private long[] rounded(Model model, ToLongFunction<Credit> figure, long unit) {
        int size = ranked.size();
        int shown = Math.min(top, size);
        long[] exact = new long[shown + 2];
        for (int i = 0; i < size; i++) {
            exact[Math.min(i, shown)] += figure.applyAsLong(attribution.credit(model, ranked.get(i)));
        }
        exact[shown + 1] = figure.applyAsLong(attribution.unattributed());
        // Net may be negative where commission is more than what is left: it is shown as exact as it is.
        boolean negative = Arrays.stream(exact).anyMatch(value -> value < 0);
        long[] parts = negative ? exact : LargestRemainder.round(exact, unit);
        long[] column = new long[size + 3];
        System.arraycopy(parts, 0, column, 0, shown);
        column[size] = parts[shown];
        column[size + 1] = parts[shown + 1];
        column[size + 2] = Arrays.stream(parts).sum();
        return column;
    }

    private static List<String> row(String name, List<long[]> columns, int place, long unit, int decimals) {
        List<String> row = new ArrayList<>(List.of(Text.shortened(name, WIDEST_NAME)));
        for (long[] column : columns) {
            int digits = (int) Math.log10(unit);
            row.add(String.format(
                    Locale.ROOT, "%,." + decimals + "f", BigDecimal.valueOf(column[place], digits + decimals)));
        }
        return row;
    }

    private void notes() {
        Rules rules = answer.rules();
        out.printf(
                Locale.ROOT,
                "n = %,d orders and %,d touches that count (%s data): clicks within %d days before the order, views within"
                        + " %d.%n",
                attribution.total().orders() / Credit.ORDER,
                attribution.touches(),
                answer.data().id(),
                rules.click().toDays(),
                rules.view().toDays());
        delay("first", attribution.sinceFirst());
        delay("last", attribution.sinceLast());
        if (attribution.coded().orders() > 0) {
            out.printf(
                    Locale.ROOT,
                    "Of them, %,d went to the owner of a promo code, under every model.%n",
                    attribution.coded().orders() / Credit.ORDER);
        }
        if (answer.currencies().size() > 1) {
            out.println("Orders by currency: "
                    + answer.currencies().entrySet().stream()
                            .map(entry -> String.format(
                                    Locale.ROOT, "%,d %s", entry.getValue(), CurrencyOption.words(entry.getKey())))
                            .collect(Collectors.joining(", "))
                    + " (--currency).");
        }
        answer.notes().forEach(note -> out.println("Note: " + note + "."));
    }
}
