package io.virality.app;

import io.virality.domain.creator.Origin;
import io.virality.domain.finding.Check;
import io.virality.domain.finding.Effect;
import io.virality.domain.finding.Finding;
import io.virality.domain.insight.Measure;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Findings for people and spreadsheets. */
final class FindingReport {

    private FindingReport() {}

    static void print(List<Finding> findings, PrintWriter out) {
        for (Finding finding : findings) {
            out.printf(
                    "%s: %s%n",
                    finding.verdict().words().toUpperCase(Locale.ROOT),
                    finding.claim().id());
            out.println("  " + finding.claim().words());
            if (finding instanceof Finding.Tested tested) {
                tested(tested, out);
            } else if (finding instanceof Finding.NotTestable silent) {
                silent.missing().forEach(missing -> out.println("  Missing: " + missing + "."));
            }
            if (finding.grounds().origin() != Origin.REAL) {
                out.println("  On " + finding.grounds().origin().id() + " data.");
            }
            finding.grounds().asOf().ifPresent(asOf -> out.println("  As of " + asOf + "."));
            out.println();
        }
        out.println("How a verdict is reached: docs/findings.md");
    }

    private static void tested(Finding.Tested finding, PrintWriter out) {
        finding.trial().effects().forEach(effect -> out.println("  " + words(effect)));
        out.printf("  p %s, corrected for all claims tested%n", probability(finding.p()));
        out.println("  Supported if " + finding.claim().hypothesis().supported() + ".");
        Measure measure = finding.trial().question().measure();
        out.printf("  %s: %s%n", measure.id(), measure.formula());
        for (Check check : finding.trial().checks()) {
            out.printf(
                    "  Check: %s: %s%s%n",
                    check.name(),
                    check.says().words(),
                    check.effect().map(effect -> " (" + figures(effect) + ")").orElse(""));
        }
        finding.trial().caveats().forEach(caveat -> out.println("  Note: " + caveat + "."));
    }

    private static String words(Effect effect) {
        return effect.name() + ": " + figures(effect);
    }

    private static String figures(Effect effect) {
        return String.format(
                Locale.ROOT,
                "%.3g [%.3g, %.3g], n = %s",
                effect.estimate(),
                effect.interval().low(),
                effect.interval().high(),
                effect.groups().stream()
                        .map(group -> String.format(Locale.ROOT, "%,d %s", group.n(), group.name()))
                        .collect(Collectors.joining(", ")));
    }

    private static String probability(double p) {
        return p < .001 ? "< .001" : String.format(Locale.ROOT, "= %.3f", p);
    }

    static void printCsv(List<Finding> findings, PrintWriter out) {
        out.println("claim,verdict,effect,estimate,low,high,reference,p");
        for (Finding finding : findings) {
            List<String> start = List.of(finding.claim().id(), finding.verdict().words());
            if (finding instanceof Finding.Tested tested) {
                for (Effect effect : tested.trial().effects()) {
                    out.println(Text.csv(List.of(
                            start.get(0),
                            start.get(1),
                            effect.name(),
                            Double.toString(effect.estimate()),
                            Double.toString(effect.interval().low()),
                            Double.toString(effect.interval().high()),
                            Double.toString(effect.reference()),
                            Double.toString(tested.p()))));
                }
            } else {
                out.println(Text.csv(List.of(start.get(0), start.get(1), "", "", "", "", "", "")));
            }
        }
    }

    static void statements(List<Finding> findings, PrintWriter out) {
        findings.stream()
                .flatMap(finding -> finding.grounds().statements().values().stream())
                .distinct()
                .forEach(statement -> out.println(statement.text() + ";"));
    }
}
