package io.virality.web;

import io.virality.domain.creator.Origin;
import io.virality.domain.experiment.Analysis;
import io.virality.domain.experiment.Attendance;
import io.virality.domain.experiment.Decision;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Health;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.MetricResult;
import io.virality.domain.experiment.MetricResult.Figure;
import io.virality.domain.experiment.Results;
import io.virality.domain.experiment.Watermark;
import io.virality.domain.stats.Interval;
import io.virality.web.ExperimentViews.ChangeView;
import io.virality.web.JsonDocuments.StatementView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** What a stored experiment says. {@code sql} is by what it counts: {@code units}, and each metric. */
record ResultsView(
        String experiment,
        Experiment.State state,
        Engine engine,
        double alpha,
        Optional<Instant> startedAt,
        Optional<Instant> stoppedAt,
        List<ChangeView> changedAfterStart,
        ExposedView exposed,
        ToldView told,
        TrustView health,
        List<ResultView> results,
        DecisionView decision,
        Map<String, Object> caps,
        Map<String, StatementView> sql,
        Origin data) {

    record ExposedView(Map<String, Long> units, long inSeveral) {

        static ExposedView of(Experiment experiment, Attendance exposed) {
            Map<String, Long> units = new LinkedHashMap<>();
            experiment.design().variations().forEach(variation -> units.put(variation.key(), exposed.of(variation)));
            return new ExposedView(units, exposed.several());
        }
    }

    /** Up to where: {@code delivery} is the newest one, {@code newestAt} the newest time that a row speaks of. */
    record ToldView(
            String delivery, Optional<Instant> receivedAt, Optional<Instant> newestAt, long rows, boolean summaries) {

        static ToldView of(Watermark told) {
            return new ToldView(
                    String.valueOf(told.delivery()),
                    told.receivedAt(),
                    told.newestAt(),
                    told.rows(),
                    told.summarized());
        }
    }

    record TrustView(SampleRatioView sampleRatio, List<String> warnings) {

        static TrustView of(Health health) {
            return new TrustView(
                    new SampleRatioView(
                            health.sampleRatio().statistic(),
                            health.sampleRatio().pValue()),
                    health.warnings().stream().map(Health.Warning::message).toList());
        }
    }

    record SampleRatioView(double statistic, double p) {}

    record UnitsView(long control, long variation) {}

    record DecisionView(Decision.Verdict verdict, Optional<String> variation, List<String> because) {}

    record ResultView(
            String metric,
            Metric.Role role,
            Metric.Kind kind,
            String variation,
            String control,
            String method,
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
            OptionalDouble chanceToWin,
            OptionalDouble expectedLoss,
            OptionalDouble varianceSaved) {

        static ResultView of(MetricResult result) {
            return new ResultView(
                    result.metric().name(),
                    result.metric().role(),
                    result.metric().kind(),
                    result.variation(),
                    result.control(),
                    result.method().id(),
                    new UnitsView(result.controlUnits(), result.variationUnits()),
                    result.controlValue(),
                    result.variationValue(),
                    number(result.absolute(), Figure::estimate),
                    number(result.absolute().map(Figure::interval), Interval::low),
                    number(result.absolute().map(Figure::interval), Interval::high),
                    number(result.relative(), Figure::estimate),
                    number(result.relative().map(Figure::interval), Interval::low),
                    number(result.relative().map(Figure::interval), Interval::high),
                    result.p(),
                    result.pAdjusted(),
                    number(result.belief(), MetricResult.Belief::chanceToWin),
                    number(result.belief(), MetricResult.Belief::expectedLoss),
                    result.varianceSaved());
        }

        private static <T> OptionalDouble number(Optional<T> known, ToDoubleFunction<T> number) {
            return known.stream().mapToDouble(number).filter(Double::isFinite).findFirst();
        }
    }

    static ResultsView of(Results results) {
        Experiment experiment = results.experiment();
        Analysis analysis = results.analysis();
        Map<String, StatementView> statements = new LinkedHashMap<>();
        results.statements().forEach((what, statement) -> statements.put(what, StatementView.of(statement)));
        return new ResultsView(
                experiment.key(),
                experiment.state(),
                analysis.plan().engine(),
                analysis.plan().alpha(),
                experiment.startedAt(),
                experiment.stoppedAt(),
                experiment.lateChanges().stream().map(ChangeView::of).toList(),
                ExposedView.of(experiment, results.exposed()),
                ToldView.of(results.told()),
                TrustView.of(analysis.health()),
                analysis.results().stream().map(ResultView::of).toList(),
                new DecisionView(
                        analysis.decision().verdict(),
                        analysis.decision().variation(),
                        analysis.decision().because()),
                Map.copyOf(results.caps()),
                statements,
                experiment.origin());
    }
}
