package io.virality.web;

import io.virality.domain.experiment.Analysis;
import io.virality.domain.experiment.DailyEffects;
import io.virality.domain.experiment.Decision;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Health;
import io.virality.domain.experiment.Method;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.MetricResult;
import io.virality.domain.experiment.MetricResult.Figure;
import io.virality.domain.experiment.SegmentResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** An analysed experiment. What does not apply is absent. */
record AnalysisView(
        String experiment,
        Engine engine,
        double alpha,
        String control,
        TrustView health,
        List<ResultView> results,
        Optional<List<SegmentView>> segments,
        Optional<List<DaysView>> days,
        DecisionView decision) {

    static AnalysisView of(Analysis analysis) {
        return new AnalysisView(
                analysis.plan().experiment(),
                analysis.plan().engine(),
                analysis.plan().alpha(),
                analysis.plan().control(),
                TrustView.of(analysis.health()),
                analysis.results().stream().map(ResultView::of).toList(),
                Optional.of(analysis.segments().stream().map(SegmentView::of).toList())
                        .filter(segments -> !segments.isEmpty()),
                Optional.of(analysis.days().stream().map(DaysView::of).toList()).filter(days -> !days.isEmpty()),
                DecisionView.of(analysis.decision()));
    }

    record TrustView(SampleRatioView sampleRatio, List<WarningView> warnings) {

        static TrustView of(Health health) {
            return new TrustView(
                    new SampleRatioView(
                            health.sampleRatio().statistic(),
                            health.sampleRatio().pValue(),
                            health.everyLook()),
                    health.warnings().stream().map(WarningView::of).toList());
        }
    }

    /** {@code pSequential} holds however often somebody looked; absent where nobody knows when units came. */
    record SampleRatioView(double statistic, double p, OptionalDouble pSequential) {}

    /** {@code blocks} says that no decision may rest on the experiment. */
    record WarningView(Health.Check check, Optional<String> metric, String message, boolean blocks) {

        static WarningView of(Health.Warning warning) {
            return new WarningView(warning.check(), warning.metric(), warning.message(), warning.blocks());
        }
    }

    record UnitsView(long control, long variation) {}

    /** {@code p} is of the absolute difference; {@code pAdjusted} is Holm's, {@code pFalseDiscovery} Benjamini's. */
    record ResultView(
            String metric,
            Metric.Kind kind,
            Metric.Role role,
            String variation,
            String control,
            Method method,
            UnitsView n,
            double controlValue,
            double variationValue,
            OptionalDouble difference,
            OptionalDouble low,
            OptionalDouble high,
            OptionalDouble relative,
            OptionalDouble relativeLow,
            OptionalDouble relativeHigh,
            OptionalDouble p,
            OptionalDouble pAdjusted,
            OptionalDouble pFalseDiscovery,
            OptionalDouble chanceToWin,
            OptionalDouble expectedLoss,
            OptionalDouble varianceSaved,
            Optional<MetricResult.Ranks> mannWhitney,
            Optional<MetricResult.Outliers> outliers,
            Optional<MetricResult.LeftOut> leaveOneClusterOut,
            Optional<OtherUnitView> otherUnit,
            Optional<MetricResult.NonInferiority> nonInferiority) {

        static ResultView of(MetricResult result) {
            return new ResultView(
                    result.metric().name(),
                    result.metric().kind(),
                    result.metric().role(),
                    result.variation(),
                    result.control(),
                    result.method(),
                    new UnitsView(result.controlUnits(), result.variationUnits()),
                    result.controlValue(),
                    result.variationValue(),
                    estimateOf(result.absolute()),
                    lowOf(result.absolute()),
                    highOf(result.absolute()),
                    estimateOf(result.relative()),
                    lowOf(result.relative()),
                    highOf(result.relative()),
                    result.p(),
                    result.pAdjusted(),
                    result.pFalseDiscovery(),
                    number(result.belief().map(MetricResult.Belief::chanceToWin)),
                    number(result.belief().map(MetricResult.Belief::expectedLoss)),
                    result.varianceSaved(),
                    result.ranks(),
                    result.outliers(),
                    result.clusters(),
                    result.otherwise().map(OtherUnitView::of),
                    result.nonInferiority());
        }
    }

    /** {@code decides} says that this unit gives another verdict. */
    record OtherUnitView(
            String unit, String other, double difference, double low, double high, OptionalDouble p, boolean decides) {

        static OtherUnitView of(MetricResult.OtherUnit other) {
            Figure figure = other.absolute();
            return new OtherUnitView(
                    other.unit(),
                    other.other(),
                    figure.estimate(),
                    figure.interval().low(),
                    figure.interval().high(),
                    other.p(),
                    other.decides());
        }
    }

    /** Nobody registered these questions before: {@code exploratory} is always true. */
    record SegmentView(
            String dimension,
            String metric,
            String variation,
            boolean exploratory,
            double pHeterogeneity,
            double pAdjusted,
            List<LevelView> levels,
            String decision) {

        static SegmentView of(SegmentResult segment) {
            return new SegmentView(
                    segment.dimension(),
                    segment.metric().name(),
                    segment.variation(),
                    true,
                    segment.pHeterogeneity(),
                    segment.pAdjusted(),
                    segment.levels().stream().map(LevelView::of).toList(),
                    segment.decision());
        }
    }

    /** {@code pAdjusted} is corrected by Holm for all levels; {@code verdict} is {@code ship}, {@code roll-back} or {@code keep-running}. */
    record LevelView(
            String level,
            UnitsView n,
            double difference,
            double low,
            double high,
            double shrunk,
            double chanceAbove,
            double pAdjusted,
            Decision.Verdict verdict) {

        static LevelView of(SegmentResult.Level level) {
            return new LevelView(
                    level.level(),
                    new UnitsView(level.controlUnits(), level.variationUnits()),
                    level.effect().estimate(),
                    level.effect().interval().low(),
                    level.effect().interval().high(),
                    level.shrunk(),
                    level.chanceAbove(),
                    level.pAdjusted(),
                    level.verdict());
        }
    }

    record DaysView(String metric, String variation, double slope, OptionalDouble p, List<DayView> days) {

        static DaysView of(DailyEffects effects) {
            return new DaysView(
                    effects.metric().name(),
                    effects.variation(),
                    effects.slope(),
                    effects.p(),
                    effects.days().stream().map(DayView::of).toList());
        }
    }

    /** {@code soFar} is of all units that came up to the day, by the engine. */
    record DayView(String day, long n, double difference, double low, double high, Optional<SoFarView> soFar) {

        static DayView of(DailyEffects.OfDay day) {
            return new DayView(
                    day.day(),
                    day.units(),
                    day.effect().estimate(),
                    day.effect().interval().low(),
                    day.effect().interval().high(),
                    day.soFar().map(SoFarView::of));
        }
    }

    record SoFarView(double difference, double low, double high) {

        static SoFarView of(Figure figure) {
            return new SoFarView(
                    figure.estimate(),
                    figure.interval().low(),
                    figure.interval().high());
        }
    }

    record DecisionView(Decision.Verdict verdict, Optional<String> variation, List<String> because) {

        static DecisionView of(Decision decision) {
            return new DecisionView(decision.verdict(), decision.variation(), decision.because());
        }
    }

    private static OptionalDouble number(Optional<Double> number) {
        return number.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble estimateOf(Optional<Figure> figure) {
        return number(figure.map(Figure::estimate));
    }

    private static OptionalDouble lowOf(Optional<Figure> figure) {
        return number(figure.map(each -> each.interval().low()));
    }

    private static OptionalDouble highOf(Optional<Figure> figure) {
        return number(figure.map(each -> each.interval().high()));
    }
}
