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
     */
    public record Level(
            String level, long controlUnits, long variationUnits, Figure effect, double shrunk, double chanceAbove) {}

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
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < shrunk.length; i++) {
            Evidence.Segment part = known.get(i);
            Judgement judgement = judgements.get(i);
            levels.add(new Level(
                    part.level(),
                    units(part.statistics(), plan.control()),
                    units(part.statistics(), variation),
                    new Figure(judgement.estimate(), judgement.standardError(), judgement.interval()),
                    shrunk[i],
                    Normal.below(shrunk[i] / deviation(pooled, errors[i]))));
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
