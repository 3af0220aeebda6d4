package io.virality.domain.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.experiment.Decision.Verdict;
import io.virality.domain.experiment.Health.Check;
import io.virality.domain.experiment.PosteriorEffect.Prior;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AnalysisTest {

    private static final Metric ORDERS = Metric.of("orders", Metric.Kind.PROPORTION, Metric.Role.PRIMARY);
    private static final Metric SALES = Metric.of("sales", Metric.Kind.MEAN, Metric.Role.SECONDARY);
    private static final Metric REFUNDS =
            new Metric("refunds", Metric.Kind.PROPORTION, Metric.Role.GUARDRAIL, false, OptionalDouble.of(.1));

    private static SufficientStatistics share(long successes, long units) {
        return new ProportionStatistics(units, successes);
    }

    private static SufficientStatistics mean(long units, double mean, double variance) {
        return new MeanStatistics(Moments.ofSummary(units, mean, variance));
    }

    private static Evidence.OfMetric of(SufficientStatistics control, SufficientStatistics treatment) {
        return Evidence.OfMetric.of(new TreeMap<>(Map.of("A", control, "B", treatment)));
    }

    private static Evidence evidence(long control, long treatment, Evidence.OfMetric... metrics) {
        return new Evidence(new TreeMap<>(Map.of("A", control, "B", treatment)), 0, 0, List.of(metrics));
    }

    private static Analysis analysis(long successes) {
        return Analysis.of(
                AnalysisPlan.of("test", "A", ORDERS),
                evidence(10_000, 10_000, of(share(1_000, 10_000), share(successes, 10_000))));
    }

    private static AnalysisPlan by(Engine engine, Metric... metrics) {
        return new AnalysisPlan(
                "test",
                "A",
                Map.of(),
                List.of(metrics),
                engine,
                .05,
                5000,
                Prior.FLAT,
                AnalysisPlan.USUAL_SMALLEST_EFFECT);
    }

    @Test
    void a_gain_is_shipped_and_a_loss_rolled_back() {
        Decision gain = analysis(1_150).decision();
        assertEquals(Verdict.SHIP, gain.verdict());
        assertEquals(Optional.of("B"), gain.variation());
        assertTrue(gain.because().get(0).contains("0.1150 against 0.1000"), gain.toString());
        assertEquals(Verdict.ROLL_BACK, analysis(850).decision().verdict());
    }

    @Test
    void on_the_last_day_the_figure_so_far_is_that_of_the_whole() {
        List<Evidence.Day> days = List.of(
                new Evidence.Day("2026-03-01", Map.of("A", share(40, 400), "B", share(60, 410))),
                new Evidence.Day("2026-03-02", Map.of("A", share(30, 390), "B", share(50, 400))),
                new Evidence.Day("2026-03-03", Map.of("A", share(45, 420), "B", share(41, 380))));
        Evidence.OfMetric orders = new Evidence.OfMetric(
                Map.of("A", share(115, 1210), "B", share(151, 1190)),
                Map.of(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                0,
                Map.of(),
                List.of(),
                days,
                Optional.empty());
        Analysis analysis = Analysis.of(by(Engine.SEQUENTIAL, ORDERS), evidence(1210, 1190, orders));
        List<DailyEffects.OfDay> told = analysis.days().get(0).days();
        MetricResult.Figure whole = analysis.results().get(0).absolute().orElseThrow();
        MetricResult.Figure last = told.get(2).soFar().orElseThrow();
        assertEquals(whole.estimate(), last.estimate(), 1e-12);
        assertEquals(whole.interval().low(), last.interval().low(), 1e-12);
        MetricResult.Figure first = told.get(0).soFar().orElseThrow();
        assertEquals(60 / 410. - 40 / 400., first.estimate(), 1e-12);
        assertTrue(first.interval().high() > told.get(0).effect().interval().high(), "always-valid is wider");
    }

    @Test
    void where_less_is_better_a_rise_is_a_loss() {
        Metric complaints =
                new Metric("complaints", Metric.Kind.PROPORTION, Metric.Role.PRIMARY, false, OptionalDouble.empty());
        Evidence rise = evidence(10_000, 10_000, of(share(1_000, 10_000), share(1_150, 10_000)));
        assertEquals(
                Verdict.ROLL_BACK,
                Analysis.of(AnalysisPlan.of("test", "A", complaints), rise)
                        .decision()
                        .verdict());
    }

    @Test
    void an_unclear_difference_runs_on_and_says_for_how_long() {
        Decision decision = analysis(1_040).decision();
        assertEquals(Verdict.KEEP_RUNNING, decision.verdict());
        assertTrue(
                decision.because().stream().anyMatch(reason -> reason.contains("more units are needed")),
                decision.toString());
    }

    @Test
    void no_difference_that_matters_is_neutral() {
        Evidence alike = evidence(1_000_000, 1_000_000, of(share(100_000, 1_000_000), share(100_100, 1_000_000)));
        assertEquals(
                Verdict.NEUTRAL,
                Analysis.of(AnalysisPlan.of("test", "A", ORDERS), alike)
                        .decision()
                        .verdict());
    }

    @Test
    void a_secondary_loss_rolls_back_what_else_would_be_shipped() {
        Evidence evidence = evidence(
                10_000,
                10_000,
                of(share(1_000, 10_000), share(1_150, 10_000)),
                of(mean(10_000, 10, 25), mean(10_000, 9.5, 25)));
        assertEquals(
                Verdict.ROLL_BACK,
                Analysis.of(AnalysisPlan.of("test", "A", ORDERS, SALES), evidence)
                        .decision()
                        .verdict());
    }

    @Test
    void a_guardrail_must_be_shown_to_hold() {
        AnalysisPlan plan = AnalysisPlan.of("test", "A", ORDERS, REFUNDS);
        Evidence.OfMetric gain = of(share(1_000, 10_000), share(1_150, 10_000));
        // 10 % of 2,000 refunds may be gained: 2,010 are far below 2,200, 2,150 are not, 2,400 are far above.
        assertEquals(Verdict.SHIP, guarded(plan, gain, 2_010));
        assertEquals(Verdict.KEEP_RUNNING, guarded(plan, gain, 2_150));
        assertEquals(Verdict.ROLL_BACK, guarded(plan, gain, 2_400));
    }

    private static Verdict guarded(AnalysisPlan plan, Evidence.OfMetric gain, long refunds) {
        Evidence evidence = evidence(10_000, 10_000, gain, of(share(2_000, 10_000), share(refunds, 10_000)));
        return Analysis.of(plan, evidence).decision().verdict();
    }

    @Test
    void a_sample_ratio_far_off_blocks_the_decision_but_not_the_figures() {
        Evidence lost = evidence(10_000, 9_500, of(share(1_000, 10_000), share(1_150, 9_500)));
        Analysis analysis = Analysis.of(AnalysisPlan.of("test", "A", ORDERS), lost);
        assertEquals(Verdict.INVALID, analysis.decision().verdict());
        assertTrue(analysis.results().get(0).p().isPresent());
        assertTrue(analysis.decision().because().get(0).contains("sample-ratio mismatch"));
    }

    @Test
    void a_sample_ratio_a_little_off_warns() {
        // p = 0.0086, as in a well-known mobile game
        Evidence odd = evidence(44_700, 45_489, of(share(8_502, 44_700), share(8_279, 45_489)));
        Analysis analysis = Analysis.of(AnalysisPlan.of("test", "A", ORDERS), odd);
        assertEquals(.0086, analysis.health().sampleRatio().pValue(), 5e-5);
        assertEquals(Check.SAMPLE_RATIO, analysis.health().warnings().get(0).check());
        assertEquals(Verdict.ROLL_BACK, analysis.decision().verdict());
        // The two-proportion z test and Wald's interval, as statsmodels has them.
        MetricResult result = analysis.results().get(0);
        assertEquals(.001554249975614329, result.p().orElseThrow(), 1e-12);
        assertEquals(
                -0.013281552418885546,
                result.absolute().orElseThrow().interval().low(),
                1e-12);
        assertEquals(Method.TWO_PROPORTIONS, result.method());
    }

    @Test
    void planned_weights_are_no_mismatch() {
        Evidence uneven = evidence(9_000, 1_000, of(share(900, 9_000), share(100, 1_000)));
        AnalysisPlan plan = new AnalysisPlan(
                "test", "A", Map.of("A", .9, "B", .1), List.of(ORDERS), Engine.FREQUENTIST, .05, 5000, Prior.FLAT, .05);
        assertEquals(1, Analysis.of(plan, uneven).health().sampleRatio().pValue(), 1e-12);
    }

    @Test
    void many_units_in_two_variations_block_and_few_warn() {
        assertTrue(crossed(300).health().blocks());
        Health few = crossed(9).health();
        assertFalse(few.blocks());
        assertEquals(Check.UNITS_IN_TWO_VARIATIONS, few.warnings().get(0).check());
    }

    private static Analysis crossed(long units) {
        return Analysis.of(
                AnalysisPlan.of("test", "A", ORDERS),
                new Evidence(
                        new TreeMap<>(Map.of("A", 10_000L, "B", 10_000L)),
                        units,
                        0,
                        List.of(of(share(1_000, 10_000), share(1_010, 10_000)))));
    }

    @Test
    void few_events_are_tested_exactly() {
        Analysis analysis = Analysis.of(
                AnalysisPlan.of("test", "A", ORDERS), evidence(464, 11_298, of(share(5, 464), share(293, 11_298))));
        MetricResult result = analysis.results().get(0);
        assertEquals(Method.FISHER_EXACT, result.method());
        // scipy.stats.fisher_exact([[293, 11005], [5, 459]])
        assertEquals(0.04765830166123046, result.p().orElseThrow(), 1e-9);
        assertTrue(analysis.health().warnings().stream().anyMatch(warning -> warning.check() == Check.SMALL_COUNTS));
    }

    @Test
    void a_weak_baseline_has_fiellers_interval_or_none() {
        Evidence weak = evidence(200, 200, of(mean(200, 1, 20), mean(200, 2, 20)));
        Metric primary = Metric.of("sales", Metric.Kind.MEAN, Metric.Role.PRIMARY);
        MetricResult result = Analysis.of(AnalysisPlan.of("test", "A", primary), weak)
                .results()
                .get(0);
        MetricResult.Figure relative = result.relative().orElseThrow();
        // Not symmetric around the estimate, as the delta method's would be.
        assertTrue(relative.interval().high() - relative.estimate()
                > 2 * (relative.estimate() - relative.interval().low()));
        Evidence none = evidence(200, 200, of(mean(200, .1, 20), mean(200, 2, 20)));
        assertTrue(Analysis.of(AnalysisPlan.of("test", "A", primary), none)
                .results()
                .get(0)
                .relative()
                .isEmpty());
    }

    @Test
    void engines_differ_in_what_they_claim() {
        Evidence evidence = evidence(5_000, 5_000, of(mean(5_000, 10, 25), mean(5_000, 10.3, 25)));
        Metric primary = Metric.of("sales", Metric.Kind.MEAN, Metric.Role.PRIMARY);
        MetricResult fixed =
                Analysis.of(by(Engine.FREQUENTIST, primary), evidence).results().get(0);
        MetricResult always =
                Analysis.of(by(Engine.SEQUENTIAL, primary), evidence).results().get(0);
        MetricResult belief =
                Analysis.of(by(Engine.BAYESIAN, primary), evidence).results().get(0);
        assertTrue(width(always) > 1.3 * width(fixed));
        assertTrue(always.p().orElseThrow() > fixed.p().orElseThrow());
        assertTrue(belief.p().isEmpty() && belief.pAdjusted().isEmpty());
        // Without a prior, one minus half of the two-sided p-value: t and normal are one at this size.
        assertEquals(
                1 - fixed.p().orElseThrow() / 2, belief.belief().orElseThrow().chanceToWin(), 1e-4);
    }

    private static double width(MetricResult result) {
        MetricResult.Figure figure = result.absolute().orElseThrow();
        return figure.interval().high() - figure.interval().low();
    }

    @Test
    void p_values_are_corrected_for_all_metrics_but_guardrails() {
        Metric other = Metric.of("visits", Metric.Kind.MEAN, Metric.Role.SECONDARY);
        Evidence evidence = evidence(
                10_000,
                10_000,
                of(share(1_000, 10_000), share(1_080, 10_000)),
                of(mean(10_000, 10, 25), mean(10_000, 10.1, 25)),
                of(mean(10_000, 5, 4), mean(10_000, 5.08, 4)),
                of(share(2_000, 10_000), share(2_010, 10_000)));
        List<MetricResult> results = Analysis.of(AnalysisPlan.of("test", "A", ORDERS, SALES, other, REFUNDS), evidence)
                .results();
        double smallest = results.get(2).p().orElseThrow();
        assertEquals(3 * smallest, results.get(2).pAdjusted().orElseThrow(), 1e-12);
        assertEquals(3 * smallest, results.get(2).pFalseDiscovery().orElseThrow(), 1e-12);
        assertTrue(results.get(3).pAdjusted().isEmpty());
    }

    @Test
    void clusters_are_judged_by_how_they_differ() {
        Random random = new Random(7);
        Map<String, List<Moments>> clusters = new TreeMap<>();
        Map<String, SufficientStatistics> statistics = new TreeMap<>();
        for (String arm : List.of("A", "B")) {
            Moments all = new Moments.Counter(false).moments();
            List<Moments> parts = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                double level = 2 * random.nextGaussian();
                Moments.Counter counter = new Moments.Counter(false);
                for (int j = 0; j < 50; j++) {
                    counter.add(10 + level + random.nextGaussian());
                }
                parts.add(counter.moments());
                all = all.plus(counter.moments());
            }
            clusters.put(arm, parts);
            statistics.put(arm, new MeanStatistics(all));
        }
        Evidence.OfMetric metric = new Evidence.OfMetric(
                statistics,
                Map.of(),
                Optional.empty(),
                Map.of(),
                clusters,
                0,
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty());
        Metric primary = Metric.of("sales", Metric.Kind.MEAN, Metric.Role.PRIMARY);
        AnalysisPlan plan = AnalysisPlan.of("test", "A", primary);
        MetricResult robust =
                Analysis.of(plan, evidence(1_500, 1_500, metric)).results().get(0);
        MetricResult naive = Analysis.of(plan, evidence(1_500, 1_500, Evidence.OfMetric.of(statistics)))
                .results()
                .get(0);
        assertEquals(Method.CLUSTER_ROBUST_CR2, robust.method());
        assertTrue(width(robust) > 4 * width(naive));
        MetricResult.LeftOut range = robust.clusters().orElseThrow();
        assertEquals(60, range.clusters());
        double difference = robust.absolute().orElseThrow().estimate();
        assertTrue(range.low() < difference && difference < range.high());
    }

    /** Values from {@code src/test/python/experiment_values.py}. */
    @Test
    void few_clusters_are_dealt_anew_and_left_out_one_by_one() {
        Map<String, List<Moments>> clusters = new TreeMap<>(Map.of("A", new ArrayList<>(), "B", new ArrayList<>()));
        Map<String, Moments> sums = new TreeMap<>();
        for (int i = 0; i < ClusterDealsTest.ABOVE.length; i++) {
            int n = (int) ClusterDealsTest.BELOW[i];
            Moments.Counter counter = new Moments.Counter(false);
            for (int j = 0; j < n; j++) {
                counter.add(
                        ClusterDealsTest.ABOVE[i] / n + (j % 2 == 0 ? .1 : -.1) * (n % 2 == 1 && j == n - 1 ? 0 : 1));
            }
            String arm = i < 5 ? "A" : "B";
            clusters.get(arm).add(counter.moments());
            sums.merge(arm, counter.moments(), Moments::plus);
        }
        Map<String, SufficientStatistics> statistics = new TreeMap<>();
        sums.forEach((arm, moments) -> statistics.put(arm, new MeanStatistics(moments)));
        Metric primary = Metric.of("sales", Metric.Kind.MEAN, Metric.Role.PRIMARY);
        Evidence few = evidence(92, 107, Evidence.OfMetric.of(statistics, clusters));
        MetricResult result = Analysis.of(AnalysisPlan.of("test", "A", primary), few)
                .results()
                .get(0);
        assertEquals(Method.CLUSTER_RANDOMIZATION, result.method());
        assertEquals(0.6746031746031746, result.p().orElseThrow(), 1e-12);
        assertEquals(-0.08254994124559345, result.clusters().orElseThrow().low(), 1e-9);
        assertEquals(0.3256634669678147, result.clusters().orElseThrow().high(), 1e-9);
        assertEquals(
                Method.CLUSTER_ROBUST_CR2,
                Analysis.of(by(Engine.SEQUENTIAL, primary), few)
                        .results()
                        .get(0)
                        .method(),
                "the other engines know no such test");
    }

    @Test
    void a_mega_creator_alone_is_seen_by_leaving_it_out() {
        double[] control = {10, 11, 9, 12, 8, 10, 11, 9, 10, 10, 11, 9};
        double[] treatment = {11, 10, 10, 9, 12, 10, 9, 11, 10, 10, 8, 400};
        Map<String, List<Moments>> alone = Map.of("A", each(control), "B", each(treatment));
        Map<String, SufficientStatistics> statistics = new TreeMap<>();
        alone.forEach((arm, creators) -> statistics.put(
                arm, new MeanStatistics(creators.stream().reduce(Moments::plus).orElseThrow())));
        Evidence.OfMetric sales = Evidence.OfMetric.of(statistics).with(Optional.empty(), Map.of(), alone);
        Metric primary = Metric.of("sales", Metric.Kind.MEAN, Metric.Role.PRIMARY);
        MetricResult result = Analysis.of(AnalysisPlan.of("test", "A", primary), evidence(12, 12, sales))
                .results()
                .get(0);
        MetricResult.LeftOut range = result.clusters().orElseThrow();
        assertEquals(Method.WELCH, result.method(), "each creator is a unit");
        assertEquals(24, range.clusters());
        assertEquals(0, range.low(), 1e-9, "110 / 11 in both arms without the one of 400");
        assertEquals(502. / 11 - 10, range.high(), 1e-9, "without the one of 8");
        assertEquals((502. / 11 - 10) / 10, range.relativeHigh(), 1e-9);
    }

    private static List<Moments> each(double... values) {
        List<Moments> moments = new ArrayList<>();
        for (double value : values) {
            Moments.Counter counter = new Moments.Counter(false);
            counter.add(value);
            moments.add(counter.moments());
        }
        return moments;
    }

    /** Values from {@code src/test/python/experiment_values.py}. */
    @Test
    void what_gains_in_some_tiers_only_is_shipped_to_these_only() {
        List<Evidence.Segment> tiers = List.of(
                tier("mega", mean(150, 10, 16), mean(160, 9.2, 4.2 * 4.2)),
                tier("micro", mean(900, 8, 9), mean(910, 8.9, 3.1 * 3.1)),
                tier("mid", mean(400, 9, 3.5 * 3.5), mean(390, 9.5, 3.6 * 3.6)),
                tier("nano", mean(2000, 5, 4), mean(2050, 5.4, 2.1 * 2.1)));
        Evidence.OfMetric sales = of(mean(3450, 6.5, 10), mean(3510, 6.9, 10)).in(tiers, List.of());
        Metric primary = Metric.of("sales", Metric.Kind.MEAN, Metric.Role.PRIMARY);
        SegmentResult result = Analysis.of(AnalysisPlan.of("test", "A", primary), evidence(3450, 3510, sales))
                .segments()
                .get(0);
        double[] shrunk = {-0.03447679, 0.83340457, 0.47276184, 0.40056645};
        double[] adjusted = {9.64074805e-02, 1.72853966e-09, 9.64074805e-02, 1.76865743e-09};
        for (int i = 0; i < shrunk.length; i++) {
            assertEquals(shrunk[i], result.levels().get(i).shrunk(), 1e-8);
            assertEquals(adjusted[i], result.levels().get(i).pAdjusted(), 1e-8 * adjusted[i] + 1e-10);
        }
        assertEquals("ship to micro, nano only: a gain is shown there", result.decision());
        Metric lower = new Metric("sales", Metric.Kind.MEAN, Metric.Role.PRIMARY, false, OptionalDouble.empty());
        assertEquals(
                "no tier to ship to alone: a gain is shown in none of them; it loses in micro, nano",
                Analysis.of(AnalysisPlan.of("test", "A", lower), evidence(3450, 3510, sales))
                        .segments()
                        .get(0)
                        .decision());
    }

    private static Evidence.Segment tier(String name, SufficientStatistics control, SufficientStatistics treatment) {
        return new Evidence.Segment("tier", name, Map.of("A", control, "B", treatment), Map.of());
    }

    @Test
    void a_sample_ratio_that_was_off_and_evened_out_is_remembered() {
        List<Evidence.OfMetric> metrics = List.of(of(share(500, 5_000), share(505, 5_000)));
        Map<String, Long> units = new TreeMap<>(Map.of("A", 5_000L, "B", 5_000L));
        List<Map<String, Long>> looks = List.of(Map.of("A", 1_000L, "B", 1_300L), units);
        Health off = Analysis.of(AnalysisPlan.of("test", "A", ORDERS), new Evidence(units, 0, 0, looks, metrics))
                .health();
        assertEquals(
                Math.exp(-SequentialSampleRatio.logBayesFactor(
                        SequentialSampleRatio.USUAL_CONCENTRATION, new long[] {1_000, 1_300}, new double[] {1, 1})),
                off.everyLook().orElseThrow(),
                1e-12);
        assertEquals(Check.SAMPLE_RATIO, off.warnings().get(0).check());
        assertFalse(off.blocks());
        assertTrue(analysis(1_010).health().everyLook().isEmpty(), "nobody knows when they came");
    }

    @Test
    void a_split_that_changes_is_warned_of_though_the_sum_be_even_and_not_where_clusters_were_dealt() {
        Map<String, Long> units = new TreeMap<>(Map.of("A", 5_000L, "B", 5_000L));
        List<Map<String, Long>> looks = List.of(Map.of("A", 2_300L, "B", 2_700L), units);
        Evidence.OfMetric metric = of(share(500, 5_000), share(505, 5_000));
        List<Health.Warning> drifted = warnings(new Evidence(units, 0, 0, looks, List.of(metric)));
        assertEquals(Check.ASSIGNMENT_DRIFT, drifted.get(drifted.size() - 1).check());
        // SciPy's chi2_contingency([[2300, 2700], [2700, 2300]], correction=False): 64, p 1.2e-15.
        assertTrue(drifted.get(drifted.size() - 1).message().contains("chi-square 64.00 over 2 periods, p 1.2e-15"));
        assertFalse(drifted.get(drifted.size() - 1).blocks());

        Map<String, List<Moments>> clusters = Map.of("A", List.of(), "B", List.of());
        List<Health.Warning> dealt = warnings(
                new Evidence(units, 0, 0, looks, List.of(Evidence.OfMetric.of(metric.statistics(), clusters))));
        assertTrue(dealt.stream().noneMatch(warning -> warning.check() == Check.ASSIGNMENT_DRIFT));
    }

    private static List<Health.Warning> warnings(Evidence evidence) {
        return Analysis.of(AnalysisPlan.of("test", "A", ORDERS), evidence)
                .health()
                .warnings();
    }

    @Test
    void there_must_be_two_variations_one_of_them_the_control() {
        AnalysisPlan plan = AnalysisPlan.of("test", "C", ORDERS);
        Evidence evidence = evidence(10, 10, of(share(1, 10), share(2, 10)));
        assertThrows(IllegalArgumentException.class, () -> Analysis.of(plan, evidence));
        Evidence alone = new Evidence(Map.of("C", 10L), 0, 0, List.of());
        assertThrows(IllegalArgumentException.class, () -> Analysis.of(plan, alone));
    }
}
