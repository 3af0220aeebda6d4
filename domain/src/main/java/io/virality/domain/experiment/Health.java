package io.virality.domain.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether the figures can be trusted.
 *
 * @param sampleRatio whether the variations have as many units as they should; clusters, where these were dealt
 * @param everyLook the least p-value of the same in all looks at them, which may be as many as one likes; empty where it is
 *     not known when units came
 * @param warnings what else is to be known; the gravest first
 */
public record Health(SampleRatio sampleRatio, OptionalDouble everyLook, List<Warning> warnings) {

    /** From this share of units in two variations on, no decision rests on the rest. */
    private static final double MANY_CROSSED = .01;

    private static final long FEW_CROSSED = 10;
    private static final long TOO_SMALL = 150;
    private static final int WORTH_A_LOOK = 100;
    private static final double LARGE_SHARE = .2;
    private static final double SURPRISING = .5;

    /** What was looked at. */
    public enum Check {
        /** The variations have other shares of the units than planned. */
        SAMPLE_RATIO,
        /** Units came to the variations in other shares at one time than at another. */
        ASSIGNMENT_DRIFT,
        /** Units were seen in two variations. */
        UNITS_IN_TWO_VARIATIONS,
        /** A cluster was seen in two variations. */
        CLUSTERS_IN_TWO_VARIATIONS,
        /** Rows tell no variation. */
        UNASSIGNED,
        /** Another unit of analysis gives another verdict. */
        UNIT_DECIDES,
        /** Few large values decide. */
        OUTLIERS,
        /** Too good to be true: Twyman's law. */
        SURPRISE,
        /** An effect changes with time. */
        NOVELTY,
        /** There are too few units. */
        TOO_SMALL,
        /** There are too few clusters. */
        FEW_CLUSTERS,
        /** An exact test had to be used. */
        SMALL_COUNTS,
        /** The control's value is too near to 0. */
        WEAK_BASELINE,
        /** A covariate saved nothing. */
        COVARIATE,
        /** Units have no value. */
        MISSING_VALUES
    }

    /**
     * Something to be known.
     *
     * @param metric which metric it is about; empty for the whole experiment
     * @param message in words, with the numbers
     * @param blocks whether no decision may rest on the experiment
     */
    public record Warning(Check check, Optional<String> metric, String message, boolean blocks) {}

    /** Whether no decision may rest on the experiment. */
    public boolean blocks() {
        return warnings.stream().anyMatch(Warning::blocks);
    }

    static Health of(AnalysisPlan plan, Evidence evidence, List<MetricResult> results, List<DailyEffects> days) {
        List<String> names = List.copyOf(new TreeSet<>(evidence.units().keySet()));
        Map<String, Long> dealt = dealt(evidence);
        double[] weights = names.stream()
                .mapToDouble(
                        name -> plan.weights().isEmpty() ? 1 : plan.weights().getOrDefault(name, 0.0))
                .toArray();
        SampleRatio ratio = SampleRatio.of(counts(dealt, names), weights);
        OptionalDouble everyLook = everyLook(evidence, names, weights);
        List<Warning> warnings = new ArrayList<>();
        sampleRatio(ratio, dealt, names, warnings);
        sampleRatioOnce(ratio, everyLook, warnings);
        drift(evidence, names, warnings);
        crossed(evidence, warnings);
        for (int i = 0; i < plan.metrics().size(); i++) {
            clustersInTwo(plan.metrics().get(i), evidence.metrics().get(i), warnings);
        }
        results.forEach(result -> otherUnit(result, warnings));
        results.forEach(result -> outliers(result, warnings));
        results.forEach(result -> surprise(plan, result, warnings));
        days.forEach(effects -> novelty(effects, warnings));
        results.forEach(result -> size(result, warnings));
        results.forEach(result -> method(result, warnings));
        for (int i = 0; i < plan.metrics().size(); i++) {
            missing(plan.metrics().get(i), evidence.metrics().get(i), warnings);
        }
        return new Health(ratio, everyLook, List.copyOf(warnings));
    }

    private static long[] counts(Map<String, Long> units, List<String> names) {
        return names.stream().mapToLong(name -> units.getOrDefault(name, 0L)).toArray();
    }

    private static OptionalDouble everyLook(Evidence evidence, List<String> names, double... weights) {
        if (evidence.looks().isEmpty()) {
            return OptionalDouble.empty();
        }
        SequentialSampleRatio ratio = SequentialSampleRatio.of(SequentialSampleRatio.USUAL_CONCENTRATION);
        for (Map<String, Long> look : evidence.looks()) {
            ratio = ratio.look(counts(look, names), weights);
        }
        return OptionalDouble.of(ratio.pValue());
    }

    /** Of which nothing is to be seen any more. */
    private static void sampleRatioOnce(SampleRatio ratio, OptionalDouble everyLook, List<Warning> warnings) {
        if (!ratio.warns() && everyLook.orElse(1) < SampleRatio.WARNING) {
            warnings.add(new Warning(
                    Check.SAMPLE_RATIO,
                    Optional.empty(),
                    words(
                            "sample-ratio mismatch, at one time: looked at day by day, the units did not fit the planned"
                                    + " split (p of all looks together %.3g), and have evened out since",
                            everyLook.getAsDouble()),
                    false));
        }
    }

    /** Clusters come with many units at once, whose shares vary from day to day without any drift. */
    private static void drift(Evidence evidence, List<String> names, List<Warning> warnings) {
        if (evidence.metrics().stream().anyMatch(metric -> !metric.clusters().isEmpty())) {
            return;
        }
        AssignmentDrift.of(evidence.looks(), names)
                .filter(AssignmentDrift::warns)
                .ifPresent(drift -> warnings.add(new Warning(
                        Check.ASSIGNMENT_DRIFT,
                        Optional.empty(),
                        words(
                                "assignment drift: the split changes from one time to another (chi-square %.4g over %,d"
                                        + " periods, p %s); the variations got units of other days: look for a time at which"
                                        + " one of them was cut off or favoured",
                                drift.homogeneity().statistic(),
                                drift.periods(),
                                AnalysisWords.p(
                                        OptionalDouble.of(drift.homogeneity().pValue()))),
                        false)));
    }

    /** Where clusters were dealt, their numbers of units vary by more than chance deals units. */
    private static Map<String, Long> dealt(Evidence evidence) {
        return evidence.metrics().stream()
                .map(Evidence.OfMetric::clusters)
                .filter(clusters -> !clusters.isEmpty())
                .findFirst()
                .map(clusters -> clusters.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry ->
                        (long) entry.getValue().size())))
                .orElse(evidence.units());
    }

    private static void sampleRatio(
            SampleRatio ratio, Map<String, Long> dealt, List<String> names, List<Warning> warnings) {
        if (ratio.warns()) {
            String counts = String.join(
                    ", ",
                    names.stream()
                            .map(name -> words("%,d in %s", dealt.getOrDefault(name, 0L), name))
                            .toList());
            warnings.add(new Warning(
                    Check.SAMPLE_RATIO,
                    Optional.empty(),
                    words(
                            "sample-ratio mismatch: %s do not fit the planned split (chi-square %.4g, p %s); some"
                                    + " were lost or counted twice on one side: find out where before believing any"
                                    + " figure",
                            counts, ratio.statistic(), AnalysisWords.p(OptionalDouble.of(ratio.pValue()))),
                    ratio.blocks()));
        }
    }

    private static void crossed(Evidence evidence, List<Warning> warnings) {
        if (evidence.crossed() > 0) {
            long all = evidence.crossed()
                    + evidence.units().values().stream().mapToLong(n -> n).sum();
            boolean many = evidence.crossed() >= FEW_CROSSED && evidence.crossed() >= MANY_CROSSED * all;
            warnings.add(new Warning(
                    Check.UNITS_IN_TWO_VARIATIONS,
                    Optional.empty(),
                    words("%,d of %,d units were seen in two variations; they are left out", evidence.crossed(), all),
                    many));
        }
        if (evidence.unassigned() > 0) {
            warnings.add(new Warning(
                    Check.UNASSIGNED,
                    Optional.empty(),
                    words("%,d rows tell no variation; they are left out", evidence.unassigned()),
                    false));
        }
    }

    private static void clustersInTwo(Metric metric, Evidence.OfMetric evidence, List<Warning> warnings) {
        if (evidence.clustersInTwo() > 0
                && warnings.stream().noneMatch(w -> w.check() == Check.CLUSTERS_IN_TWO_VARIATIONS)) {
            warnings.add(new Warning(
                    Check.CLUSTERS_IN_TWO_VARIATIONS,
                    Optional.of(metric.name()),
                    words(
                            "%,d clusters have units in two variations: clusters were not what was dealt, or some"
                                    + " crossed over",
                            evidence.clustersInTwo()),
                    true));
        }
    }

    private static void otherUnit(MetricResult result, List<Warning> warnings) {
        result.otherwise().filter(MetricResult.OtherUnit::decides).ifPresent(other -> {
            MetricResult.Figure own = result.absolute().orElseThrow();
            warnings.add(new Warning(
                    Check.UNIT_DECIDES,
                    Optional.of(result.metric().name()),
                    words(
                            "the unit decides here: with %s as the unit the difference of %s is %.4g [%.4g, %.4g], with"
                                    + " %s as the unit %.4g [%.4g, %.4g]; take the unit that was assigned at random",
                            other.unit(),
                            result.variation(),
                            own.estimate(),
                            own.interval().low(),
                            own.interval().high(),
                            other.other(),
                            other.absolute().estimate(),
                            other.absolute().interval().low(),
                            other.absolute().interval().high()),
                    false));
        });
    }

    private static void outliers(MetricResult result, List<Warning> warnings) {
        result.outliers().ifPresent(outliers -> {
            boolean heavy = outliers.share() > LARGE_SHARE
                    && Math.min(result.controlUnits(), result.variationUnits()) >= WORTH_A_LOOK;
            if (heavy || outliers.verdictChanges()) {
                warnings.add(new Warning(
                        Check.OUTLIERS,
                        Optional.of(result.metric().name()),
                        words(
                                "outliers: the largest value is %s in %s%s; t of %s is %.3f with it, %.3f without it, %.3f without the top 0.1 %% (%d units"
                                        + " above %s)%s",
                                plain(outliers.largest()),
                                outliers.in(),
                                outliers.share() > 0
                                        ? words(", %.0f %% of that variation's variance", 100 * outliers.share())
                                        : "",
                                result.variation(),
                                outliers.t(),
                                outliers.withoutLargest(),
                                outliers.withoutTop(),
                                outliers.removed(),
                                plain(outliers.above()),
                                outliers.verdictChanges() ? ": the verdict changes" : ""),
                        false));
            }
        });
    }

    private static void surprise(AnalysisPlan plan, MetricResult result, List<Warning> warnings) {
        boolean found = result.direction(result.p(), plan.alpha()) != 0;
        result.relative()
                .filter(relative -> found && Math.abs(relative.estimate()) > SURPRISING)
                .ifPresent(relative -> warnings.add(new Warning(
                        Check.SURPRISE,
                        Optional.of(result.metric().name()),
                        words(
                                "a surprise: %s differs from the control by %.0f %%; any figure that looks interesting is"
                                        + " usually wrong (Twyman's law): check how it is counted",
                                result.variation(), 100 * relative.estimate()),
                        false)));
    }

    private static void novelty(DailyEffects effects, List<Warning> warnings) {
        if (effects.changes()) {
            warnings.add(new Warning(
                    Check.NOVELTY,
                    Optional.of(effects.metric().name()),
                    words(
                            "the effect of %s changes by %.3g a day (p %.2g): it may be but novelty, or still be growing",
                            effects.variation(), effects.slope(), effects.p().orElseThrow()),
                    false));
        }
    }

    private static void size(MetricResult result, List<Warning> warnings) {
        long fewest = Math.min(result.controlUnits(), result.variationUnits());
        if (fewest < TOO_SMALL) {
            warnings.add(new Warning(
                    Check.TOO_SMALL,
                    Optional.of(result.metric().name()),
                    words(
                            "only %,d units in an arm of %s: below %,d, little can be seen and less believed",
                            fewest, result.variation(), TOO_SMALL),
                    false));
        }
        result.clusters()
                .filter(clusters -> clusters.clusters() < 2 * Judge.FEW_CLUSTERS)
                .ifPresent(clusters -> {
                    warnings.add(new Warning(
                            Check.FEW_CLUSTERS,
                            Optional.of(result.metric().name()),
                            words("only %,d clusters or creators in both arms: errors are rough", clusters.clusters()),
                            false));
                });
    }

    private static void method(MetricResult result, List<Warning> warnings) {
        if (result.method() == Method.FISHER_EXACT) {
            warnings.add(new Warning(
                    Check.SMALL_COUNTS,
                    Optional.of(result.metric().name()),
                    words(
                            "few events: %,d of %,d units in the control, %,d of %,d in %s; the exact test of Fisher is"
                                    + " preferred to the normal approximation",
                            Math.round(result.controlValue() * result.controlUnits()),
                            result.controlUnits(),
                            Math.round(result.variationValue() * result.variationUnits()),
                            result.variationUnits(),
                            result.variation()),
                    false));
        }
        if (result.absolute().isPresent() && result.relative().isEmpty()) {
            warnings.add(new Warning(
                    Check.WEAK_BASELINE,
                    Optional.of(result.metric().name()),
                    "the control's value is too near to 0 for a relative difference: any may be true",
                    false));
        }
        if (result.varianceSaved().isPresent() && result.varianceSaved().getAsDouble() < .01) {
            warnings.add(new Warning(
                    Check.COVARIATE,
                    Optional.of(result.metric().name()),
                    words(
                            "the covariate saves %.1f %% of the variance: nothing, that is",
                            100 * result.varianceSaved().getAsDouble()),
                    false));
        }
    }

    private static void missing(Metric metric, Evidence.OfMetric evidence, List<Warning> warnings) {
        long missing =
                evidence.missing().values().stream().mapToLong(Long::longValue).sum();
        if (missing > 0) {
            String counts = String.join(
                    ", ",
                    new TreeSet<>(evidence.missing().keySet())
                            .stream()
                                    .map(name -> words(
                                            "%,d in %s", evidence.missing().get(name), name))
                                    .toList());
            warnings.add(new Warning(
                    Check.MISSING_VALUES,
                    Optional.of(metric.name()),
                    words("%,d rows have no value (%s); they are left out", missing, counts),
                    false));
        }
    }

    private static String plain(double value) {
        return new BigDecimal(value)
                .round(new MathContext(10))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String words(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    /** The warnings that let nobody decide. */
    List<String> blocking() {
        return warnings.stream().filter(Warning::blocks).map(Warning::message).toList();
    }
}
