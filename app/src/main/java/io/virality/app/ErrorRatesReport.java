package io.virality.app;

import io.virality.domain.experiment.AnalysisWords;
import io.virality.domain.experiment.Decision.Verdict;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Metric;
import io.virality.domain.simulation.ErrorRates;
import io.virality.domain.simulation.OperatingCharacteristics;
import io.virality.domain.simulation.Shape;
import io.virality.domain.stats.Interval;
import io.virality.domain.stats.Proportion;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a simulation found, for terminals. */
final class ErrorRatesReport {

    private final ErrorRates rates;
    private final PrintWriter out;

    ErrorRatesReport(ErrorRates rates, PrintWriter out) {
        this.rates = rates;
        this.out = out;
    }

    void print() {
        out.println(experiment());
        out.println(words(
                "%,d runs, seed %d, alpha %s; [Monte-Carlo intervals of 95 %%]",
                rates.runs(), rates.seed(), number(rates.alpha())));
        out.println();
        table(figures());
        out.println();
        out.println("Verdicts at the last look, in % of the runs:");
        table(verdicts());
        List<String> notes = notes();
        if (!notes.isEmpty()) {
            out.println();
            notes.forEach(out::println);
        }
    }

    private String experiment() {
        Shape shape = rates.shape();
        Shape.Outcome outcome = shape.outcome();
        StringBuilder text = new StringBuilder(shape.effect() == 0 ? "A/A tests" : "Tests");
        text.append(words(" of a %s of %s", outcome.kind().id(), number(outcome.mean())));
        if (outcome.kind() == Metric.Kind.MEAN || outcome.kind() == Metric.Kind.RATIO) {
            text.append(
                    words(" (deviation %s%s)", number(outcome.deviation()), outcome.skewed() ? ", log-normal" : ""));
        }
        text.append(words(
                ": %,d units in %d variations", shape.units(), shape.weights().size()));
        if (shape.effect() != 0) {
            text.append(words(", a true effect of %s %%", number(100 * shape.effect())));
        }
        if (shape.looks() > 1) {
            text.append(words(", looked at %d times", shape.looks()));
        }
        if (shape.clusters().size() > 1) {
            text.append(words(
                    ", in clusters of %d with a correlation of %s",
                    shape.clusters().size(), number(shape.clusters().correlation())));
        }
        if (outcome.correlation() > 0) {
            text.append(words(", adjusted by a covariate with a correlation of %s", number(outcome.correlation())));
        }
        if (shape.lost() > 0) {
            text.append(words(", %s %% lost on one side", number(100 * shape.lost())));
        }
        return text.toString();
    }

    private List<List<String>> figures() {
        boolean peeked = rates.shape().looks() > 1;
        List<String> header =
                new ArrayList<>(List.of("engine", rates.shape().effect() == 0 ? "false alarms %" : "power %"));
        if (peeked) {
            header.add("at any look %");
        }
        header.add("coverage %");
        if (peeked) {
            header.add("at every look %");
        }
        header.addAll(List.of("mean width", "bias", "effect by"));
        List<List<String>> rows = new ArrayList<>(List.of(header));
        for (OperatingCharacteristics engine : rates.engines()) {
            List<String> row = new ArrayList<>(List.of(engine.engine().id(), percent(engine.found())));
            if (peeked) {
                row.add(percent(engine.foundAtAnyLook()));
            }
            row.add(percent(engine.covers()));
            if (peeked) {
                row.add(percent(engine.coversAtEveryLook()));
            }
            OperatingCharacteristics.Average bias = engine.bias();
            row.add(number(engine.width()));
            row.add(words(
                    "%s [%s, %s]",
                    number(bias.mean()),
                    number(bias.interval().low()),
                    number(bias.interval().high())));
            row.add(engine.method().words());
            rows.add(row);
        }
        return rows;
    }

    private List<List<String>> verdicts() {
        List<String> header = new ArrayList<>(List.of("engine"));
        for (Verdict verdict : Verdict.values()) {
            header.add(verdict.id());
        }
        List<List<String>> rows = new ArrayList<>(List.of(header));
        for (OperatingCharacteristics engine : rates.engines()) {
            List<String> row = new ArrayList<>(List.of(engine.engine().id()));
            for (Verdict verdict : Verdict.values()) {
                row.add(percent(engine.verdicts().get(verdict)));
            }
            rows.add(row);
        }
        return rows;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (OperatingCharacteristics engine : rates.engines()) {
            if (rates.shape().looks() > 1 && rates.shape().effect() == 0) {
                notes.add(peeking(engine));
            }
            if (rates.shape().looks() > 1 && rates.shape().effect() != 0) {
                engine.unitsUntilFound()
                        .ifPresent(units -> notes.add(words(
                                "%s: where it finds a difference at any look, it first does after %,.0f of %,d units, on average",
                                engine.engine().id(),
                                units.mean(),
                                rates.shape().units())));
            }
        }
        return notes;
    }

    /** Beside what it does once: an engine that is looked at again and again has other error rates. */
    private String peeking(OperatingCharacteristics engine) {
        Interval any = engine.foundAtAnyLook().wilson(Interval.USUAL_CONFIDENCE);
        String figures = words(
                "%s: who peeks %d times sees a false alarm in %.1f %% of the experiments",
                engine.engine().id(),
                rates.shape().looks(),
                100 * engine.foundAtAnyLook().share());
        if (any.low() > rates.alpha()) {
            return figures
                    + words(
                            ", more than alpha: it is not to be looked at before its end%s",
                            engine.engine() == Engine.BAYESIAN ? ", also with a flat prior" : "");
        }
        return figures + (any.high() < rates.alpha() ? ", less than alpha" : ", which fits alpha");
    }

    private void table(List<List<String>> rows) {
        Text.table(rows).forEach(out::println);
    }

    private static String percent(Proportion share) {
        Interval interval = share.wilson(Interval.USUAL_CONFIDENCE);
        return words("%.1f [%.1f, %.1f]", 100 * share.share(), 100 * interval.low(), 100 * interval.high());
    }

    private static String number(double value) {
        return AnalysisWords.number(value);
    }

    private static String words(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
