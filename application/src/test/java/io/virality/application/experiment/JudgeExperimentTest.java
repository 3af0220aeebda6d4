package io.virality.application.experiment;

import static io.virality.application.experiment.Trial.design;
import static io.virality.application.experiment.Trial.exposure;
import static io.virality.application.experiment.Trial.outcome;
import static io.virality.application.experiment.Trial.refused;
import static io.virality.application.experiment.Trial.running;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.domain.experiment.CapRule;
import io.virality.domain.experiment.Decision;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Exposure;
import io.virality.domain.experiment.Health;
import io.virality.domain.experiment.Measurement;
import io.virality.domain.experiment.Method;
import io.virality.domain.experiment.Metric.Kind;
import io.virality.domain.experiment.Metric.Role;
import io.virality.domain.experiment.MetricResult;
import io.virality.domain.experiment.Outcome;
import io.virality.domain.experiment.RandomizedUnit;
import io.virality.domain.experiment.RegisteredMetric;
import io.virality.domain.experiment.Results;
import io.virality.domain.experiment.SegmentResult;
import io.virality.domain.experiment.Summary;
import io.virality.domain.experiment.Targeting;
import io.virality.domain.stats.MannWhitney;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class JudgeExperimentTest {

    private static final RegisteredMetric ORDERS =
            RegisteredMetric.of("orders", Role.PRIMARY, Measurement.of(Kind.PROPORTION, "order"));
    private static final RegisteredMetric REVENUE =
            RegisteredMetric.of("revenue", Role.SECONDARY, Measurement.of(Kind.MEAN, "order"));

    /** So many units, of which every other one is boosted, and what each of them bought on the second day. */
    private static void sell(Trial trial, double... values) {
        List<Exposure> exposures = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            exposures.add(exposure("u" + i, i % 2 == 0 ? "control" : "boosted", .5));
            outcomes.add(outcome("u" + i, "order", 1, values[i]));
        }
        trial.expose(exposures.toArray(Exposure[]::new));
        trial.tell(outcomes.toArray(Outcome[]::new));
    }

    private static MetricResult result(Results results, String metric) {
        return results.analysis().results().stream()
                .filter(result -> result.metric().name().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_has_not_begun_and_what_nobody_met_is_not_judged() {
        Trial trial = new Trial();
        assertEquals(Failure.Kind.NOT_FOUND, refused(trial::judge));
        trial.draft(design(ORDERS));
        assertEquals(Failure.Kind.CONFLICT, refused(trial::judge));
        trial.start();
        assertEquals(Failure.Kind.CONFLICT, refused(trial::judge));
    }

    @Test
    void the_engine_is_always_valid_while_it_runs_and_the_planned_one_at_its_end() {
        Trial trial = running(design(ORDERS, REVENUE));
        sell(trial, 1, 2, 3, 4, 0, 6, 0, 8);
        assertEquals(Engine.SEQUENTIAL, trial.judge().analysis().plan().engine());
        assertEquals(
                Engine.BAYESIAN,
                trial.judge(Optional.of(Engine.BAYESIAN)).analysis().plan().engine());
        trial.stop();
        assertEquals(Engine.FREQUENTIST, trial.judge().analysis().plan().engine());
    }

    @Test
    void one_large_value_and_a_test_by_ranks_are_told_as_of_a_file_seed_5() {
        Trial trial = running(design(ORDERS, REVENUE));
        double[] values = new Random(5).doubles(400, 0, 10).toArray();
        values[100] = 50_000;
        sell(trial, values);
        Results results = trial.judge();
        MetricResult revenue = result(results, "revenue");
        MetricResult.Outliers outliers = revenue.outliers().orElseThrow();
        assertEquals(50_000, outliers.largest());
        assertEquals("control", outliers.in());
        assertTrue(outliers.share() > .99);
        assertTrue(results.analysis().health().warnings().stream()
                .anyMatch(warning -> warning.check() == Health.Check.OUTLIERS));
        double[] control = every(values, 0);
        double[] boosted = every(values, 1);
        assertEquals(
                MannWhitney.of(boosted, control).twoSided(),
                revenue.ranks().orElseThrow().p(),
                1e-12);
        double t = revenue.absolute().orElseThrow().estimate()
                / revenue.absolute().orElseThrow().standardError();
        assertEquals(t, outliers.t(), 1e-9, "the moments of SQL and those of single units are of the same values");
        assertTrue(result(results, "orders").outliers().isEmpty());
    }

    private static double[] every(double[] values, int from) {
        return DoubleStream.iterate(from, i -> i < values.length, i -> i + 2)
                .map(i -> values[(int) i])
                .toArray();
    }

    @Test
    void a_cap_is_found_once_and_stays_until_the_metric_is_measured_otherwise() {
        RegisteredMetric capped = RegisteredMetric.of(
                "revenue", Role.PRIMARY, Measurement.of(Kind.MEAN, "order").capped(new CapRule.AtQuantile(.9, false)));
        Trial trial = running(design(capped));
        sell(trial, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertEquals(Map.of(), trial.judge().caps(), "with 10 units none lies beyond nine tenths");
        sell(trial, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertEquals(Map.of("revenue", 10.0), trial.judge().caps());
        sell(trial, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1_000, 1_000, 1_000, 1_000);
        Results later = trial.judge();
        assertEquals(Map.of("revenue", 10.0), later.caps());
        assertEquals(
                (2 + 4 + 6 + 8 + 10 + 10 + 10) / 7.0, result(later, "revenue").variationValue(), 1e-12);
        assertEquals(10, result(later, "revenue").outliers().orElseThrow().largest(), "capped as well");
        trial.change(design(capped, ORDERS_BESIDES));
        assertEquals(10, trial.judge().caps().get("revenue"), "another metric says nothing of this one");
        trial.change(design(RegisteredMetric.of(
                "revenue",
                Role.PRIMARY,
                Measurement.of(Kind.MEAN, "order").capped(new CapRule.AtQuantile(.8, false)))));
        assertEquals(1_000, trial.judge().caps().get("revenue"));
    }

    private static final RegisteredMetric ORDERS_BESIDES =
            RegisteredMetric.of("orders", Role.SECONDARY, Measurement.of(Kind.PROPORTION, "order"));

    @Test
    void units_whose_window_is_open_wait_and_are_counted() {
        RegisteredMetric within = RegisteredMetric.of(
                "orders", Role.PRIMARY, Measurement.of(Kind.PROPORTION, "order").within(Duration.ofDays(3)));
        Trial trial = running(design(within, REVENUE));
        trial.at(2);
        trial.expose(
                exposure("a", "control", 0), exposure("b", "boosted", .5),
                exposure("c", "control", .5), exposure("d", "boosted", 0),
                exposure("e", "control", 2), exposure("f", "boosted", 2));
        assertEquals(Failure.Kind.CONFLICT, refused(trial::judge), "no window is closed on the second day");
        trial.at(4);
        trial.tell(outcome("a", "order", 1, 1), outcome("e", "order", 2.5, 1));
        Results results = trial.judge();
        assertEquals(Map.of("orders", 2L), results.open());
        MetricResult orders = result(results, "orders");
        assertEquals(2, orders.controlUnits());
        assertEquals(.5, orders.controlValue(), "e is not in it, though it ordered");
        assertEquals(3, result(results, "revenue").controlUnits(), "what has no window waits for nothing");
        trial.at(5);
        trial.tell();
        assertEquals(Map.of(), trial.judge().open(), "an empty delivery says that nothing else happened");
    }

    @Test
    void where_creators_are_dealt_each_is_left_out_once_and_tiers_are_looked_at() {
        RegisteredMetric sales = RegisteredMetric.of("sales", Role.PRIMARY, Measurement.of(Kind.MEAN, "order"));
        Trial trial = running(design(RandomizedUnit.CREATOR, Targeting.EVERYONE, sales));
        List<Exposure> exposures = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 400; i++) {
            boolean boosted = i % 2 == 1;
            boolean micro = i % 4 < 2;
            exposures.add(exposure("c" + i, boosted ? "boosted" : "control", 0, micro ? "micro" : "nano"));
            outcomes.add(outcome("c" + i, "order", 1, 10 + random.nextGaussian() + (boosted && micro ? 2 : 0)));
        }
        trial.expose(exposures.toArray(Exposure[]::new));
        trial.tell(outcomes.toArray(Outcome[]::new));
        trial.stop();
        Results results = trial.judge();
        MetricResult result = result(results, "sales");
        assertEquals(400, result.clusters().orElseThrow().clusters());
        double control = outcomes.stream()
                .filter(each -> even(each))
                .mapToDouble(Outcome::value)
                .average()
                .orElseThrow();
        double[] boosted = outcomes.stream()
                .filter(each -> !even(each))
                .mapToDouble(Outcome::value)
                .toArray();
        double sum = DoubleStream.of(boosted).sum();
        double largest = DoubleStream.of(boosted).max().orElseThrow();
        double[] controls = outcomes.stream()
                .filter(each -> even(each))
                .mapToDouble(Outcome::value)
                .toArray();
        double withoutLargestControl = (DoubleStream.of(controls).sum()
                        - DoubleStream.of(controls).min().orElseThrow())
                / 199;
        assertEquals(
                Math.min((sum - largest) / 199 - control, sum / 200 - withoutLargestControl),
                result.clusters().orElseThrow().low(),
                1e-9);
        SegmentResult tiers = results.analysis().segments().get(0);
        assertEquals("tier", tiers.dimension());
        assertEquals("ship to micro only: a gain is shown there", tiers.decision());
        assertEquals(Decision.Verdict.KEEP_RUNNING, tiers.levels().get(1).verdict());
    }

    private static boolean even(Outcome outcome) {
        return Integer.parseInt(outcome.unit().substring(1)) % 2 == 0;
    }

    @Test
    void few_creators_are_dealt_anew() {
        RegisteredMetric sales = RegisteredMetric.of("sales", Role.PRIMARY, Measurement.of(Kind.MEAN, "order"));
        Trial trial = running(design(RandomizedUnit.CREATOR, Targeting.EVERYONE, sales));
        sell(trial, 1, 7, 2, 8, 3, 9);
        trial.stop();
        MetricResult result = result(trial.judge(), "sales");
        assertEquals(Method.CLUSTER_RANDOMIZATION, result.method());
        assertEquals(.1, result.p().orElseThrow(), 1e-12, "2 of 20 ways to deal them");
    }

    @Test
    void looks_are_the_days_since_units_are_dealt_alike() {
        Trial trial = running(design(ORDERS, REVENUE));
        List<Exposure> exposures = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            exposures.add(exposure("u" + i, i < 650 ? "control" : "boosted", .5));
        }
        for (int i = 1_000; i < 1_300; i++) {
            exposures.add(exposure("u" + i, "boosted", 1.5));
        }
        trial.expose(exposures.toArray(Exposure[]::new));
        Health health = trial.judge().analysis().health();
        assertEquals(1, health.sampleRatio().pValue(), 1e-12, "650 and 650 by now");
        assertTrue(health.everyLook().orElseThrow() < 1e-6, "but not on the first day");
        assertFalse(health.blocks());
    }

    @Test
    void of_summaries_nothing_is_known_of_single_units() {
        Trial trial = running(design(ORDERS, REVENUE));
        trial.sum(
                new Summary("orders", "control", Trial.time(1), 1_000, .1, 0),
                new Summary("orders", "boosted", Trial.time(1), 1_000, .15, 0),
                new Summary("revenue", "control", Trial.time(1), 1_000, 5, 4),
                new Summary("revenue", "boosted", Trial.time(1), 1_000, 6, 4));
        Results results = trial.judge();
        assertEquals(.05, result(results, "orders").absolute().orElseThrow().estimate(), 1e-12);
        assertEquals(Optional.empty(), result(results, "revenue").outliers());
        assertEquals(Map.of(), results.open());
    }
}
