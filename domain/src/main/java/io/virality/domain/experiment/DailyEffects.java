package io.virality.domain.experiment;

import io.virality.domain.experiment.MetricResult.Figure;
import io.virality.domain.stats.Normal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One metric in one variation by day. An effect that fades is often but novelty.
 *
 * @param slope by how much the effect changes from day to day; weighted least squares
 * @param p how likely so steep a slope would be if there were none; empty with fewer than {@value #FEWEST_DAYS} days
 */
public record DailyEffects(Metric metric, String variation, List<OfDay> days, double slope, OptionalDouble p) {

    /** With fewer there is nothing to see. */
    static final int FEWEST_DAYS = 5;

    private static final double SURE = .01;

    /**
     * The units of a day.
     *
     * @param effect of these alone, as if looked at once
     * @param soFar of all that came up to the day, by the plan's engine; empty where clusters were dealt, which have units on
     *     many days
     */
    public record OfDay(String day, long units, Figure effect, Optional<Figure> soFar) {}

    /** Whether the effect surely changes. */
    public boolean changes() {
        return p.isPresent() && p.getAsDouble() < SURE;
    }

    static List<DailyEffects> of(AnalysisPlan plan, Evidence evidence, List<String> variations) {
        List<DailyEffects> effects = new ArrayList<>();
        for (int i = 0; i < plan.metrics().size(); i++) {
            for (String variation : variations) {
                of(plan, plan.metrics().get(i), evidence.metrics().get(i), variation)
                        .ifPresent(effects::add);
            }
        }
        return effects;
    }

    private static Optional<DailyEffects> of(
            AnalysisPlan plan, Metric metric, Evidence.OfMetric evidence, String variation) {
        List<Evidence.Day> days = evidence.days();
        Judge judge = new Judge(plan);
        Map<String, SufficientStatistics> sums = new HashMap<>();
        FixedTest test = new FixedTest(plan.alpha(), Alternative.TWO_SIDED);
        List<OfDay> known = new ArrayList<>();
        double weights = 0;
        double times = 0;
        double effects = 0;
        double squares = 0;
        double products = 0;
        for (int day = 0; day < days.size(); day++) {
            days.get(day).statistics().forEach((arm, more) -> sums.merge(arm, more, SufficientStatistics::with));
            SufficientStatistics control = days.get(day).statistics().get(plan.control());
            SufficientStatistics treatment = days.get(day).statistics().get(variation);
            if (Comparison.of(control, treatment, Difference.ABSOLUTE) instanceof Effect effect) {
                Judgement judgement = test.judge(effect);
                known.add(new OfDay(
                        days.get(day).day(),
                        effect.units(),
                        new Figure(judgement.estimate(), judgement.standardError(), judgement.interval()),
                        evidence.clusters().isEmpty()
                                ? judge.find(Judge.Arms.of(sums.get(plan.control()), sums.get(variation)))
                                        .absolute()
                                : Optional.empty()));
                double weight = 1 / (judgement.standardError() * judgement.standardError());
                weights += weight;
                times += weight * day;
                effects += weight * judgement.estimate();
                squares += weight * day * day;
                products += weight * day * judgement.estimate();
            }
        }
        if (known.isEmpty()) {
            return Optional.empty();
        }
        double spread = squares - times * times / weights;
        double slope = spread > 0 ? (products - times * effects / weights) / spread : 0;
        OptionalDouble p = known.size() < FEWEST_DAYS || !(spread > 0)
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(1, 2 * Normal.above(Math.abs(slope) * Math.sqrt(spread))));
        return Optional.of(new DailyEffects(metric, variation, known, slope, p));
    }
}
