package io.virality.app;

import io.virality.domain.model.Feature;
import io.virality.domain.model.Metric;
import io.virality.domain.model.ModelCard;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Model cards for people: on a terminal, and as a page. */
final class ModelReport {

    private ModelReport() {}

    static void list(List<ModelCard> cards, PrintWriter out) {
        if (cards.isEmpty()) {
            out.println("No model is trained yet. 'virality segments', 'virality predict --learn',"
                    + " 'virality drivers' and 'virality classify' train some.");
            return;
        }
        for (ModelCard card : cards) {
            out.printf("%s  %s, trained %s%n", card.id(), card.title(), card.trainedAt());
            out.printf("  on %s; %s%n", rows(card), standing(card));
        }
        out.println();
        out.println("The card of one: virality models ID");
    }

    static void print(ModelCard card, PrintWriter out) {
        out.printf("%s: %s%n", card.id(), card.title());
        out.printf("  Trained %s on %s.%n", card.trainedAt(), rows(card));
        out.printf("  The rows' hash: %s%n", card.rows().hash());
        card.rows().asOf().ifPresent(asOf -> out.println("  As of " + asOf + "."));
        card.baseline().ifPresent(baseline -> out.println("  Baseline: " + baseline + "."));
        out.printf("  It is %s.%n", standing(card));
        out.println();
        for (Metric metric : card.metrics()) {
            out.printf("  %s: %s%n", metric.name(), figures(metric));
            out.printf("    %s%n", metric.definition());
        }
        out.println();
        card.features().forEach(feature -> out.printf("  %s: %s%n", feature.name(), definition(feature)));
        out.println();
        out.printf("  seed: %d%n", card.seed());
        card.settings().forEach((name, value) -> out.printf("  %s: %s%n", name, value));
    }

    static void printMarkdown(ModelCard card, PrintWriter out) {
        out.printf("# %s%n%n", card.title());
        out.printf("`%s`, trained %s.%n%n", card.id(), card.trainedAt());
        out.printf("It is %s.%n%n", standing(card));
        out.printf("## Learnt from%n%n");
        out.printf("- %s%n", rows(card));
        card.rows().asOf().ifPresent(asOf -> out.println("- as of " + asOf));
        out.printf("- SHA-256 of the rows: `%s`%n%n", card.rows().hash());
        out.printf("## How good it is%n%n");
        card.baseline().ifPresent(baseline -> out.printf("The baseline: %s.%n%n", baseline));
        out.println("| metric | model | baseline | gain | what it is |");
        out.println("| --- | --- | --- | --- | --- |");
        for (Metric metric : card.metrics()) {
            out.printf(
                    "| %s (%s is better) | %s | %s | %s | %s |%n",
                    cell(metric.name()),
                    metric.higherIsBetter() ? "more" : "less",
                    figure(metric.model()),
                    optional(metric.baseline()),
                    optional(metric.gain()),
                    cell(metric.definition()));
        }
        out.printf("%n## Features%n%n");
        card.features().forEach(feature -> out.printf("- `%s`: %s%n", feature.name(), definition(feature)));
        out.printf("%n## Settings%n%n- seed: %d%n", card.seed());
        card.settings().forEach((name, value) -> out.printf("- %s: %s%n", name, value));
        out.printf("%n## Provenance%n%n```%n%s%n```%n", card.provenance());
    }

    private static String standing(ModelCard card) {
        return card.standing().words();
    }

    private static String rows(ModelCard card) {
        String counts = card.rows().counts().entrySet().stream()
                .map(count -> String.format(Locale.ROOT, "%,d %s", count.getValue(), count.getKey()))
                .collect(Collectors.joining(", "));
        return counts + " (" + card.rows().origin().id() + " data)";
    }

    private static String figures(Metric metric) {
        return figure(metric.model())
                + metric.baseline()
                        .map(figure -> "; baseline " + figure(figure))
                        .orElse("")
                + metric.gain().map(figure -> "; gain " + figure(figure)).orElse("");
    }

    private static String optional(Optional<Metric.Figure> figure) {
        return figure.map(ModelReport::figure).orElse("–");
    }

    static String figure(Metric.Figure figure) {
        return number(figure.value())
                + figure.interval()
                        .map(interval -> String.format(
                                Locale.ROOT,
                                " [%s, %s] (%.0f %%)",
                                number(interval.low()),
                                number(interval.high()),
                                100 * interval.confidence()))
                        .orElse("");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String definition(Feature feature) {
        return feature.definition()
                + feature.scale()
                        .map(scale -> String.format(
                                Locale.ROOT, "; median %.4g, deviation %.4g", scale.centre(), scale.deviation()))
                        .orElse("");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace('\n', ' ');
    }
}
