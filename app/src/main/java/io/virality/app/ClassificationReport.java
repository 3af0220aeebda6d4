package io.virality.app;

import io.virality.domain.category.Category;
import io.virality.domain.category.CategoryEvaluation.Reliability;
import io.virality.domain.category.Classification;
import io.virality.domain.category.Silence;
import io.virality.domain.model.Metric;
import io.virality.domain.model.ModelCard;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Locale;

/** Predicted categories for people. */
final class ClassificationReport {

    private ClassificationReport() {}

    static void print(Classification classification, boolean evaluated, PrintWriter out) {
        classification.card().ifPresent(card -> evaluation(card, classification, out));
        if (!classification.missing().isEmpty()) {
            out.println("TOO LITTLE DATA to learn from. It needs");
            classification.missing().forEach(missing -> out.println("  " + missing + "."));
            out.println("So keyword rules answer, and nobody knows how often they are right.");
        }
        if (evaluated) {
            out.println("Only evaluated: nothing is kept.");
        } else {
            predicted(classification, out);
        }
    }

    private static void evaluation(ModelCard card, Classification classification, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "Learnt from %,d creators (%s data); asked about creators that it had not seen:%n",
                card.rows().counts().values().iterator().next(),
                card.rows().origin().id());
        for (Metric metric : card.metrics()) {
            if (metric.baseline().isPresent()) {
                out.printf("  %s %s%n", Text.padded(metric.name(), 22, false), ModelReport.figure(metric.model()));
                out.printf(
                        "    baseline %s, gain %s%n",
                        ModelReport.figure(metric.baseline().orElseThrow()),
                        ModelReport.figure(metric.gain().orElseThrow()));
                out.printf("    %s%n", metric.definition());
            }
        }
        out.println("How often it is right where it says how sure it is:");
        for (Reliability bin : classification.reliability()) {
            bin.right()
                    .ifPresent(right -> out.printf(
                            Locale.ROOT,
                            "  %.1f–%.1f  says %.3f, is %s  (%,d pairs of creator and category)%n",
                            bin.from(),
                            Math.min(1, bin.below()),
                            bin.meanConfidence(),
                            ModelReport.figure(right),
                            bin.said()));
        }
        out.printf("%nThe model is %s.%n", card.standing().words());
        if (classification.modelAnswers()) {
            out.println("It answers: a category is said if its confidence is at least a half.");
        } else {
            out.println("SO KEYWORD RULES ANSWER, without saying how sure they are.");
        }
    }

    private static void predicted(Classification classification, PrintWriter out) {
        out.printf(Locale.ROOT, "%nPredicted, of %,d creators:%n", classification.creators());
        Category.ALL.stream()
                .filter(classification.given()::containsKey)
                .sorted(Comparator.comparing(category -> -classification.given().get(category)))
                .forEach(category -> out.printf(
                        Locale.ROOT,
                        "  %s %,8d%n",
                        Text.padded(category.id(), 12, false),
                        classification.given().get(category)));
        for (Silence silence : Silence.values()) {
            long silent = classification.silent().getOrDefault(silence, 0L);
            if (silent > 0) {
                out.printf(Locale.ROOT, "  %s %,8d  (%s)%n", Text.padded("none", 12, false), silent, silence.words());
            }
        }
        classification.card().ifPresent(card -> out.printf("Kept as %s; its card: virality models %1$s%n", card.id()));
    }
}
