package io.virality.domain.experiment;

import io.virality.domain.experiment.MetricResult.Figure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An analysis in words and tables of texts, for reports of any form. Names are as they came in: whoever shows them makes them
 * harmless.
 */
public final class AnalysisWords {

    private static final int DIGITS = 4;
    private static final double LEAST_P = 1e-300;

    private AnalysisWords() {}

    /** What it is an analysis of. */
    public static String title(Analysis analysis) {
        return String.format(
                Locale.ROOT,
                "%s: %s, alpha %s, control %s",
                analysis.plan().experiment(),
                analysis.plan().engine().id(),
                number(analysis.plan().alpha()),
                analysis.plan().control());
    }

    /** What is to be done: {@code ship boosted}. */
    public static String verdict(Decision decision) {
        return decision.verdict().id().replace('-', ' ')
                + decision.variation().map(name -> " " + name).orElse("");
    }

    /** How the sample ratio is, and how many warnings there are. */
    public static String health(Health health) {
        return String.format(
                Locale.ROOT,
                "sample ratio chi-square %.4g, p %s%s; %s",
                health.sampleRatio().statistic(),
                p(health.sampleRatio().pValue()),
                health.everyLook().isPresent() ? " (of all looks together: " + p(health.everyLook()) + ")" : "",
                switch (health.warnings().size()) {
                    case 0 -> "nothing to warn of";
                    case 1 -> "1 warning";
                    default -> health.warnings().size() + " warnings";
                });
    }

    /** What is to be known. */
    public static String warning(Health.Warning warning) {
        return warning.metric().map(metric -> metric + ": ").orElse("")
                + warning.message()
                + (warning.blocks() ? " [no decision]" : "");
    }

    /** The header, and a row for each result. */
    public static List<List<String>> rows(Analysis analysis) {
        boolean bayesian = analysis.plan().engine() == Engine.BAYESIAN;
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "metric",
                "role",
                "variation",
                "n control",
                "n",
                "control",
                "value",
                "difference",
                "relative",
                bayesian ? "chance to win" : "p",
                bayesian ? "expected loss" : "p adjusted",
                "method"));
        for (MetricResult result : analysis.results()) {
            rows.add(List.of(
                    result.metric().name(),
                    result.metric().role().name().toLowerCase(Locale.ROOT),
                    result.variation(),
                    String.format(Locale.ROOT, "%,d", result.controlUnits()),
                    String.format(Locale.ROOT, "%,d", result.variationUnits()),
                    number(result.controlValue()),
                    number(result.variationValue()),
                    interval(result.absolute(), 1),
                    interval(result.relative(), 100),
                    bayesian
                            ? result.belief()
                                    .map(belief -> number(belief.chanceToWin()))
                                    .orElse("")
                            : p(result.p()),
                    bayesian
                            ? result.belief()
                                    .map(belief -> number(belief.expectedLoss()))
                                    .orElse("")
                            : p(result.pAdjusted()),
                    result.method().words()));
        }
        return rows;
    }

    /** What there is to say besides. */
    public static List<String> notes(Analysis analysis, Map<String, Double> caps) {
        List<String> notes = new ArrayList<>();
        for (MetricResult result : analysis.results()) {
            String name = result.metric().name() + " in " + result.variation() + ": ";
            result.varianceSaved()
                    .ifPresent(part -> notes.add(name
                            + String.format(Locale.ROOT, "the covariate saves %.1f %% of the variance", 100 * part)));
            result.ranks()
                    .ifPresent(ranks -> notes.add(name
                            + String.format(
                                    Locale.ROOT,
                                    "Mann-Whitney p %s; a unit lies above one of the control with %.4f",
                                    p(ranks.p()),
                                    ranks.superiority())));
            result.clusters()
                    .ifPresent(range -> notes.add(name
                            + String.format(
                                    Locale.ROOT,
                                    "with one of %,d clusters or creators left out after the other, the lift lies between %.2f and"
                                            + " %.2f %%",
                                    range.clusters(),
                                    100 * range.relativeLow(),
                                    100 * range.relativeHigh())));
            result.nonInferiority()
                    .ifPresent(test -> notes.add(name
                            + String.format(
                                    Locale.ROOT,
                                    "non-inferiority with a margin of %.3g %%: p %s",
                                    100 * test.margin(),
                                    p(test.p()))));
        }
        caps.forEach((metric, cap) -> notes.add(metric + ": capped at " + number(cap)));
        return notes;
    }

    /** What parts of the units are looked at. */
    public static String segment(SegmentResult segment) {
        return String.format(
                Locale.ROOT,
                "%s in %s by %s (exploratory: nobody asked before); p that all are alike %s, corrected %s",
                segment.metric().name(),
                segment.variation(),
                segment.dimension(),
                p(segment.pHeterogeneity()),
                p(segment.pAdjusted()));
    }

    /** The header, and a row for each part. */
    public static List<List<String>> levels(SegmentResult segment) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("level", "n control", "n", "difference", "shrunk", "chance above 0", "p adjusted", "verdict"));
        for (SegmentResult.Level level : segment.levels()) {
            rows.add(List.of(
                    level.level(),
                    String.format(Locale.ROOT, "%,d", level.controlUnits()),
                    String.format(Locale.ROOT, "%,d", level.variationUnits()),
                    interval(Optional.of(level.effect()), 1),
                    number(level.shrunk()),
                    number(level.chanceAbove()),
                    p(level.pAdjusted()),
                    level.verdict().id()));
        }
        return rows;
    }

    /** The header, and a row for each day. */
    public static List<List<String>> days(DailyEffects effects) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("day", "n", "difference"));
        effects.days()
                .forEach(day -> rows.add(List.of(
                        day.day(),
                        String.format(Locale.ROOT, "%,d", day.units()),
                        interval(Optional.of(day.effect()), 1))));
        return rows;
    }

    /** An estimate and its interval, times a scale; with a percent sign unless that is 1. */
    public static String interval(Optional<Figure> figure, double scale) {
        return figure.map(known -> String.format(
                        Locale.ROOT,
                        "%s [%s, %s]%s",
                        number(scale * known.estimate()),
                        number(scale * known.interval().low()),
                        number(scale * known.interval().high()),
                        scale == 1 ? "" : " %"))
                .orElse("unknown");
    }

    /** With four digits. */
    public static String number(double value) {
        if (!Double.isFinite(value) || value != 0 && (Math.abs(value) >= 1e9 || Math.abs(value) < 1e-4)) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** A p-value; empty if there is none. */
    public static String p(OptionalDouble p) {
        return p.isPresent() ? p(p.getAsDouble()) : "";
    }

    private static String p(double p) {
        if (p < LEAST_P) {
            return "below " + LEAST_P;
        }
        return p < 1e-4 ? String.format(Locale.ROOT, "%.1e", p) : String.format(Locale.ROOT, "%.3g", p);
    }
}
