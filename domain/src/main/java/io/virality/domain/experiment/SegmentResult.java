package io.virality.domain.experiment;

import io.virality.domain.experiment.Judge.Arms;
import io.virality.domain.experiment.MetricResult.Figure;
import io.virality.domain.stats.Holm;
import io.virality.domain.stats.Normal;
import io.virality.domain.stats.PooledEffects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One metric in one variation, apart in each part of the units. Nobody registered these questions: they are exploratory,
 * however small a p-value is.
 *
 * @param dimension what divides the units
 * @param levels its parts
 * @param pHeterogeneity how likely the effects would differ so much if they were all the same: Cochran's Q
 * @param pAdjusted the same, corrected by Holm for all dimensions, metrics and variations that were looked at
 */
public record SegmentResult(
        String dimension,
        Metric metric,
        String variation,
        List<Level> levels,
        double pHeterogeneity,
        double pAdjusted) {

    /**
     * A part of the units.
     *
     * @param effect as it is
     * @param shrunk drawn towards the mean of all parts by as much as it is unsure: empirical Bayes
     * @param chanceAbove how likely the effect is above 0, after it was drawn
     * @param pAdjusted how likely an effect so far from 0 would be if there were none, by the plan's engine, corrected by Holm
     *     for all parts
     * @param verdict what is to be done in this part alone: to ship to it, if a gain is shown; to roll back, if a loss is; to
     *     keep running, if neither is
     */
    public record Level(
            String level,
            long controlUnits,
            long variationUnits,
            Figure effect,
            double shrunk,
            double chanceAbove,
            double pAdjusted,
            Decision.Verdict verdict) {

        static Level of(
                AnalysisPlan plan,
                Metric metric,
                Evidence.Segment part,
                String variation,
                Figure effect,
                double shrunk,
                double chanceAbove,
                double p) {
            int direction = p < plan.alpha() && effect.estimate() * shrunk > 0 ? (int) Math.signum(shrunk) : 0;
            return new Level(
                    part.level(),
                    units(part.statistics(), plan.control()),
                    units(part.statistics(), variation),
                    effect,
                    shrunk,
                    chanceAbove,
                    p,
                    metric.gains(direction)
                            ? Decision.Verdict.SHIP
                            : metric.loses(direction) ? Decision.Verdict.ROLL_BACK : Decision.Verdict.KEEP_RUNNING);
        }
    }

    /** In words: to which parts to ship, if only to some of them. */
    public String decision() {
        List<String> ship = withVerdict(Decision.Verdict.SHIP);
        List<String> back = withVerdict(Decision.Verdict.ROLL_BACK);
        String losing = back.isEmpty() ? "" : "; it loses in " + String.join(", ", back);
        if (ship.isEmpty()) {
            return "no " + dimension + " to ship to alone: a gain is shown in none of them" + losing;
        }
        return ship.size() == levels.size()
                ? "ship to every " + dimension + ": a gain is shown in each"
                : "ship to " + String.join(", ", ship) + " only: a gain is shown there" + losing;
    }

    private List<String> withVerdict(Decision.Verdict verdict) {
        return levels.stream()
                .filter(level -> level.verdict == verdict)
                .map(level -> level.level.isEmpty() ? "(unknown)" : level.level)
                .toList();
    }

    /** Whether the effects differ between the parts. */
    public boolean differs(double alpha) {
        return pAdjusted < alpha;
    }

    static List<SegmentResult> of(AnalysisPlan plan, Evidence evidence, List<String> variations) {
        List<SegmentResult> results = new ArrayList<>();
        for (int i = 0; i < plan.metrics().size(); i++) {
            List<Evidence.Segment> segments = evidence.metrics().get(i).segments();
            TreeSet<String> dimensions = new TreeSet<>();
            segments.forEach(segment -> dimensions.add(segment.dimension()));
            for (String dimension : dimensions) {
                List<Evidence.Segment> parts = segments.stream()
                        .filter(segment -> segment.dimension().equals(dimension))
                        .toList();
                for (String variation : variations) {
                    of(plan, plan.metrics().get(i), dimension, parts, variation).ifPresent(results::add);
                }
            }
        }
        double[] corrected = Holm.adjusted(
                results.stream().mapToDouble(SegmentResult::pHeterogeneity).toArray());
        List<SegmentResult> adjusted = new ArrayList<>();
        for (SegmentResult each : results) {
            adjusted.add(new SegmentResult(
                    each.dimension,
                    each.metric,
                    each.variation,
                    each.levels,
                    each.pHeterogeneity,
                    corrected[adjusted.size()]));
        }
        return adjusted;
    }

    private static Optional<SegmentResult> of(
            AnalysisPlan plan, Metric metric, String dimension, List<Evidence.Segment> parts, String variation) {
        FixedTest test = new FixedTest(plan.alpha(), Alternative.TWO_SIDED);
        List<Evidence.Segment> known = new ArrayList<>();
        List<Judgement> judgements = new ArrayList<>();
        for (Evidence.Segment part : parts) {
            if (arms(plan, part, variation).compare(Difference.ABSOLUTE) instanceof Effect effect) {
                known.add(part);
                judgements.add(test.judge(effect));
            }
        }
        if (known.isEmpty()) {
            return Optional.empty();
        }
        double[] errors =
                judgements.stream().mapToDouble(Judgement::standardError).toArray();
        PooledEffects pooled = new PooledEffects(
                judgements.stream().mapToDouble(Judgement::estimate).toArray(), errors);
        double[] shrunk = pooled.shrunk();
        double[] chances = new double[shrunk.length];
        double[] p = new double[shrunk.length];
        Judge judge = new Judge(plan);
        for (int i = 0; i < shrunk.length; i++) {
            chances[i] = Normal.below(shrunk[i] / deviation(pooled, errors[i]));
            p[i] = judge.find(arms(plan, known.get(i), variation)).p().orElse(2 * Math.min(chances[i], 1 - chances[i]));
        }
        double[] adjusted = Holm.adjusted(p);
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < shrunk.length; i++) {
            Judgement judgement = judgements.get(i);
            levels.add(Level.of(
                    plan,
                    metric,
                    known.get(i),
                    variation,
                    new Figure(judgement.estimate(), judgement.standardError(), judgement.interval()),
                    shrunk[i],
                    chances[i],
                    adjusted[i]));
        }
        return Optional.of(new SegmentResult(dimension, metric, variation, levels, pooled.pValue(), pooled.pValue()));
    }

    private static Arms arms(AnalysisPlan plan, Evidence.Segment part, String variation) {
        return new Arms(
                part.statistics().get(plan.control()),
                part.statistics().get(variation),
                part.clusters().getOrDefault(plan.control(), List.of()),
                part.clusters().getOrDefault(variation, List.of()));
    }

    private static long units(Map<String, SufficientStatistics> statistics, String variation) {
        return statistics.get(variation).units();
    }

    /** Of what is believed of one effect: its own error, less what the others tell, and how sure their mean is. */
    private static double deviation(PooledEffects pooled, double error) {
        double own = error * error;
        double left = own / (pooled.between() + own);
        return Math.sqrt(pooled.between() * left + left * left * pooled.randomError() * pooled.randomError());
    }
}
