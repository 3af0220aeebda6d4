package io.virality.web;

import io.virality.domain.experiment.Decision;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Metric;
import io.virality.domain.simulation.ErrorRates;
import io.virality.domain.simulation.OperatingCharacteristics;
import io.virality.domain.simulation.OperatingCharacteristics.Average;
import io.virality.domain.simulation.Shape;
import io.virality.domain.stats.Interval;
import io.virality.domain.stats.Proportion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How engines fare with simulated experiments. All intervals in it are Monte-Carlo intervals of 95 %. */
record ErrorRatesView(
        ShapeView experiment,
        int runs,
        long seed,
        double alpha,
        double tuning,
        double smallestEffect,
        List<EngineView> engines) {

    static ErrorRatesView of(ErrorRates rates) {
        return new ErrorRatesView(
                ShapeView.of(rates.shape()),
                rates.runs(),
                rates.seed(),
                rates.alpha(),
                rates.tuning(),
                rates.smallestEffect(),
                rates.engines().stream().map(EngineView::of).toList());
    }

    /** {@code effect} is a part of the control's value, {@code difference} the same on the metric's scale. */
    record ShapeView(
            Metric.Kind metric,
            double value,
            Optional<Double> deviation,
            boolean skewed,
            double effect,
            double difference,
            List<Double> weights,
            long units,
            int looks,
            Optional<ClustersView> clusters,
            double covariateCorrelation,
            double lost) {

        static ShapeView of(Shape shape) {
            Shape.Outcome outcome = shape.outcome();
            return new ShapeView(
                    outcome.kind(),
                    outcome.mean(),
                    Optional.of(outcome.deviation()).filter(deviation -> deviation > 0),
                    outcome.skewed(),
                    shape.effect(),
                    shape.difference(),
                    shape.weights(),
                    shape.units(),
                    shape.looks(),
                    Optional.of(shape.clusters())
                            .filter(clusters -> clusters.size() > 1)
                            .map(clusters -> new ClustersView(clusters.size(), clusters.correlation())),
                    outcome.correlation(),
                    shape.lost());
        }
    }

    record ClustersView(int size, double correlation) {}

    /** {@code found} are false alarms where the effect is 0, and else the power. */
    record EngineView(
            Engine engine,
            String method,
            ShareView found,
            ShareView foundAtAnyLook,
            ShareView covers,
            ShareView coversAtEveryLook,
            double width,
            AverageView bias,
            Optional<AverageView> unitsUntilFound,
            Map<String, ShareView> verdicts) {

        static EngineView of(OperatingCharacteristics engine) {
            Map<String, ShareView> verdicts = new LinkedHashMap<>();
            for (Decision.Verdict verdict : Decision.Verdict.values()) {
                verdicts.put(verdict.id(), ShareView.of(engine.verdicts().get(verdict)));
            }
            return new EngineView(
                    engine.engine(),
                    engine.method().id(),
                    ShareView.of(engine.found()),
                    ShareView.of(engine.foundAtAnyLook()),
                    ShareView.of(engine.covers()),
                    ShareView.of(engine.coversAtEveryLook()),
                    engine.width(),
                    AverageView.of(engine.bias()),
                    engine.unitsUntilFound().map(AverageView::of),
                    verdicts);
        }
    }

    record ShareView(double share, double low, double high) {

        static ShareView of(Proportion share) {
            Interval interval = share.wilson(Interval.USUAL_CONFIDENCE);
            return new ShareView(share.share(), interval.low(), interval.high());
        }
    }

    record AverageView(double mean, double low, double high) {

        static AverageView of(Average average) {
            return new AverageView(
                    average.mean(), average.interval().low(), average.interval().high());
        }
    }
}
