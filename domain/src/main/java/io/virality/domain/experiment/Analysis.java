package io.virality.domain.experiment;

import io.virality.domain.stats.FamilyCorrection;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What an experiment says: figures, whether they can be trusted, and what is to be done.
 *
 * @param results each metric in each variation, in the plan's order
 * @param segments the same in parts of the units: exploratory
 * @param days the same by day
 */
public record Analysis(
        AnalysisPlan plan,
        Health health,
        List<MetricResult> results,
        List<SegmentResult> segments,
        List<DailyEffects> days,
        Decision decision) {

    /**
     * Judges the evidence as it was planned.
     *
     * @throws IllegalArgumentException if the control has no units, or there is no other variation
     */
    public static Analysis of(AnalysisPlan plan, Evidence evidence) {
        TreeSet<String> names = new TreeSet<>(evidence.units().keySet());
        if (!names.remove(plan.control())) {
            throw new IllegalArgumentException("no units in the control '" + plan.control() + "', only in " + names);
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("no units in any variation but the control '" + plan.control() + "'");
        }
        List<String> variations = List.copyOf(names);
        Judge judge = new Judge(plan);
        List<MetricResult> results = new ArrayList<>();
        for (int i = 0; i < plan.metrics().size(); i++) {
            for (String variation : variations) {
                results.add(
                        judge.judge(plan.metrics().get(i), evidence.metrics().get(i), variation));
            }
        }
        List<MetricResult> corrected = corrected(results);
        List<DailyEffects> days = DailyEffects.of(plan, evidence, variations);
        Health health = Health.of(plan, evidence, corrected, days);
        return new Analysis(
                plan,
                health,
                corrected,
                SegmentResult.of(plan, evidence, variations),
                days,
                Decision.of(plan, health, corrected, variations));
    }

    /** Guardrails are tests of another kind, each by itself. */
    private static List<MetricResult> corrected(List<MetricResult> results) {
        int[] family = IntStream.range(0, results.size())
                .filter(i -> results.get(i).p().isPresent()
                        && results.get(i).metric().role() != Metric.Role.GUARDRAIL)
                .toArray();
        double[] p = IntStream.of(family)
                .mapToDouble(i -> results.get(i).p().orElseThrow())
                .toArray();
        double[] holm = FamilyCorrection.HOLM.adjusted(p);
        double[] falseDiscovery = FamilyCorrection.BENJAMINI_HOCHBERG.adjusted(p);
        List<MetricResult> corrected = new ArrayList<>(results);
        for (int i = 0; i < family.length; i++) {
            corrected.set(family[i], results.get(family[i]).adjusted(holm[i], falseDiscovery[i]));
        }
        return List.copyOf(corrected);
    }
}
