package io.virality.app;

import io.virality.domain.creator.Origin;
import io.virality.domain.response.ResponseStudy;
import io.virality.domain.response.ResponseStudy.ChannelResponse;
import io.virality.domain.response.ResponseStudy.Division;
import io.virality.domain.response.ResponseStudy.Sure;
import io.virality.domain.stats.Interval;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How sales respond to spending, for terminals. */
final class ResponseReport {

    private final ResponseStudy study;
    private final String value;
    private final Origin data;
    private final PrintWriter out;

    ResponseReport(ResponseStudy study, String value, Origin data, PrintWriter out) {
        this.study = study;
        this.value = value;
        this.data = data;
        this.out = out;
    }

    void print() {
        curves();
        today();
        warnings();
        study.division().ifPresent(this::division);
        out.println();
        out.printf(
                Locale.ROOT,
                "n = %,d periods (%s data). The model, with trend and seasons, tells %.0f %% of the differences in %s.%n",
                study.series().periods(),
                data.id(),
                100 * study.explained(),
                Text.plain(value));
        out.printf(
                Locale.ROOT,
                "Intervals of %.0f %%: %,d fits to values drawn anew, their residuals in blocks.%n",
                100 * ResponseStudy.CONFIDENCE,
                study.draws());
        out.println(
                "Note: what goes together in time need not be caused: an experiment (virality experiment) tells what a");
        out.println("channel brings; this tells what to try.");
    }

    private void curves() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("channel", "carry-over", "90 %", "half at", "90 %", "shape", "90 %", "most", "90 %"));
        for (ChannelResponse channel : study.channels()) {
            List<String> row = new ArrayList<>(List.of(Text.plain(channel.name())));
            for (Sure sure : List.of(channel.carryOver(), channel.half(), channel.shape(), channel.most())) {
                row.add(number(sure.value()));
                row.add(interval(sure.interval()));
            }
            rows.add(row);
        }
        Text.table(rows).forEach(out::println);
        out.println(
                "  carry-over: what part still acts in the next period; half at: the effective spend that brings half of"
                        + " the most;");
        out.println("  shape: above 1 it starts slowly; most: what it brings in a period at most");
        out.println();
    }

    private void today() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("channel", "spent today", "brings", "90 %", "the next unit brings", "90 %"));
        for (ChannelResponse channel : study.channels()) {
            rows.add(List.of(
                    Text.plain(channel.name()),
                    number(channel.today()),
                    number(channel.brought().value()),
                    interval(channel.brought().interval()),
                    number(channel.marginal().value()),
                    interval(channel.marginal().interval())));
        }
        Text.table(rows).forEach(out::println);
        out.println("  today: the mean of the last 13 periods, kept up until what carries over is constant");
    }

    private void warnings() {
        for (ChannelResponse channel : study.channels()) {
            if (!channel.warnings().isEmpty()) {
                out.println();
                out.println("WARNING, " + Text.plain(channel.name()) + ":");
                channel.warnings().forEach(warning -> out.println("  - " + warning));
            }
        }
    }

    private void division(Division division) {
        out.println();
        out.println("Dividing " + number(division.budget()) + " a period:");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("channel", "as today", "best", "within"));
        double left = division.budget();
        for (int i = 0; i < division.best().length; i++) {
            left -= division.best()[i];
            rows.add(List.of(
                    Text.plain(study.channels().get(i).name()),
                    number(division.today()[i]),
                    number(division.best()[i]),
                    number(division.limits().get(i).least()) + " to "
                            + number(division.limits().get(i).most())));
        }
        if (left > division.budget() / 1_000) {
            rows.add(List.of("not spent", "0", number(left), ""));
        }
        Text.table(rows).forEach(out::println);
        out.printf(
                Locale.ROOT,
                "  The best brings %s more in a period, 90 %% %s; in %.0f %% of the draws it brings more at all.%n",
                number(division.gain().value()),
                interval(division.gain().interval()),
                100 * division.surely());
        if (division.gain().interval().low() <= 0) {
            out.println("  That it is better than today's is NOT shown.");
        }
    }

    private static String interval(Interval interval) {
        return "[" + number(interval.low()) + ", " + number(interval.high()) + "]";
    }

    private static String number(double value) {
        if (value == 0) {
            return "0";
        }
        return Math.abs(value) >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, Math.abs(value) < .01 ? "%.2g" : "%.2f", value);
    }
}
