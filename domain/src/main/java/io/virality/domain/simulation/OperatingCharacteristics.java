package io.virality.domain.simulation;

import io.virality.domain.experiment.Analysis;
import io.virality.domain.experiment.Decision;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Method;
import io.virality.domain.experiment.MetricResult;
import io.virality.domain.experiment.Moments;
import io.virality.domain.stats.Interval;
import io.virality.domain.stats.Proportion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an engine fares with experiments of one shape. A difference is found where the corrected p-value of any variation lies
 * below alpha or, with a Bayesian engine, where an interval leaves out 0. Intervals, estimates and their bias are those of the
 * first variation, on the metric's scale.
 *
 * @param method how effects were found the last time
 * @param found in how many experiments a difference is found at the last look: false alarms in A/A tests, power otherwise
 * @param foundAtAnyLook in how many it is found by those who peek
 * @param covers in how many the last look's interval holds the truth
 * @param coversAtEveryLook in how many all looks' intervals do
 * @param width of the last look's interval, on average
 * @param estimate at the last look, on average
 * @param difference the truth
 * @param unitsUntilFound at the first look that finds a difference, on average; empty where none does
 * @param verdicts in how many each is the last look's
 */
public record OperatingCharacteristics(
        Engine engine,
        Method method,
        Proportion found,
        Proportion foundAtAnyLook,
        Proportion covers,
        Proportion coversAtEveryLook,
        double width,
        Average estimate,
        double difference,
        Optional<Average> unitsUntilFound,
        Map<Decision.Verdict, Proportion> verdicts) {

    private static final double NORMAL = 1.959963984540054;

    /** A mean over experiments, and its 95 % interval. */
    public record Average(double mean, Interval interval) {

        static Average of(Moments values) {
            double width = NORMAL * Math.sqrt(values.variance(0) / values.n());
            double mean = values.mean(0);
            return new Average(mean, new Interval(mean - width, mean + width, Interval.USUAL_CONFIDENCE));
        }
    }

    /** By how much the estimate is off on average, with the interval of that. */
    public Average bias() {
        Interval around = estimate.interval();
        return new Average(
                estimate.mean() - difference,
                new Interval(around.low() - difference, around.high() - difference, around.confidence()));
    }

    /** Counts experiments, one after the other. */
    public static final class Counter {

        private final Engine engine;
        private final double difference;
        private final Moments.Counter widths = new Moments.Counter(false);
        private final Moments.Counter estimates = new Moments.Counter(false);
        private final Moments.Counter untilFound = new Moments.Counter(false);
        private final Map<Decision.Verdict, Integer> verdicts = new EnumMap<>(Decision.Verdict.class);
        private Method method;
        private int experiments;
        private int found;
        private int foundAtAnyLook;
        private int covers;
        private int coversAtEveryLook;

        /** With the true difference, on the metric's scale. */
        public Counter(Engine engine, double difference) {
            this.engine = engine;
            this.difference = difference;
        }

        /** Counts an experiment by its analyses, look after look. */
        public void add(List<Analysis> looks) {
            experiments++;
            Analysis last = looks.get(looks.size() - 1);
            Optional<Analysis> first = looks.stream().filter(Counter::finds).findFirst();
            first.ifPresent(look -> untilFound.add(look.results().get(0).controlUnits()
                    + look.results().stream()
                            .mapToLong(MetricResult::variationUnits)
                            .sum()));
            foundAtAnyLook += first.isPresent() ? 1 : 0;
            found += finds(last) ? 1 : 0;
            covers += covers(last) ? 1 : 0;
            coversAtEveryLook += looks.stream().allMatch(this::covers) ? 1 : 0;
            verdicts.merge(last.decision().verdict(), 1, Integer::sum);
            MetricResult result = last.results().get(0);
            method = result.method();
            result.absolute().ifPresent(figure -> {
                widths.add(figure.interval().high() - figure.interval().low());
                estimates.add(figure.estimate());
            });
        }

        private static boolean finds(Analysis analysis) {
            return analysis.results().stream()
                    .anyMatch(result -> result.pAdjusted().isPresent()
                            ? result.pAdjusted().getAsDouble() < analysis.plan().alpha()
                            : result.absolute()
                                    .filter(figure -> !holds(figure.interval(), 0))
                                    .isPresent());
        }

        /** Where nothing varies there is no interval, and none that is wrong. */
        private boolean covers(Analysis analysis) {
            return analysis.results()
                    .get(0)
                    .absolute()
                    .filter(figure -> !holds(figure.interval(), difference))
                    .isEmpty();
        }

        private static boolean holds(Interval interval, double value) {
            return interval.low() <= value && value <= interval.high();
        }

        /** @throws IllegalStateException if there was no experiment */
        public OperatingCharacteristics characteristics() {
            if (experiments == 0) {
                throw new IllegalStateException("no experiment was counted");
            }
            Map<Decision.Verdict, Proportion> shares = new EnumMap<>(Decision.Verdict.class);
            for (Decision.Verdict verdict : Decision.Verdict.values()) {
                shares.put(verdict, share(verdicts.getOrDefault(verdict, 0)));
            }
            return new OperatingCharacteristics(
                    engine,
                    method,
                    share(found),
                    share(foundAtAnyLook),
                    share(covers),
                    share(coversAtEveryLook),
                    widths.moments().mean(0),
                    Average.of(estimates.moments()),
                    difference,
                    foundAtAnyLook == 0 ? Optional.empty() : Optional.of(Average.of(untilFound.moments())),
                    shares);
        }

        private Proportion share(int some) {
            return new Proportion(some, experiments);
        }
    }
}
