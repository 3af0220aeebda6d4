package io.virality.app;

import io.virality.application.experiment.AnalyzeTable;
import io.virality.domain.assignment.Assignment;
import io.virality.domain.creator.Origin;
import io.virality.domain.experiment.AnalysisWords;
import io.virality.domain.experiment.Change;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Outlook;
import io.virality.domain.experiment.Results;
import io.virality.domain.experiment.Standing;
import io.virality.domain.experiment.Variation;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** Stored experiments for people. */
final class ExperimentReport {

    private ExperimentReport() {}

    static void list(List<Standing> experiments, PrintWriter out) {
        for (Standing standing : experiments) {
            out.println(line(standing.experiment()));
            if (standing.experiment().startedAt().isPresent()) {
                out.println("  " + Text.plain(standing(standing)));
            }
        }
        out.println(experiments.size() + (experiments.size() == 1 ? " experiment" : " experiments"));
    }

    private static String standing(Standing standing) {
        String units =
                standing.units() == 0 ? "no exposures yet" : String.format(Locale.ROOT, "%,d units", standing.units());
        return units
                + standing.health()
                        .map(health -> "; " + AnalysisWords.health(health))
                        .orElse("")
                + standing.decision()
                        .map(decision -> "; " + AnalysisWords.verdict(decision))
                        .orElse("");
    }

    private static String line(Experiment experiment) {
        String arms = experiment.design().variations().stream()
                .map(variation -> variation.key() + " " + percent(variation.weight()))
                .collect(Collectors.joining(", "));
        return Text.plain(String.format(
                Locale.ROOT,
                "%-24s %-8s %s%s  %s%s",
                experiment.key(),
                experiment.state().name().toLowerCase(Locale.ROOT),
                arms,
                experiment.startedAt().map(at -> "  since " + day(at)).orElse(""),
                experiment.design().hypothesis(),
                experiment.origin() == Origin.SIMULATED ? "  [simulated]" : ""));
    }

    static void print(Experiment experiment, PrintWriter out) {
        out.println(line(experiment));
        for (Change change : experiment.changes()) {
            out.println("  " + change.at() + " " + Text.plain(change.by() + ": " + change.words())
                    + (change.late() ? "  [after the start]" : ""));
        }
    }

    static void assignments(List<Assignment> assignments, PrintWriter out) {
        for (Assignment assignment : assignments) {
            out.println(Text.plain(assignment.unit().text()) + "\t"
                    + (assignment.takesPart() ? assignment.key() : "not in it"));
        }
    }

    static void results(Results results, PrintWriter out) {
        Experiment experiment = results.experiment();
        String units = experiment.design().variations().stream()
                .map((Variation variation) -> String.format(
                        Locale.ROOT,
                        "%s %,d",
                        variation.key(),
                        results.exposed().of(variation)))
                .collect(Collectors.joining(", "));
        out.println(line(experiment));
        out.println(Text.plain("units: " + units
                + (results.exposed().several() == 0
                        ? ""
                        : "; in several variations, and left out: "
                                + results.exposed().several())
                + results.told().newestAt().map(at -> "; told up to " + at).orElse("")));
        experiment
                .lateChanges()
                .forEach(change -> out.println("  ! changed after the start: "
                        + Text.plain(change.at() + " " + change.by() + ": " + change.words())));
        results.open()
                .forEach((metric, open) -> out.println(Text.plain(String.format(
                        Locale.ROOT, "  %s: %,d units are left out, because their window is open yet", metric, open))));
        out.println();
        List<Double> caps = results.analysis().plan().metrics().stream()
                .map(metric -> results.caps().getOrDefault(metric.name(), Double.POSITIVE_INFINITY))
                .toList();
        new AnalysisReport(
                        new AnalyzeTable.Answer(
                                results.analysis(),
                                results.exposed().total(),
                                caps,
                                OptionalLong.empty(),
                                OptionalLong.empty()),
                        out)
                .print();
    }

    static void outlook(Outlook outlook, PrintWriter out) {
        print(
                "error rate of each comparison",
                Optional.of(number(outlook.sizing().alphaEach())),
                out);
        if (outlook.sizing().clusters().isPresent()) {
            print(
                    "design effect of the clusters",
                    Optional.of(number(outlook.sizing().designEffect())),
                    out);
        }
        print("lift to be found", shown(outlook.lift(), ExperimentReport::percent), out);
        print("units needed", shown(outlook.unitsNeeded(), ExperimentReport::count), out);
        if (!outlook.unitsByVariation().isEmpty()) {
            print(
                    "  by variation",
                    Optional.of(outlook.unitsByVariation().stream()
                            .map(ExperimentReport::count)
                            .collect(Collectors.joining(", "))),
                    out);
        } else if (outlook.lift().isPresent()) {
            out.println("no number of units finds that lift with that power");
        }
        print("days needed", shown(outlook.daysNeeded(), ExperimentReport::count), out);
        print("units that there will be", shown(outlook.units(), ExperimentReport::count), out);
        print("least lift that they find", shown(outlook.detectable(), ExperimentReport::percent), out);
        print("power to find the lift", shown(outlook.power(), ExperimentReport::percent), out);
    }

    private static void print(String what, Optional<String> value, PrintWriter out) {
        value.ifPresent(text -> out.println(Text.padded(what, 32, false) + text));
    }

    private static Optional<String> shown(OptionalDouble value, DoubleFunction<String> form) {
        return value.isPresent() ? Optional.of(form.apply(value.getAsDouble())) : Optional.empty();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    private static String count(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.4g %%", 100 * value);
    }

    private static String day(Instant at) {
        return at.toString().substring(0, 10);
    }
}
